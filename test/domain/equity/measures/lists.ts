import fc from 'fast-check';
import { expect } from 'vitest';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import type { Measure } from '../../../../shared/domain/equity/measures/fraction.ts';

/** A month of one merchant: often nothing, often the same as a neighbour's, seldom huge. */
export const amounts: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 2_000_000_000 }) },
  { weight: 1, arbitrary: fc.maxSafeNat() },
);
export const anyAmounts: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 12, arbitrary: amounts },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 72n }) },
);

/** A list in which somebody sold something. */
export const lists = fc.array(amounts, { minLength: 1, maxLength: 14 }).filter((list) => list.some((x) => x > 0));
export const anyLists = fc
  .array(anyAmounts, { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((amount) => amount > 0));

/** How many cases the properties of EQUITY.md are tried on. */
export const CASES = { numRuns: 10_000 };

export const ascending = <T extends Amount>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** The value of a measure that has one. */
export const known = (measure: Measure): number => {
  if (measure.value === null) throw new Error(`undefined: ${measure.reason}`);
  return measure.value;
};

/** Twelve digits from the first one that is not 0, however small the measure. */
export const twelveSignificant = (actual: Measure, expected: number): void =>
  expect(Math.abs(known(actual) - expected)).toBeLessThanOrEqual(5e-13 * Math.abs(expected));

/** Numbers like a city's: log-normal, a third unsold, from a fixed seed (mulberry32). */
export const cityOf = (merchants: number, seed: number): number[] => {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: merchants }, () => {
    if (random() < 1 / 3) return 0;
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return 500 * Math.ceil(Math.exp(7.5 + 1.4 * normal));
  });
};
