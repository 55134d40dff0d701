import { describe, expect, test } from 'vitest';
import {
  lorenzSentence,
  mayBeChance,
  offeringSentence,
  shareInterval,
  topTenSentence,
} from '../../../../shared/domain/equity/snapshot/sentences.ts';

describe('a sentence about a month', () => {
  test('leaves who sold nothing out of those who share the rest', () => {
    expect(topTenSentence({ sold: 38, unsold: 31 }, 0.81)).toBe(
      '10 usaha teratas memegang 81% omzet; 28 usaha lain berbagi sisanya, dan 31 belum menjual apa pun.',
    );
    expect(topTenSentence({ sold: 38, unsold: 0 }, 0.81)).toBe(
      '10 usaha teratas memegang 81% omzet; 28 usaha lain berbagi sisanya.',
    );
  });

  test('says whom the other denominator counts', () => {
    const cell = { merchants: 60, sold: 29, unsold: 31, withoutOffer: 8 };
    expect(offeringSentence(cell)).toBe(
      'Di antara 52 usaha yang menawarkan barang 15 hari atau lebih, 23 belum menjual.',
    );
    expect(offeringSentence({ ...cell, unsold: 8 })).toBe(
      'Semua 52 usaha yang menawarkan barang 15 hari atau lebih sudah menjual.',
    );
    expect(offeringSentence({ merchants: 3, sold: 0, unsold: 3, withoutOffer: 3 })).toMatch(/^Belum ada usaha/);
  });

  test('tells a poor tenth that got nothing as nothing', () => {
    const points = [...new Array<number>(10).fill(0), 0.02, 0.04, 0.06, 0.08, 0.1, 0.14, 0.18, 0.24, 0.39, 0.6, 1];
    expect(lorenzSentence(points)).toMatch(/4 yang terkecil bersama-sama belum menerima apa pun\.$/);
  });
});

describe('a ranking by share', () => {
  test('says when its first may be so by chance: 11 of 22 above 8 of 20', () => {
    expect(mayBeChance({ unsold: 11, merchants: 22 }, { unsold: 8, merchants: 20 })).toBe(true);
    expect(mayBeChance({ unsold: 110, merchants: 220 }, { unsold: 40, merchants: 200 })).toBe(false);
    expect(mayBeChance({ unsold: 11, merchants: 22 }, undefined)).toBe(false);
  });

  test('has Wilson’s interval: 10 of 20 is between 29.9% and 70.1%', () => {
    expect(shareInterval(10, 20).map((share) => Math.round(share * 1000))).toEqual([299, 701]);
  });
});
