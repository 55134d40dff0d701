import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later } from '../../../shared/domain/basics/month.ts';
import {
  EXPOSURE_UNIT,
  exposureAt,
  exposureOf,
  fadedExposure,
} from '../../../shared/domain/ranking/ledger/exposure.ts';
import { type LedgerEntry, recentSalesAt } from '../../../shared/domain/ranking/ledger/recent-sales.ts';
import { AmountNotWhole, safeRupiah } from '../../../shared/domain/ranking/rule/request.ts';
import { policy } from './offers.ts';

const now = '2026-11-22T01:30:00.000Z';
const daysAgo = (days: number) => later(now, -days * 86_400_000);
const entry = (state: LedgerEntry['state'], days: number, valueRupiah = 1000): LedgerEntry => ({
  orderId: `${state}-${days}`,
  valueRupiah,
  state,
  at: daysAgo(days),
});
const recentSales = (entries: readonly LedgerEntry[]) => recentSalesAt(entries, now, 50_000, policy);

describe('the recent sales of an owner', () => {
  test('count orders accepted in the last 90 days', () => {
    expect(
      recentSales([entry('accepted', 0), entry('accepted', 89), entry('accepted', 90), entry('accepted', -1)]),
    ).toBe(2000);
    expect(recentSales([])).toBe(0);
  });

  test('keep an order the shop itself cancelled after acceptance for 30 days', () => {
    const cancelled = (days: number): LedgerEntry => ({
      ...entry('cancelled', 60),
      cancelledAt: daysAgo(days),
      cancelledBy: 'merchant',
    });
    expect(recentSales([cancelled(29)])).toBe(1000);
    expect(recentSales([cancelled(30)])).toBe(0);
  });

  test('count refused small orders from the fourth on, the earliest three free', () => {
    const refused = [1, 2, 3, 4, 5].map((days) => entry('refused', days, days * 100));
    expect(recentSales(refused.slice(0, 3))).toBe(0);
    expect(recentSales(refused)).toBe(100 + 200);
    expect(recentSales([...refused].reverse())).toBe(300);
    expect(recentSales(refused.map((one) => ({ ...one, valueRupiah: 50_000 })))).toBe(0);
  });

  test('give back at once what the buyer or the city cancelled', () => {
    for (const by of ['buyer', 'city'] as const)
      expect(recentSales([{ ...entry('cancelled', 1), cancelledAt: now, cancelledBy: by }])).toBe(0);
  });

  test('count the refusals of one buyer once, however many small orders that buyer makes', () => {
    const of = (buyer: string, days: number) => ({ ...entry('refused', days), orderId: `${buyer}-${days}`, buyer });
    const days = [1, 2, 3, 4, 5, 6];
    expect(recentSales(days.map((day) => of('one', day)))).toBe(0);
    expect(recentSales(days.map((day) => of(`buyer-${day}`, day)))).toBe(3000);
    expect(recentSales([...days.map((day) => of('one', day)), of('two', 7), of('three', 8)])).toBe(0);
  });

  test('cannot be moved by any orders that a rival makes, lets accept and cancels', () => {
    const honest = fc.array(fc.record({ days: fc.integer({ min: 0, max: 120 }), value: fc.nat(99_999) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(honest, honest, fc.boolean(), fc.constantFrom(57, 365), (own, rivals, lapse, silenceDays) => {
        const salesOf = (entries: readonly LedgerEntry[]) =>
          recentSalesAt(entries, now, 50_000, { ...policy, silenceDays });
        const sold = own.map(({ days, value }, at) => ({ ...entry('accepted', days, value), orderId: `own-${at}` }));
        const attack = rivals.map(({ days, value }, at): LedgerEntry => {
          const one = {
            ...entry(lapse ? 'refused' : 'cancelled', days, value),
            orderId: `rival-${at}`,
            buyer: 'rival',
          };
          return lapse ? one : { ...one, cancelledAt: now, cancelledBy: 'buyer' };
        });
        expect(salesOf([...sold, ...attack])).toBe(salesOf(sold));
      }),
    );
  });

  test('do not depend on the order of the ledger, and never fall by another order', () => {
    const anyEntry = fc
      .record({
        state: fc.constantFrom('accepted', 'cancelled', 'refused'),
        days: fc.integer({ min: 0, max: 120 }),
        value: fc.nat(99_999),
        id: fc.nat(99),
      })
      .map(({ state, days, value, id }): LedgerEntry => ({ ...entry(state, days, value), orderId: `o${id}` }));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, { maxLength: 12, selector: (one) => one.orderId }),
        anyEntry,
        (entries, more) => {
          if (recentSales([...entries].reverse()) !== recentSales(entries)) throw new Error('order matters');
          if (more.state !== 'refused' && recentSales([...entries, more]) < recentSales(entries))
            throw new Error('fell');
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('of who has sold nothing for the days of silence are nothing but what it refused too often', () => {
    const rule = { ...policy, silenceDays: 57 };
    const sales = (...entries: LedgerEntry[]) => recentSalesAt(entries, now, 50_000, rule);
    expect(sales(entry('accepted', 56), entry('accepted', 80))).toBe(2000);
    expect(sales(entry('accepted', 57), entry('accepted', 80))).toBe(0);
    expect(sales(entry('refused', 10), entry('accepted', 80))).toBe(0);
    const cancelled = { ...entry('cancelled', 10), cancelledAt: now, cancelledBy: 'buyer' as const };
    expect(sales(cancelled, entry('accepted', 80))).toBe(0);
    const refused = [1, 2, 3, 4].map((days) => entry('refused', days));
    expect(sales(...refused, entry('accepted', 80))).toBe(1000);
  });

  test('is a safe whole number or an error with a name', () => {
    expect(safeRupiah(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => safeRupiah(9_007_199_254_740_992n)).toThrow(AmountNotWhole);
    expect(() => safeRupiah(-1)).toThrow(AmountNotWhole);
  });
});

describe('exposure', () => {
  test('is 1/log2(1 + rank) in millionths', () => {
    expect([1, 2, 3, 7].map(exposureAt)).toEqual([EXPOSURE_UNIT, 630_930, 500_000, 333_333]);
    expect(() => exposureAt(0)).toThrow(RangeError);
  });

  test('adds up to the same whatever the batches', () => {
    const lists = [['a', 'b'], ['b', 'a', 'c'], ['c']];
    expect(exposureOf(lists)).toEqual(exposureOf([...lists].reverse()));
    expect(exposureOf(lists).get('a')).toBe(1_630_930);
  });

  test('fades to two thirds a month', () => {
    expect(fadedExposure(900)).toBe(600);
    expect(fadedExposure(900, 2)).toBe(400);
    expect(fadedExposure(0, 12)).toBe(0);
  });
});
