import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../shared/domain/equity/amount.ts';
import { measuresOf } from '../../../shared/domain/equity/ascending-pass.ts';
import type { Measure } from '../../../shared/domain/equity/fraction.ts';
import { addLive, giniInterval, liveBinOf, liveChanges } from '../../../shared/domain/equity/live.ts';
import { anyAmounts, anyLists, CASES, cityOf, known } from './lists.ts';

const binsOf = (list: readonly Amount[]) => addLive(...list.map((amount) => liveChanges(undefined, amount)));
const isAtMost = (a: Measure, b: Measure): boolean => {
  if (a.value === null || b.value === null) return false;
  const [[n, d], [m, e]] = [a, b].map(({ exact }) => [
    BigInt(exact?.numerator ?? 0),
    BigInt(exact?.denominator ?? 0),
  ]) as [[bigint, bigint], [bigint, bigint]];
  return n * e <= m * d;
};

describe('the live interval', () => {
  test('holds the Gini index, exactly compared', () => {
    fc.assert(
      fc.property(anyLists, (list) => {
        const { low, high, estimate, merchants } = giniInterval(binsOf(list));
        const { gini } = measuresOf(list);
        expect(merchants).toBe(list.length);
        expect([isAtMost(low, gini), isAtMost(gini, high)]).toEqual([true, true]);
        expect([isAtMost(low, estimate), isAtMost(estimate, high)]).toEqual([true, true]);
      }),
      CASES,
    );
  });

  test('is a few 1e-4 wide on a city', () => {
    const city = cityOf(50_000, 11);
    const { low, high, estimate } = giniInterval(binsOf(city));
    expect(known(high) - known(low)).toBeLessThan(1e-3);
    expect(Math.abs(known(estimate) - known(measuresOf(city).gini))).toBeLessThan(2e-4);
  });

  test('adds up over cities, and moves add up to where they lead', () => {
    const moves = fc.array(fc.tuple(anyAmounts, anyAmounts), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(moves, (list) => {
        const before = binsOf(list.map(([from]) => from));
        const after = binsOf(list.map(([, to]) => to));
        const moved = addLive(before, ...list.map(([from, to]) => liveChanges(from, to)));
        expect(giniInterval(moved)).toEqual(giniInterval(after));
        expect(giniInterval(addLive(before, after))).toEqual(giniInterval(binsOf(list.flat())));
      }),
      { numRuns: 3000 },
    );
  });

  test('has bins in order, each a tenth wide at most', () => {
    fc.assert(
      fc.property(anyAmounts, (amount) => {
        const bin = liveBinOf(amount);
        if (bin === 0) return BigInt(amount) === 0n;
        const [value, above] = [BigInt(amount), (BigInt(amount) * 111n) / 100n + 2n];
        return liveBinOf(value + 1n) >= bin && liveBinOf(above) > bin && liveBinOf(value - 1n) <= bin;
      }),
      CASES,
    );
  });

  test('is undefined without turnover, and refuses bins that cannot be', () => {
    expect(giniInterval(new Map()).low).toEqual({ value: null, reason: 'no_merchants' });
    expect(giniInterval(binsOf([0, 0]))).toMatchObject({ unsold: 2, high: { value: null, reason: 'no_turnover' } });
    for (const changes of [liveChanges(5, undefined), [{ bin: 3, merchants: 1, total: 9n }]]) {
      expect(() => giniInterval(addLive(changes))).toThrow(expect.objectContaining({ name: 'LiveBinImpossible' }));
    }
    expect(() => liveBinOf(10n ** 30n)).toThrow(expect.objectContaining({ name: 'LiveAmountTooLarge' }));
  });
});
