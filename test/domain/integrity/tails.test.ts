import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast, centreOf, waysToChoose } from '../../../shared/domain/integrity/tails.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the tail of independent trials', () => {
  test('is the binomial’s where all chances are equal', () => {
    // P(Bin(10, 0.3) ≥ 7), by hand: Σ C(10, k) 0.3^k 0.7^(10 − k) for k = 7 … 10.
    expect(atLeast(Array(10).fill(0.3), 7)).toBeCloseTo(0.0105920784, 12);
    expect(atLeast(Array(4).fill(0.5), 2)).toBeCloseTo(11 / 16, 15);
  });

  test('holds far below what one minus almost one could say', () => {
    const tail = atLeast(Array(20).fill(1e-3), 10);
    expect(tail / (waysToChoose(10, 20) * 1e-30)).toBeCloseTo(0.99, 2);
  });

  test('equals the sum over every outcome, for any chances', () => {
    const chances = fc.array(chance, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(chances, fc.integer({ min: 0, max: 9 }), (all, least) => {
        let sum = 0;
        for (let outcome = 0; outcome < 2 ** all.length; outcome++) {
          const hits = all.filter((_, place) => outcome & (1 << place)).length;
          if (hits >= least)
            sum += all.reduce((product, one, place) => product * (outcome & (1 << place) ? one : 1 - one), 1);
        }
        expect(atLeast(all, least)).toBeCloseTo(sum, 10);
      }),
    );
  });

  test('never rises with what is asked, and never falls with a chance', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 30 }), fc.nat(30), chance, (all, least, one) => {
        const tail = atLeast(all, least);
        expect(atLeast(all, least + 1)).toBeLessThanOrEqual(tail + 1e-12);
        expect(atLeast([...all.slice(1), Math.max(one, all[0] ?? 0)], least)).toBeGreaterThanOrEqual(tail - 1e-12);
      }),
    );
  });
});

describe('the ways to choose', () => {
  test('are Pascal’s triangle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (some, among) => {
        expect(waysToChoose(some, among)).toBe(waysToChoose(some, among - 1) + waysToChoose(some - 1, among - 1));
      }),
    );
  });
});

describe('the centre of prices', () => {
  test('is not moved by fewer than half of them, however far they lie', () => {
    const prices = fc.array(fc.integer({ min: 10_000, max: 20_000 }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 1e9 }), (honest, shill) => {
        const { median } = centreOf([...honest, ...Array(Math.floor((honest.length - 1) / 2)).fill(shill)]);
        expect(median).toBeGreaterThanOrEqual(Math.min(...honest));
        expect(median).toBeLessThanOrEqual(Math.max(...honest));
      }),
    );
  });
});
