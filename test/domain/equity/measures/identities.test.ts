import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import type { Measure } from '../../../../shared/domain/equity/measures/fraction.ts';
import type { Measures } from '../../../../shared/domain/equity/measures/measures.ts';
import { ascending, CASES, known, lists } from './lists.ts';

/** Relative where a measure is large (GE(2) goes to n/2), absolute where it is small. */
const near = (a: number, b: number, tolerance = 1e-12) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(a)));

const exactOf = (measure: Measure) => (measure.value === null ? undefined : measure.exact);

const inequalities = ['gini', 'theil', 'ge2', 'atkinson05', 'hoover'] as const;

/** Everything about a list that must not change when amounts are rescaled or every merchant is doubled. */
const shape = (measures: Measures): string =>
  JSON.stringify({
    exact: (['gini', 'giniSellers', 'ge2', 'hoover', 'topTenPercentShare', 'bottomFortyPercentShare'] as const).map(
      (name) => exactOf(measures[name]),
    ),
    lorenz: measures.lorenz.value && measures.lorenz.exact,
  });

describe('the measures of any list', () => {
  test('G = p₀ + (1 − p₀)·G₊ and T = T₊ − ln(1 − p₀)', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const all = measuresOf(list);
        const sellers = measuresOf(list.filter((amount) => amount > 0));
        const unsold = known(all.unsoldShare);
        expect(all.giniSellers).toEqual(sellers.gini);
        near(known(all.gini), unsold + (1 - unsold) * known(all.giniSellers));
        near(known(all.theil), known(sellers.theil) - Math.log(1 - unsold));
      }),
      CASES,
    );
  });

  test('lie where they have to: 0 ≤ G, Hoover < 1, Hoover ≤ G, T ≤ ln n, GE(2) ≤ (n − 1)/2, L convex', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const measures = measuresOf(list);
        const n = list.length;
        const [gini, hoover] = [known(measures.gini), known(measures.hoover)];
        for (const name of inequalities) expect(known(measures[name])).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThanOrEqual((n - 1) / n);
        expect(hoover).toBeLessThanOrEqual(gini + 1e-15);
        expect(known(measures.theil)).toBeLessThanOrEqual(Math.log(n) + 1e-12);
        expect(known(measures.ge2)).toBeLessThanOrEqual((n - 1) / 2);
        const curve = measures.lorenz.value as number[];
        expect([curve.length, curve[0], curve[20]]).toEqual([21, 0, 1]);
        const steps = curve.slice(1).map((point, k) => point - (curve[k] as number));
        expect(steps.every((step, k) => step >= (steps[k - 1] ?? 0) - 1e-15)).toBe(true);
      }),
      CASES,
    );
  });

  test('do not change with the unit of money, nor when every merchant is there k times', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 2, max: 4 }), (list, factor, times) => {
        const before = measuresOf(list);
        const scaled = list.map((amount) => BigInt(amount) * BigInt(factor));
        for (const after of [measuresOf(scaled), measuresOf(Array<number[]>(times).fill(list).flat())]) {
          expect(shape(after)).toBe(shape(before));
          near(known(after.theil), known(before.theil));
          near(known(after.atkinson05), known(before.atkinson05));
        }
      }),
      CASES,
    );
  });

  test('do not depend on the order of the list', () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(measuresOf([...list].reverse())).toEqual(measuresOf(list));
      }),
      { numRuns: 10_000 },
    );
  });

  test('a transfer from rich to poor that keeps the ranks lowers all of them; Hoover never rises', () => {
    const moved = lists
      .map((list) => ascending(list))
      .filter((list) => list.some((amount, i) => i > 0 && amount - (list[i - 1] as number) >= 2))
      .chain((list) => {
        const gaps = list.flatMap((amount, i) => (i > 0 && amount - (list[i - 1] as number) >= 2 ? [i] : []));
        return fc.constantFrom(...gaps).chain((rich) => {
          const gap = (list[rich] as number) - (list[rich - 1] as number);
          return fc.integer({ min: 1, max: Math.floor(gap / 2) }).map((rupiah) => ({
            before: list,
            after: list.map((amount, i) => amount + (i === rich - 1 ? rupiah : i === rich ? -rupiah : 0)),
          }));
        });
      });
    const cross = (a: Measure, b: Measure) => {
      const [left, right] = [exactOf(a), exactOf(b)];
      return (
        BigInt(left?.numerator ?? 0) * BigInt(right?.denominator ?? 0) <
        BigInt(right?.numerator ?? 0) * BigInt(left?.denominator ?? 0)
      );
    };
    fc.assert(
      fc.property(moved, ({ before, after }) => {
        const [old, now] = [measuresOf(before), measuresOf(after)];
        expect(cross(now.gini, old.gini)).toBe(true);
        expect(cross(now.ge2, old.ge2)).toBe(true);
        expect(known(now.hoover)).toBeLessThanOrEqual(known(old.hoover));
        // A rupiah in billions is below what doubles of the whole list can tell apart.
        expect(known(now.theil)).toBeLessThanOrEqual(known(old.theil) * (1 + 1e-13));
        expect(known(now.atkinson05)).toBeLessThanOrEqual(known(old.atkinson05) * (1 + 1e-13));
      }),
      CASES,
    );
  });

  test('a merchant who sells nothing, added, raises G, T, GE(2) and Atkinson', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const [before, after] = [measuresOf(list), measuresOf([...list, 0])];
        for (const name of ['gini', 'theil', 'ge2', 'atkinson05'] as const) {
          expect(known(after[name])).toBeGreaterThan(known(before[name]));
        }
      }),
      CASES,
    );
  });

  test('are 0 exactly when all are equal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 80n }), fc.integer({ min: 1, max: 40 }), (amount, n) => {
        const measures = measuresOf(Array(n).fill(amount));
        for (const name of [...inequalities, 'theilL', 'atkinson1'] as const) expect(measures[name].value).toBe(0);
        expect(measures.lorenz.value).toEqual(Array.from({ length: 21 }, (_, k) => k / 20));
      }),
      { numRuns: 10_000 },
    );
  });

  test('Atkinson 1 = 1 − e^(−L), G* = G·n/(n − 1), GE(2) = (n·HHI − 1)/2, Palma = top 10% / bottom 40%', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const measures = measuresOf(list);
        const n = list.length;
        if (measures.theilL.value !== null) near(known(measures.atkinson1), 1 - Math.exp(-measures.theilL.value));
        if (n > 1) near(known(measures.giniSmall), (known(measures.gini) * n) / (n - 1));
        near(known(measures.ge2), (n * known(measures.hhi) - 1) / 2);
        const bottom = known(measures.bottomFortyPercentShare);
        if (bottom > 0) near(known(measures.palma), known(measures.topTenPercentShare) / bottom);
      }),
      CASES,
    );
  });

  test('G(1 … n) = (n − 1)/(3n)', () => {
    for (let n = 1; n <= 1000; n += 1) {
      const { gini } = measuresOf(Array.from({ length: n }, (_, i) => i + 1));
      const [numerator, denominator] = [
        BigInt(exactOf(gini)?.numerator ?? -1),
        BigInt(exactOf(gini)?.denominator ?? 0),
      ];
      expect(numerator * BigInt(3 * n)).toBe(denominator * BigInt(n - 1));
    }
  });

  test('m orders among n > m merchants leave G at 1 − m/n or above', () => {
    const months = fc
      .integer({ min: 2, max: 40 })
      .chain((n) =>
        fc.tuple(
          fc.constant(n),
          fc.array(fc.tuple(fc.nat(n - 1), fc.integer({ min: 1, max: 1e9 })), { minLength: 1, maxLength: n - 1 }),
        ),
      );
    fc.assert(
      fc.property(months, ([n, orders]) => {
        const turnover = Array<number>(n).fill(0);
        for (const [merchant, rupiah] of orders) turnover[merchant] = (turnover[merchant] as number) + rupiah;
        const { gini, giniFloor } = measuresOf(turnover, { orders: orders.length });
        expect(known(giniFloor)).toBe((n - orders.length) / n);
        expect(known(gini)).toBeGreaterThanOrEqual(known(giniFloor));
      }),
      CASES,
    );
  });
});
