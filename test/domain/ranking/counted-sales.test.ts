import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later } from '../../../shared/domain/basics/month.ts';
import { countedRupiah, type PricedLine } from '../../../shared/domain/ranking/ledger/counted-value.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { makeLedger } from '../../../shared/domain/ranking/ledger/make-ledger.ts';
import { weighedByQuality } from '../../../shared/domain/ranking/ledger/quality-weight.ts';
import { policy } from './offers.ts';

const now = '2026-11-22T01:30:00.000Z';
const daysAgo = (days: number) => later(now, -days * 86_400_000);
const powers = (pricePowerAbove: number, pricePowerBelow = 1) => ({ ...policy, pricePowerAbove, pricePowerBelow });
const worth = ([units, price]: PricedLine) => units * price;

const anyLine = fc.tuple(
  fc.integer({ min: 1, max: 500 }),
  fc.integer({ min: 1, max: 200_000 }),
  fc.integer({ min: 1, max: 200_000 }),
) as fc.Arbitrary<[number, number, number]>;
const anyPower = fc.integer({ min: 1, max: 5 });

describe('what an order counts as', () => {
  test('is its value where it was paid at the reference, compared with nothing, or the powers are 1', () => {
    expect(countedRupiah(200_000, [[10, 20_000, 20_000]], powers(3, 3))).toBe(200_000);
    expect(countedRupiah(200_000, [], powers(3, 3))).toBe(200_000);
    fc.assert(fc.property(anyLine, (line) => countedRupiah(worth(line), [line], powers(1)) === worth(line)));
  });

  test('is reference value · (price ÷ reference)^k, line by line, rounded down', () => {
    expect(countedRupiah(240_000, [[10, 24_000, 20_000]], powers(3))).toBe(345_600);
    expect(countedRupiah(160_000, [[10, 16_000, 20_000]], powers(3))).toBe(160_000);
    expect(countedRupiah(160_000, [[10, 16_000, 20_000]], powers(3, 3))).toBe(102_400);
    expect(countedRupiah(5, [[1, 5, 3]], powers(2))).toBe(8);
    const both: PricedLine[] = [
      [10, 24_000, 20_000],
      [10, 16_000, 20_000],
    ];
    expect(countedRupiah(450_000, both, powers(3, 3))).toBe(345_600 + 102_400 + 50_000);
  });

  test('never falls when the price rises, and a price above the reference never counts less than was paid', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 0, max: 50_000 }), anyPower, anyPower, (line, more, above, below) => {
        const [units, price, reference] = line;
        const dearer: PricedLine = [units, price + more, reference];
        const counted = (one: PricedLine) => countedRupiah(worth(one), [one], powers(above, below));
        expect(counted(dearer)).toBeGreaterThanOrEqual(counted(line));
        if (price >= reference) expect(counted(line)).toBeGreaterThanOrEqual(worth(line));
        else expect(counted(line)).toBeLessThanOrEqual(worth(line));
      }),
      { numRuns: 2000 },
    );
  });

  test('grows no further beyond twice the reference: what is compared by mistake sinks nobody', () => {
    expect(countedRupiah(10_000_000, [[1, 10_000_000, 1000]], powers(3))).toBe(40_000_000);
    expect(Number.isSafeInteger(countedRupiah(1e12, [[1, 1e12, 1]], powers(5)))).toBe(true);
  });
});

describe('the weight of quality', () => {
  const rated = (mean: number, ratingCount = 30) => ({ ratingSum: Math.round(mean * ratingCount), ratingCount });
  const weighed = (mean: number, ratingPower = 2) =>
    weighedByQuality(1_000_000, rated(mean), 4.2, { ...policy, ratingPower });

  test('makes good goods count less and bad ones more, by a quarter at the most', () => {
    expect(weighed(4.2, 0)).toBe(1_000_000);
    expect(weighed(4.9)).toBeLessThan(weighed(4.2));
    expect(weighed(4.2)).toBeLessThan(weighed(3.5));
    expect(weighed(1)).toBe(1_250_000);
    expect(weighedByQuality(1_000_000, rated(5, 1000), 3, { ...policy, ratingPower: 3 })).toBe(800_000);
  });

  test('lets no single rating of many move sales by more than a thirtieth', () => {
    const one = { ...rated(4.5), ratingSum: rated(4.5).ratingSum + 1, ratingCount: 31 };
    const rules = { ...policy, ratingPower: 2 };
    const change = weighedByQuality(1e6, one, 4.2, rules) / weighedByQuality(1e6, rated(4.5), 4.2, rules);
    expect(Math.abs(change - 1)).toBeLessThan(1 / 20);
  });
});

