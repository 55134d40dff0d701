import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counted } from '../../../shared/domain/spending/purchase.ts';
import { afterChanges, type ShopYear } from '../../../shared/domain/spending/shop-year.ts';

const purchase = (but: Partial<Counted> = {}): Counted => ({
  orderId: 'ord_1',
  agencyId: 'agc_1',
  cityCode: '35.73',
  year: '2026',
  merchantId: 'mrc_1',
  merchantName: 'Dapur Bu Sri',
  ownerId: 'own_1',
  orderedRupiah: 0,
  deliveredRupiah: 0,
  paidRupiah: 0,
  daysToPay: null,
  ...but,
});
const amount = fc.integer({ min: 0, max: 1_000_000 });
/** How an order may come to count: any stage by itself, in this year or the next, paid or not. */
const states = fc.record({
  orderedRupiah: amount,
  deliveredRupiah: amount,
  paidRupiah: amount,
  daysToPay: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  year: fc.constantFrom('2026', '2027'),
});

describe('an office’s year at a shop', () => {
  test('is the sum of its orders as they stand, however often and in whatever groups they moved', () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), states), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 5 }), (moved, size) => {
        const stands = new Map<number, Counted>();
        const rows = new Map<string, ShopYear>();
        for (let from = 0; from < moved.length; from += size) {
          // In one group an order is counted once, as it stands then.
          const group = new Map(moved.slice(from, from + size));
          const changes = [...group].map(([order, but]) => {
            const after = purchase({ orderId: `ord_${order}`, ...but });
            const before = stands.get(order);
            stands.set(order, after);
            return { before, after };
          });
          for (const year of ['2026', '2027']) rows.set(year, afterChanges(rows.get(year), year, changes));
        }
        for (const year of ['2026', '2027']) {
          const now = [...stands.values()].filter((one) => one.year === year);
          const row = rows.get(year);
          const sum = (of: (one: Counted) => number) => String(now.reduce((total, one) => total + of(one), 0));
          expect(row?.orderedRupiah).toBe(sum((one) => one.orderedRupiah));
          expect(row?.deliveredRupiah).toBe(sum((one) => one.deliveredRupiah));
          expect(row?.paidRupiah).toBe(sum((one) => one.paidRupiah));
          expect(row?.orders).toBe(now.filter((one) => one.orderedRupiah > 0).length);
          const paid = Object.values(row?.paidAfterDays ?? {}).reduce((total, one) => total + one, 0);
          expect(paid).toBe(now.filter((one) => one.daysToPay !== null).length);
        }
      }),
    );
  });
});
