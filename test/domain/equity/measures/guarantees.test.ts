import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeCities } from '../../../../shared/domain/equity/files/merge-cities.ts';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { spendConcentration } from '../../../../shared/domain/equity/measures/spend-concentration.ts';
import { encodeCityFile } from '../files/encode-city-file.ts';
import { anyAmounts, ascending, CASES, known, lists } from './lists.ts';

/** What EQUITY.md §1 promises beside `identities.test.ts` and `decompose.test.ts`. */
describe('merging', () => {
  test('city files into a region is one pass over all its merchants, to the last bit', async () => {
    const month = '2026-10';
    const sourceOf = (list: readonly Amount[], i: number) => {
      const total = list.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
      const plan = { cityCode: `c${i}`, month, count: list.length, total };
      const file = [...encodeCityFile(plan, ascending(list))];
      return { cityCode: `c${i}`, open: () => file };
    };
    const regions = fc.array(fc.array(anyAmounts, { maxLength: 5 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(regions, async (cities) => {
        const merged = await mergeCities(month, cities.map(sourceOf));
        expect(merged.measures).toEqual(measuresOf(cities.flat()));
        expect(merged.partial).toBe(false);
      }),
      CASES,
    );
  });
});

describe('a list', () => {
  test('without turnover is null everywhere, never 0', () => {
    for (let n = 0; n <= 400; n += 1) {
      const measures = measuresOf(Array<number>(n).fill(0));
      for (const name of ['gini', 'giniSmall', 'theil', 'ge2', 'hoover', 'palma', 'hhi', 'lorenz', 'median'] as const)
        expect([name, measures[name].value]).toEqual([name, null]);
      expect(measures.unsoldShare.value).toBe(n === 0 ? null : 1);
    }
  });

  test('of sellers has a lower L and Atkinson 1 after a transfer from rich to poor that keeps the ranks', () => {
    const sold = fc
      .array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 12 })
      .map((list) => ascending(list))
      .filter((list) => list.some((amount, i) => i > 0 && amount - (list[i - 1] as number) >= 2));
    fc.assert(
      fc.property(sold, fc.nat(), (list, pick) => {
        const gaps = list.flatMap((amount, i) => (i > 0 && amount - (list[i - 1] as number) >= 2 ? [i] : []));
        const rich = gaps[pick % gaps.length] as number;
        const rupiah = Math.ceil(((list[rich] as number) - (list[rich - 1] as number)) / 4);
        const after = list.map((amount, i) => amount + (i === rich - 1 ? rupiah : i === rich ? -rupiah : 0));
        const [old, now] = [measuresOf(list), measuresOf(after)];
        // One rupiah between two who have a million is less than a double of the whole list can tell.
        for (const name of ['theilL', 'atkinson1'] as const)
          expect(known(now[name])).toBeLessThanOrEqual(known(old[name]) * (1 + 1e-13));
        expect(known(now.hhi)).toBeLessThan(known(old.hhi));
      }),
      CASES,
    );
  });

  test('c, 2c, … n·c has G = (n − 1)/(3n), whatever c', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, c) => {
        const { gini } = measuresOf(Array.from({ length: n }, (_, i) => BigInt(i + 1) * c));
        expect(known(gini)).toBe((n - 1) / (3 * n));
      }),
      CASES,
    );
  });
});

describe("one agency's spend", () => {
  test('is worth between one owner and all of them, and joining two owners never makes it look wider', () => {
    fc.assert(
      fc.property(lists, (spend) => {
        const { owners, hhi, equivalentOwners, largestShare } = spendConcentration(spend);
        const rounding = 1 + 1e-15;
        expect(known(equivalentOwners)).toBeGreaterThanOrEqual(1);
        expect(known(equivalentOwners)).toBeLessThanOrEqual(owners);
        expect(known(hhi)).toBeLessThanOrEqual(known(largestShare) * rounding);
        expect(known(hhi) * rounding).toBeGreaterThanOrEqual(known(largestShare) ** 2);
        const [first = 0, second = 0, ...others] = spend;
        const joined = spendConcentration([BigInt(first) + BigInt(second), ...others]);
        expect(known(joined.hhi)).toBeGreaterThanOrEqual(known(hhi));
      }),
      CASES,
    );
  });

  test('in equal parts from n owners is "setara n UMKM"', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.bigInt({ min: 1n, max: 2n ** 70n }), (n, part) => {
        expect(spendConcentration(Array<bigint>(n).fill(part)).equivalentOwners.value).toBe(n);
      }),
      CASES,
    );
  });
});