const entry = (merchantId: string, days: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  orderId: `ord_${merchantId}_${days}`,
  merchantId: `mrc_${merchantId}` as LedgerEntry['merchantId'],
  ownerId: `own_${merchantId}`,
  cityCode: '35.73',
  category: 'culinary',
  valueRupiah: 100_000,
  units: 5,
  district: '35.73.02',
  state: 'accepted',
  unanswered: false,
  at: daysAgo(days),
  orderVersion: 1,
  ...more,
});

describe('a newcomer', () => {
  const rule = { ...policy, newcomerDays: 90 };
  const old = Array.from({ length: 12 }, (_, at) => entry(`old${at}`, 20, { valueRupiah: 100_000 * (at + 1) }));
  const salesOf = (entries: readonly LedgerEntry[], entered: Record<string, number>, joined: string[] = []) => {
    const ownerOf = new Map(
      entries.map(({ merchantId, ownerId }) => [merchantId, joined.includes(ownerId) ? 'own_joined' : ownerId]),
    );
    const enteredAt = new Map(Object.entries(entered).map(([owner, days]) => [owner, daysAgo(days)]));
    const facts = { city: '35.73', entries, exposures: new Map(), ownerOf, enteredAt, policy: rule, at: now };
    return new Map(makeLedger(facts).owners.map(([ownerId, sales]) => [ownerId, sales]));
  };

  test('has received nothing until its first order, and then starts at the lowest quartile of who is established', () => {
    expect(salesOf(old, { own_new: 3 }).has('own_new')).toBe(false);
    expect(salesOf([...old, entry('new', 1)], { own_new: 3 }).get('own_new')).toBe(100_000 + 300_000);
  });

  test('spends the promise by calling the first order off, and not by what a buyer cancels or it refuses', () => {
    const first = (more: Partial<LedgerEntry>) =>
      salesOf([...old, entry('new', 1, more)], { own_new: 3 }).get('own_new');
    expect(first({ state: 'cancelled', cancelledAt: daysAgo(1), cancelledBy: 'merchant' })).toBe(100_000 + 300_000);
    expect(first({ state: 'cancelled', cancelledAt: daysAgo(1), cancelledBy: 'buyer' })).toBeUndefined();
    expect(first({ state: 'refused', valueRupiah: 90_000 })).toBeUndefined();
  });

  test('is one for ninety days, and nobody is where the rule knows none, few sell, or all came together', () => {
    const entries = [...old, entry('new', 1)];
    expect(salesOf(entries, { own_new: 91 }).get('own_new')).toBe(100_000);
    expect(salesOf(entries, {}).get('own_new')).toBe(100_000);
    expect(salesOf([...old.slice(0, 9), entry('new', 1)], { own_new: 3 }).get('own_new')).toBe(100_000);
    const together = Object.fromEntries(entries.map(({ ownerId }) => [ownerId, 3]));
    expect(salesOf(entries, together).get('own_new')).toBe(100_000);
  });

  test('never stands before an established owner of the lowest quartile once it has had its first order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 10, maxLength: 40 }), (values) => {
        const sold = values.map((value, at) => entry(`old${at}`, 20, { valueRupiah: value * 1000 }));
        const sales = salesOf([...sold, entry('new', 1, { valueRupiah: 60_000 })], { own_new: 3 });
        const before = values.filter((value) => value * 1000 < (sales.get('own_new') ?? 0)).length;
        expect(before).toBeGreaterThanOrEqual(Math.floor(values.length / 4));
      }),
    );
  });

  test('that is found to be somebody who was there has that one’s sales, and no promise of its own', () => {
    const entries = [...old, entry('new', 1, { valueRupiah: 70_000 })];
    const joined = salesOf(entries, { own_joined: 400 }, ['own_old3', 'own_new']);
    expect(joined.get('own_joined')).toBe(400_000 + 70_000);
    expect([joined.has('own_old3'), joined.has('own_new')]).toEqual([false, false]);
  });
});
