import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import { dateInWords, weekdayName } from '../../../shared/domain/papers/date-in-words.ts';
import { rupiahInWords, TERBILANG_MAX, terbilang } from '../../../shared/domain/papers/terbilang.ts';

/** Reads words back into a number, by the rules of the language and by no table of the writer’s. */
const digits: Record<string, number> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
};
const sizes: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };
const read = (text: string): number => {
  let [total, group, last] = [0, 0, 0];
  for (const word of text
    .replace('seratus', 'satu ratus')
    .replaceAll(' seratus', ' satu ratus')
    .replaceAll('seribu', 'satu ribu')
    .split(' ')) {
    if (word in digits) last = digits[word] as number;
    else if (word === 'belas') last += 10;
    else if (word === 'puluh') [group, last] = [group + last * 10, 0];
    else if (word === 'ratus') [group, last] = [group + last * 100, 0];
    else if (word in sizes) [total, group, last] = [total + (group + last) * (sizes[word] as number), 0, 0];
    else throw new Error(`not a word of numbers: ${word}`);
  }
  return total + group + last;
};

describe('a number in words', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1100, 'seribu seratus'],
    [2000, 'dua ribu'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [730_000, 'tujuh ratus tiga puluh ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_000_000_000, 'satu triliun'],
    [100_000_000_000_000, 'seratus triliun'],
  ])('%i is %s', (value, words) => {
    expect(terbilang(value)).toBe(words);
  });

  test('is the number that was written, up to 999 triliun', () => {
    expect(read(terbilang(TERBILANG_MAX))).toBe(TERBILANG_MAX);
    for (let value = 0; value < 12_000; value++) expect(read(terbilang(value))).toBe(value);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TERBILANG_MAX }), (value) => {
        expect(read(terbilang(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 14 }), (front, zeros) => {
        const value = front * 10 ** Math.min(zeros, 12);
        expect(read(terbilang(value))).toBe(value);
      }),
    );
  });

  test('is plain words with single spaces, and never "satu ribu" for a thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TERBILANG_MAX }), (value) => {
        expect(terbilang(value)).toMatch(/^[a-z]+( [a-z]+)*$/);
        expect(terbilang(value)).not.toMatch(/milyar|satu ratus|^satu ribu|(juta|miliar|triliun) satu ribu/);
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, TERBILANG_MAX + 1])('has no words for %d', (value) => {
    expect(() => terbilang(value)).toThrow(RangeError);
  });

  test('of money begins with a capital and ends in rupiah', () => {
    expect(rupiahInWords(730_000)).toBe('Tujuh ratus tiga puluh ribu rupiah');
  });
});

describe('a day in words', () => {
  test('is as a berita acara begins', () => {
    expect(dateInWords('2026-11-27')).toBe('Jumat, tanggal dua puluh tujuh November dua ribu dua puluh enam');
    expect(dateInWords('2000-01-01')).toBe('Sabtu, tanggal satu Januari dua ribu');
    expect(dateInWords('2028-02-29')).toBe('Selasa, tanggal dua puluh sembilan Februari dua ribu dua puluh delapan');
  });

  test('names the weekdays in turn', () => {
    const week = Array.from({ length: 7 }, (_, day) => weekdayName(addDays('2026-11-23', day)));
    expect(week).toEqual(['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']);
  });
});
