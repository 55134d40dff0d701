import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapEvidence } from '../../../shared/domain/ranking/support/gap-evidence.ts';
import { medianInterval, medianRanks } from '../../../shared/domain/ranking/support/median-interval.ts';
import { type LikeShop, missedOf } from '../../../shared/domain/ranking/support/missed.ts';
import type { Encounter } from '../../../shared/domain/ranking/support/support.ts';

describe('the ranks that hold a median', () => {
  // Published table: Conover, Practical Nonparametric Statistics, 3rd ed., table A3 at p = ½, 95%.
  test.each([
    [5, undefined],
    [6, [1, 6]],
    [8, [1, 8]],
    [9, [2, 8]],
    [10, [2, 9]],
    [20, [6, 15]],
    [50, [18, 33]],
    [100, [40, 61]],
  ])('of %i values are as in the tables', (n, ranks) => {
    const found = medianRanks(n);
    expect(found && [found.low, found.high]).toEqual(ranks);
  });

  test('lie about the middle, however many values there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 20_000 }), (n) => {
        const { low, high } = medianRanks(n) ?? { low: 0, high: 0 };
        expect(low).toBeGreaterThanOrEqual(1);
        expect(low + high).toBe(n + 1);
        // The normal approximation is never off by more than two ranks.
        expect(Math.abs(low - (n / 2 - 0.98 * Math.sqrt(n)))).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('hold it in 95 of 100, on draws of a long tail', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    let held = 0;
    for (let run = 0; run < 4000; run++) {
      // Pareto with median 2.
      const found = medianInterval(Array.from({ length: 12 }, () => 1 / (1 - random())));
      if (found && found.low <= 2 && 2 <= found.high) held += 1;
    }
    expect(held / 4000).toBeGreaterThan(0.945);
  });
});

const shop = (soldRupiah: number, district = '35.73.02', ownerId = `own_${soldRupiah}`): LikeShop => ({
  ownerId,
  district,
  soldRupiah,
});
const own = { ownerId: 'own_self', district: '35.73.02' };
const sold = [0, 0, 120_000, 256_000, 431_000, 999_999];

describe('what an owner may have missed', () => {
  test('is what like shops of the district sold, with the interval of its median, to two digits outward', () => {
    expect(
      missedOf(
        own,
        sold.map((rupiah, at) => shop(rupiah, '35.73.02', `own_${at}`)),
      ),
    ).toEqual({
      rupiah: 120_000,
      lowRupiah: 0,
      highRupiah: 1_000_000,
      shops: 6,
      within: 'district',
    });
  });

  test('is told by the city where the district has fewer than six, and by nobody where the city has', () => {
    const far = sold.map((rupiah, at) => shop(rupiah, '35.73.05', `own_${at}`));
    expect(missedOf(own, far)).toMatchObject({ shops: 6, within: 'city' });
    expect(missedOf(own, far.slice(1))).toBeNull();
    expect(missedOf(own, [])).toBeNull();
  });

  test('never counts what the owner sold through another shop', () => {
    const rich = { ...shop(9_000_000), ownerId: own.ownerId };
    expect(missedOf(own, [...sold.map((rupiah, at) => shop(rupiah, '35.73.02', `own_${at}`)), rich])?.shops).toBe(6);
  });

  test('lies within its bounds, and its bounds hold the shops’ own', () => {
    const shops = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(shops, (rupiah) => {
        const found = missedOf(
          own,
          rupiah.map((one, at) => shop(one, '35.73.02', `own_${at}`)),
        );
        const { low, high, median } = medianInterval(rupiah) ?? { low: 0, high: 0, median: 0 };
        expect(found?.lowRupiah).toBeLessThanOrEqual(low);
        expect(found?.highRupiah).toBeGreaterThanOrEqual(high);
        expect(Math.abs((found?.rupiah ?? 0) - median)).toBeLessThanOrEqual(median * 0.05 + 1);
        for (const told of [found?.rupiah, found?.lowRupiah, found?.highRupiah])
          expect(String(told).replace(/0+$/, '').length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('the evidence of an owner', () => {
  const met = (failures: Encounter['failures'] = []): Encounter => ({
    valueRupiah: 100_000,
    ownersAbove: 3,
    failures,
    shown: false,
  });
  const dear = (priceRupiah: number) =>
    ({ reason: 'price_above_fair', priceRupiah, lineRupiah: 21_600.5, medianRupiah: 18_000 }) as const;
  test('counts each reason once a request, in the order of the gate, and shows the price nearest to its line', () => {
    const small = { reason: 'capacity_too_little', capacityUnits: 1, neededUnits: 5 } as const;
    const shelf = { offers: 3, soldOut: 1, impressions: 2.5 };
    expect(gapEvidence(shelf, [met(), met([dear(30_000)]), met([small, dear(25_000)])])).toEqual({
      ...shelf,
      requests: 3,
      passed: 1,
      price: { priceRupiah: 25_000, lineRupiah: 21_600 },
      failures: [
        { reason: 'capacity_too_little', requests: 1 },
        { reason: 'price_above_fair', requests: 2 },
      ],
    });
    expect(gapEvidence(shelf, [])).toMatchObject({ requests: 0, passed: 0, failures: [], price: null });
  });
});
