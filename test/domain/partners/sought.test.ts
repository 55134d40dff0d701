import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soughtOf } from '../../../shared/domain/partners/sought.ts';
import { heldBack, NO_WORDS, toldBy } from '../../../shared/domain/partners/told-words.ts';

const told = toldBy(NO_WORDS);
const cell = (unserved: number | null, terms: readonly [string, number | null][] = []) => ({
  district: '35.72.01',
  category: 'culinary' as const,
  requests: 500,
  unserved,
  terms: terms.map(([term, missed]) => ({ term, requests: 100, unserved: missed })),
});

describe('what is sought', () => {
  test('is told in tens, with the words that were asked for often, and of several partners the largest', () => {
    expect(
      soughtOf(
        [
          [
            cell(47, [
              ['pecel', 40],
              ['soto', 9],
              ['es', null],
            ]),
          ],
          [cell(31)],
        ],
        told,
      ),
    ).toEqual([{ district: '35.72.01', category: 'culinary', times: 40, terms: ['pecel'] }]);
  });

  test('is nothing below ten, where nobody knows, and of no category', () => {
    expect(soughtOf([[cell(9), cell(null), { ...cell(90), category: null }]], told)).toEqual([]);
  });

  test('is never more than one partner said, and never their sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 5_000 })), { minLength: 1, maxLength: 5 }),
        (figures) => {
          const [sum] = soughtOf(
            figures.map((unserved) => [cell(unserved)]),
            told,
          );
          const most = Math.max(...figures.map((unserved) => unserved ?? 0));
          expect(sum?.times ?? 0).toBe(Math.floor(most / 10) * 10);
        },
      ),
    );
  });
});

describe('a word that was sought', () => {
  test('is told at once where all of it names goods, and else only once the city has read it', () => {
    for (const term of ['pecel', 'nasi kotak', 'Sambel  PECEL', 'soto ayam']) expect(told(term), term).toBe(true);
    const written = [
      'budi penipu',
      'pecel budi',
      'pecel www contoh id',
      'nasi 0812 3456',
      'katering bodoh',
      'p3cel',
      '',
      'реcel budi',
    ];
    for (const term of written) expect(told(term), term).toBe(false);
    const said = { shown: ['es Pleret khas'], struck: [] };
    expect(toldBy(said)('es pleret khas')).toBe(true);
    expect(toldBy(said)('es pleret khas budi')).toBe(false);
  });

  test('is told nowhere once it is struck, alone, within others, or in other letters, and waits no more', () => {
    const said = { shown: ['tumpang budi'], struck: ['Tumpang'] };
    for (const term of ['tumpang', 'pecel tumpang', 'tumpang budi', 'TUMPANG']) expect(toldBy(said)(term)).toBe(false);
    expect(toldBy(said)('pecel')).toBe(true);
    const sought = [
      { term: 'pecel tumpang', times: 90 },
      { term: 'kata aneh', times: 20 },
      { term: 'kata aneh', times: 40 },
      { term: 'pecel', times: 50 },
    ];
    expect(heldBack(sought, said)).toEqual([{ term: 'kata aneh', times: 40 }]);
  });
});
