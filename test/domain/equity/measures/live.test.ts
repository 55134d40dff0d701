import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import type { Measure } from '../../../../shared/domain/equity/measures/fraction.ts';
import { addLive, giniInterval, liveBinOf, liveChanges } from '../../../../shared/domain/equity/measures/live.ts';
import { anyAmounts, anyLists, CASES, cityOf, known } from './lists.ts';

const binsOf = (list: readonly Amount[]) => addLive(...list.map((amount) => liveChanges(undefined, amount)));
/** 1, 2, … 10, 11, … and a tenth more each time: where bins begin, by the rule `live.ts` states. */
const edges = [1n];
for (let edge = 1n; edge < 10n ** 30n; edge = edges.at(-1) as bigint) edges.push(edge + (edge < 10n ? 1n : edge / 10n));
const LARGEST = 10n ** 30n - 1n;

/** At, just below and just above where bins begin; nothing at all; and as much as a bin can hold. */
const hostile: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0n) },
  { weight: 1, arbitrary: fc.constant(LARGEST) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...edges), fc.constantFrom(-1n, 0n, 1n))
      .map(([edge, off]) => (edge + off > LARGEST ? LARGEST : edge + off)),
  },
);

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

  test('holds it at the edges of bins, with amounts up to 10³⁰ and with nothing at all', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 24 }), (list) => {
        const { low, high, estimate, unsold } = giniInterval(binsOf(list));
        const { gini } = measuresOf(list);
        expect(unsold).toBe(list.filter((amount) => amount === 0n).length);
        if (gini.value === null) {
          expect([low, high, estimate]).toEqual([gini, gini, gini]);
        } else {
          expect([isAtMost(low, gini), isAtMost(gini, high)]).toEqual([true, true]);
          expect([isAtMost(low, estimate), isAtMost(estimate, high)]).toEqual([true, true]);
        }
      }),
      CASES,
    );
  });

  test('begins a bin exactly at every edge', () => {
    edges.slice(0, -1).forEach((edge, i) => {
      expect([liveBinOf(edge - 1n), liveBinOf(edge)]).toEqual([i, i + 1]);
    });
    expect(liveBinOf(LARGEST)).toBe(edges.length - 1);
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
      CASES,
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
    const strange = [-1, 1.5, Number.NaN, edges.length, 10 ** 9].map((bin) => [{ bin, merchants: 1, total: 9n }]);
    for (const changes of [liveChanges(5, undefined), [{ bin: 3, merchants: 1, total: 9n }], ...strange]) {
      expect(() => giniInterval(addLive(changes))).toThrow(expect.objectContaining({ name: 'LiveBinImpossible' }));
    }
    expect(() => liveBinOf(10n ** 30n)).toThrow(expect.objectContaining({ name: 'LiveAmountTooLarge' }));
  });
});
