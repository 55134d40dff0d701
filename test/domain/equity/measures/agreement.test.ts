import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import { ascendingPass, measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { ratio } from '../../../../shared/domain/equity/measures/fraction.ts';
import { anyLists, ascending, CASES, cityOf, known } from './lists.ts';
import { naive, printed, type Rational } from './naive.ts';

const agrees = (amounts: readonly Amount[]) => {
  const measures = measuresOf(amounts);
  const truth = naive(amounts);
  expect(measures.totalRupiah).toBe(`${truth.total}`);
  expect(measures.sellers).toBe(truth.sellers);
  for (const [name, fraction] of Object.entries(truth.exact)) {
    const measure = measures[name as keyof typeof truth.exact];
    expect([name, measure]).toEqual([name, { value: ratio(...(fraction as Rational)), exact: printed(fraction) }]);
  }
  if (measures.palma.value !== null) expect(measures.palma.exact).toEqual(printed(truth.palma));
  if (amounts.length >= 10) {
    expect(measures.topTenMerchantsShare).toMatchObject({ exact: printed(truth.topTenMerchantsShare) });
  }
  expect(measures.lorenz.value && measures.lorenz.exact).toEqual(truth.lorenz.map(printed));
  for (const name of ['theil', 'atkinson05', 'theilL'] as const) {
    if (measures[name].value === null) continue;
    expect(Math.abs(known(measures[name]) - truth[name])).toBeLessThanOrEqual(2e-12 * Math.max(1, truth[name]));
  }
};

describe('the engine and a naive BigInt implementation', () => {
  test('agree on every measure, with zeros, ties and amounts beyond 2^53', () => {
    fc.assert(fc.property(anyLists, agrees), CASES);
  });

  test('agree where chunks, exact doubles and safe integers end', () => {
    const edges = [2 ** 40 - 1, 2 ** 40, 2 ** 53 - 1, 2n ** 53n, 2n ** 64n];
    for (const edge of edges) {
      for (const n of [62, 63, 64, 65, 127, 128, 129]) agrees([...Array<Amount>(n).fill(edge), 0, 1, 2n ** 40n + 1n]);
    }
  });

  test('agree on 100,000 merchants', () => {
    agrees([...cityOf(99_998, 7), 2n ** 53n + 1n, 2 ** 41 + 1]);
  });

  test('ratio is the nearest double', () => {
    const natural = fc.bigInt({ min: 1n, max: 2n ** 300n });
    fc.assert(
      fc.property(natural, natural, fc.nat(200), (a, b, shift) => {
        const [numerator, denominator] = [a >> BigInt(shift), b];
        const value = ratio(numerator, denominator);
        if (value === 0) return numerator === 0n;
        // |value − a/b| ≤ half the gap of doubles at value, in whole numbers: value = m·2^e.
        const e = Math.floor(Math.log2(value)) - 54;
        const mantissa = BigInt(value / 2 ** e);
        const [scaled, unit] = e < 0 ? [numerator << BigInt(-e), denominator] : [numerator, denominator << BigInt(e)];
        const error = scaled - mantissa * unit;
        return (error < 0n ? -error : error) <= 4n * unit;
      }),
      CASES,
    );
  });
});

describe('a pass', () => {
  test('says the same with and without control totals, and zeros listed or counted', () => {
    fc.assert(
      fc.property(anyLists, (list) => {
        const sorted = ascending(list);
        const zeros = sorted.filter((amount) => amount <= 0).length;
        const total = sorted.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
        const [controlled, recorded] = [ascendingPass({ count: list.length, total }), ascendingPass()];
        controlled.addZeros(zeros);
        for (const amount of sorted.slice(zeros)) controlled.add(amount);
        for (const amount of sorted) recorded.add(amount);
        expect(controlled.measures()).toEqual(measuresOf(list));
        expect(recorded.measures()).toEqual(measuresOf(list));
      }),
      { numRuns: 3000 },
    );
  });

  test('refuses what is not a whole amount in ascending order', () => {
    for (const pass of [ascendingPass(), ascendingPass({ count: 9, total: 9n })]) {
      for (const amount of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -1n]) {
        expect(() => pass.add(amount)).toThrow(expect.objectContaining({ name: 'AmountNotWholeRupiah' }));
      }
      pass.add(7);
      for (const amount of [6, 6n, 0]) {
        expect(() => pass.add(amount)).toThrow(expect.objectContaining({ name: 'AmountsNotAscending' }));
      }
      expect(() => pass.addZeros(1)).toThrow(expect.objectContaining({ name: 'AmountsNotAscending' }));
      expect(() => pass.addZeros(-1)).toThrow(expect.objectContaining({ name: 'CountNotWhole' }));
      pass.add(2n ** 60n);
      for (const amount of [8, 2n ** 60n - 1n]) {
        expect(() => pass.add(amount)).toThrow(expect.objectContaining({ name: 'AmountsNotAscending' }));
      }
    }
  });

  test('refuses to measure a list the register contradicts: one lost, one twice, one changed', () => {
    const control = { count: 4, total: 60n };
    for (const streamed of [[0, 10, 20], [0, 10, 20, 30, 30], [0, 10, 20, 31], []]) {
      const pass = ascendingPass(control);
      for (const amount of streamed) pass.add(amount);
      expect(() => pass.measures()).toThrow(expect.objectContaining({ name: 'ControlTotalsDiffer' }));
    }
  });
});
