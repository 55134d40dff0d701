import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type UnmetCount, unmetTerm } from '../../../shared/domain/search/unmet.ts';
import { unmetSearches } from '../../../shared/domain/search/unmet-searches.ts';

const culinary = () => 'culinary' as const;
const all = () => true;
const counted = (term: string, times: number, district: string | null = null): UnmetCount => ({
  term,
  times,
  district,
  category: null,
});

describe('a search in vain', () => {
  test('is one term in whatever spelling, and none where it names a person’s number or address', () => {
    expect(unmetTerm('  Pecel   TUMPANG ')).toBe(unmetTerm('pecel tumpang'));
    for (const text of ['0812-3456-7890', 'NIK 3573014501800001', 'ani@contoh.id', '!!'])
      expect(unmetTerm(text), text).toBeUndefined();
  });

  test('is no term in whatever way a number or an address is written', () => {
    const hidden = [
      'kue 0812---3456---7890',
      'kue ０８１２３４５６７８９０',
      'kue ٠٨١٢٣٤٥٦٧٨٩٠',
      'kue ani＠contoh',
      'kue ①②③④⑤⑥⑦⑧⑨',
    ];
    for (const text of hidden) expect(unmetTerm(text), text).toBeUndefined();
    expect(unmetTerm('beras 25 kg')).toBe('beras 25 kg');
  });

  test('is told of no word that names no goods, to whatever category it was narrowed', () => {
    const narrowed = [{ ...counted('budi penipu', 40), category: 'culinary' as const }];
    expect(unmetSearches(narrowed, () => null, all)).toEqual([
      { district: null, category: 'culinary', times: 40, terms: [] },
    ]);
  });

  test('is told in whole tens and never below ten, and a word only where it alone was sought ten times', () => {
    const counts = [counted('pecel', 13), counted('es pleret', 9), counted('lupis', 4)];
    expect(unmetSearches(counts, culinary, all)).toEqual([
      { district: null, category: 'culinary', times: 10, terms: ['pecel'] },
    ]);
    expect(unmetSearches(counts, culinary, () => false)[0]?.terms).toEqual([]);
    // Two places that seek many words are two places.
    expect(
      unmetSearches(
        ['pecel', 'lupis', 'cenil', 'tape', 'wajik'].map((term) => counted(term, 2)),
        culinary,
        all,
      ),
    ).toEqual([]);
    expect(unmetSearches([counted('pecel', 9)], culinary, all)).toEqual([]);
  });

  test('is of its kecamatan or of the city, never added up; a term that is no goods is told of nowhere', () => {
    const counts = [counted('pecel', 10, '35.73.02'), counted('pecel', 30)];
    expect(unmetSearches(counts, culinary, all).map(({ district, times }) => [district, times])).toEqual([
      [null, 30],
      ['35.73.02', 10],
    ]);
    expect(unmetSearches(counts, () => null, all)).toEqual([]);
  });

  test('tells, whatever was sought, no figure that is no ten and no word below ten', () => {
    const one = fc.record({
      term: fc.constantFrom('pecel', 'lupis', 'cenil'),
      district: fc.constantFrom(null, '35.73.02', '35.73.03'),
      category: fc.constantFrom(null, 'culinary' as const, 'batik' as const),
      times: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (counts) => {
        for (const { times, terms } of unmetSearches(counts, culinary, all)) {
          expect(times >= 10 && times % 10 === 0).toBe(true);
          for (const term of terms) expect(counts.some((c) => c.term === term && c.times >= 10)).toBe(true);
        }
      }),
    );
  });
});
