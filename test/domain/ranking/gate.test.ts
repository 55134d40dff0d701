import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bayesianRating, failuresOf } from '../../../shared/domain/ranking/rule/gate.ts';
import { medianOf, priceLine, underCeiling } from '../../../shared/domain/ranking/rule/price-line.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { covers, type Offer } from '../../../shared/domain/ranking/rule/request.ts';
import { sentenceBelow } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import { input, offer, policy } from './offers.ts';

const request = { category: 'snack', quantity: 20, place: '35.73.02.1001' };
const line = priceLine([offer('a'), offer('b'), offer('c')], 20);
const reasons = (more: Partial<Offer>, lots = 1) =>
  failuresOf(offer('x', more), { ...request, lots }, line, policy).map(({ reason }) => reason);

describe('the gate', () => {
  test('lets a newcomer with a fair price through', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ priceRupiah: 21_600 })).toEqual([]);
  });

  test('names each reason with its numbers', () => {
    expect(reasons({ verified: false })).toEqual(['not_verified']);
    expect(reasons({ open: false })).toEqual(['closed']);
    expect(reasons({ deliversTo: ['35.07', '35.73.03'] })).toEqual(['not_delivered_there']);
    expect(failuresOf(offer('x', { capacityUnits: 19 }), request, line, policy)).toEqual([
      { reason: 'capacity_too_little', capacityUnits: 19, neededUnits: 20 },
    ]);
    expect(failuresOf(offer('x', { priceRupiah: 21_601 }), request, line, policy)).toEqual([
      { reason: 'price_above_fair', priceRupiah: 21_601, lineRupiah: 21_600, medianRupiah: 18_000 },
    ]);
    expect(reasons({ ratingCount: 10, ratingSum: 24 })).toEqual(['rating_too_low']);
    const capped = underCeiling(priceLine([offer('a')], 20), 15_000);
    expect(failuresOf(offer('x'), request, capped, policy)).toEqual([
      { reason: 'price_above_ceiling', priceRupiah: 18_000, ceilingRupiah: 15_000 },
    ]);
  });

  test('gives all reasons, in the order they are tested', () => {
    expect(
      reasons({ verified: false, open: false, deliversTo: [], capacityUnits: 0, priceRupiah: 90_000, ratingCount: 50 }),
    ).toEqual([
      'not_verified',
      'closed',
      'not_delivered_there',
      'capacity_too_little',
      'price_above_fair',
      'rating_too_low',
    ]);
  });

  test('asks for one lot when the order is split', () => {
    expect(reasons({ capacityUnits: 4 }, 5)).toEqual([]);
    expect(reasons({ capacityUnits: 3 }, 5)).toEqual(['capacity_too_little']);
  });

  test('believes a newcomer as much as five ratings', () => {
    expect(bayesianRating({ ratingSum: 0, ratingCount: 0 }, policy)).toBe(4);
    expect(bayesianRating({ ratingSum: 10, ratingCount: 5 }, policy)).toBe(3);
  });

  test('puts who failed below the line by price, each with one sentence', () => {
    const fair = ['a', 'b', 'c'].map((id) => offer(id));
    const { below } = rankOffers(
      input([...fair, offer('d', { priceRupiah: 30_000 }), offer('e', { capacityUnits: 1 })]),
    );
    expect(below.map((here) => [here.rank, here.offer.offerId, sentenceBelow(here.failures[0])])).toEqual([
      [4, 'off-e', 'Turun urutan karena yang bisa dipesan paling banyak 1, sedangkan diperlukan 20.'],
      [5, 'off-d', 'Turun urutan karena harganya Rp30.000, di atas batas wajar Rp21.600.'],
    ]);
  });

  test('knows that a city covers its villages, and 35.7 nothing', () => {
    expect(covers('35.73', '35.73.02.1001')).toBe(true);
    expect(covers('35.73.02', '35.73.02')).toBe(true);
    expect(covers('35.7', '35.73.02')).toBe(false);
    expect(covers('', '35.73.02')).toBe(false);
  });
});

describe('the price line', () => {
  test('is a median that is always an observed price', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 3, 2])).toBe(2);
    expect(medianOf([])).toBeNull();
  });

  test('cannot be moved by more offers of one owner at or above its lowest price', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(200), { maxLength: 20 }),
        (prices, extra) => {
          const honest = prices.map((priceRupiah, index) => offer(String(index), { priceRupiah }));
          const shill = extra.map((more, index) =>
            offer(`s${index}`, { ownerId: 'own-0', priceRupiah: (prices[0] as number) + more }),
          );
          expect(priceLine([...honest, ...shill], 20)).toEqual(priceLine(honest, 20));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('moves by at most one honest neighbour for one shill owner, and stays inside honest prices while shills are fewer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 11 }),
        (honest, any) => {
          const shills = any.slice(0, honest.length - 1);
          const sorted = [...honest].sort((a, b) => a - b);
          const median = medianOf([...honest, ...shills]) as number;
          const k = Math.ceil((honest.length + shills.length) / 2);
          if (median < (sorted[k - 1 - shills.length] as number) || median > (sorted[k - 1] as number))
            throw new Error(`${median} left the honest prices`);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
