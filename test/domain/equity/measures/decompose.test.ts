import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';
import type { Measure } from '../../../../shared/domain/equity/measures/fraction.ts';
import { amounts, CASES, known } from './lists.ts';

const groupsOf = (lists: number[][]) => lists.map((list, i) => ({ name: `${i}`, measures: measuresOf(list) }));
const exactOf = (measure: Measure): [bigint, bigint] => {
  if (measure.value === null || measure.exact === undefined) throw new Error('no fraction');
  return [BigInt(measure.exact.numerator), BigInt(measure.exact.denominator)];
};

describe('within and between groups', () => {
  const partitions = fc
    .array(fc.array(amounts, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
    .filter((lists) => lists.flat().some((amount) => amount > 0));

  test('add up to Theil and GE(2) of all, GE(2) exactly, and multiply to Atkinson', () => {
    fc.assert(
      fc.property(partitions, (lists) => {
        const all = measuresOf(lists.flat());
        const parts = groupsOf(lists);
        const { theil, ge2, atkinson05, groups } = decompose(parts);
        expect(Math.abs(known(theil.total) - known(all.theil))).toBeLessThanOrEqual(1e-12);
        expect(known(theil.between)).toBeGreaterThanOrEqual(0);
        expect(ge2.total).toEqual(all.ge2);
        const [[wn, wd], [bn, bd], [tn, td]] = [exactOf(ge2.within), exactOf(ge2.between), exactOf(ge2.total)];
        expect((wn * bd + bn * wd) * td).toBe(tn * wd * bd);
        // GE2 within by its definition: Σ p_g (μ_g/μ)² GE2_g = Σ (s_g²/p_g) GE2_g.
        const within = parts
          .filter(({ measures }) => measures.ge2.value !== null)
          .map(({ measures }) => {
            const [p, s] = [measures.merchants / all.merchants, Number(measures.totalRupiah) / Number(all.totalRupiah)];
            return ((s * s) / p) * known(measures.ge2);
          })
          .reduce((a, b) => a + b, 0);
        expect(Math.abs(within - known(ge2.within))).toBeLessThanOrEqual(1e-9 * Math.max(1, within));
        expect(Math.abs(known(atkinson05.total) - known(all.atkinson05))).toBeLessThanOrEqual(1e-12);
        const kept = (1 - known(atkinson05.within)) * (1 - known(atkinson05.between));
        expect(Math.abs(1 - kept - known(all.atkinson05))).toBeLessThanOrEqual(1e-12);
        const added = groups.reduce((sum, group) => sum + known(group.theilWithin), 0);
        expect(Math.abs(added - known(theil.within))).toBeLessThanOrEqual(1e-12);
      }),
      CASES,
    );
  });

  test('are undefined without turnover, and without inequality have no shares', () => {
    expect(decompose(groupsOf([[0], [0, 0], []])).theil.total).toEqual({ value: null, reason: 'no_turnover' });
    expect(decompose([]).ge2.between).toEqual({ value: null, reason: 'no_merchants' });
    const equal = decompose(groupsOf([[4], [4, 4]]));
    expect(equal.theil).toMatchObject({ total: { value: 0 }, betweenShare: { value: null, reason: 'no_inequality' } });
    expect(equal.ge2).toMatchObject({ total: { value: 0 }, betweenShare: { value: null, reason: 'no_inequality' } });
  });

  test('stay exact over thousands of districts', () => {
    const lists = Array.from({ length: 3000 }, (_, i) =>
      Array.from({ length: 1 + (i % 97) }, (_, j) => (i * j) % 1009),
    );
    expect(decompose(groupsOf(lists)).ge2.total).toEqual(measuresOf(lists.flat()).ge2);
  });
});
