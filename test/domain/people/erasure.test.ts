import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { erasedOrder } from '../../../shared/domain/orders/erase-order.ts';
import {
  codClosedUntil,
  noRefusals,
  withRefusal,
} from '../../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import { erasedCod } from '../../../shared/domain/payments/cash-on-delivery/erase-cod.ts';
import { moneyBetween } from '../../../shared/domain/payments/erase-payment.ts';
import { askedErasure, keyedUntil } from '../../../shared/domain/people/erasure.ts';
import { idOf, orderIn } from '../examples.ts';

const NOW = '2026-11-10T02:00:00.000Z';
const days = (many: number) => later(NOW, many * DAY_MS);

describe('an order whose person was erased', () => {
  test('says all it said but who, where and in whose words', () => {
    const choice = { decisionId: null, rank: null, below: 'mahal', reason: 'kata saya', referenceRupiah: 9_000 };
    const order = orderIn('received', {
      lines: orderIn('received').lines.map((line) => ({ ...line, choice })),
      receivedRupiah: 61_000,
      deliverTo: { address: 'Jl. Kelud 77', district: '35.73.02', note: 'pintu biru' },
      handovers: [
        {
          handoverId: 'hnd',
          at: NOW,
          month: '2026-11',
          by: 'ani',
          receivedBy: 'Ani Lestari',
          condition: 'good',
          remarks: 'kata saya',
          rating: 4,
          lines: [],
          rupiah: 61_000,
        },
      ],
      history: [
        { state: 'placed', at: NOW, by: 'ani', reason: 'kata saya' },
        { state: 'accepted', at: NOW, by: 'sri', reason: 'kata toko' },
      ],
    });
    const erased = erasedOrder(order, { person: 'ani', name: 'erased_1' });
    expect(JSON.stringify(erased)).not.toMatch(/"ani"|Ani|Kelud|pintu|kata saya|\+62/);
    expect(erased.history.map(({ by, reason }) => [by, reason])).toEqual([
      ['erased_1', undefined],
      ['sri', 'kata toko'],
    ]);
    const { totalRupiah, receivedRupiah, state, placedAt } = order;
    expect(erased.lines.map(({ quantity, priceRupiah }) => [quantity, priceRupiah])).toEqual([
      [4, 10_000],
      [3, 7_000],
    ]);
    expect(erased).toMatchObject({ totalRupiah, receivedRupiah, state, placedAt, version: order.version + 1 });
    expect(erased.deliverTo.district).toBe('35.73.02');
    expect(erased.handovers[0]).toMatchObject({ rating: 4, rupiah: 61_000, month: '2026-11' });
  });

  test('is known as the same buyer’s for a while after it was placed, and no longer', () => {
    expect(keyedUntil(NOW, false, days(119))).toBe(days(120));
    expect(keyedUntil(NOW, false, days(120))).toBeUndefined();
    // What a shop refused counts once a buyer, and a city’s rule may look back a year.
    expect(keyedUntil(NOW, true, days(399))).toBe(days(400));
    expect(askedErasure('ani', NOW).dueAt).toBe(days(3));
  });
});

describe('what a person owes', () => {
  test('waits for them a year, and for a shop that says nothing thirty days', () => {
    const money = (state: Parameters<typeof moneyBetween>[0]['state'], since: string, dueRupiah = 10_000) =>
      moneyBetween({ state, dueRupiah, history: [{ state, at: since, by: 'ani' }] }, NOW);
    expect(money('unpaid', days(-364))).toBe('owed');
    expect(money('unpaid', days(-365))).toBeUndefined();
    for (const state of ['claimed', 'return_owed'] as const) {
      expect(money(state, days(-29))).toBe('waits');
      expect(money(state, days(-31))).toBeUndefined();
    }
    for (const state of ['confirmed', 'returned', 'void'] as const) expect(money(state, NOW)).toBeUndefined();
    expect(money('unpaid', NOW, 0)).toBeUndefined();
  });

  test('by the shop’s word alone waits sixty days from the first word of it, however often it is said again', () => {
    const steps = ['unpaid', 'claimed', 'not_found', 'claimed', 'not_found'] as const;
    const said = (first: number) =>
      moneyBetween(
        {
          state: 'not_found',
          dueRupiah: 10_000,
          history: steps.map((state, index) => ({
            state,
            at: days(index === 0 ? -300 : index === 1 ? first : -1),
            by: 'x',
          })),
        },
        NOW,
      );
    expect(said(-59)).toBe('denied');
    expect(said(-60)).toBeUndefined();
    const refused = (since: number) =>
      moneyBetween(
        { state: 'refused', dueRupiah: 1, history: [{ state: 'refused', at: days(since), by: 'toko' }] },
        NOW,
      );
    expect([refused(-59), refused(-60)]).toEqual(['denied', undefined]);
  });
});

describe('refused deliveries', () => {
  test('close cash on delivery as long after an erasure as without it, and name no order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 0 }), { maxLength: 8 }), (ago) => {
        const standing = ago.reduce(
          (known, many, index) => withRefusal(known, { orderId: idOf('ord', String(index)), at: days(many) }),
          noRefusals('ani', '35.73'),
        );
        const kept = erasedCod(standing, NOW, () => idOf('ord', 'other'));
        for (const later of [0, 30, 89, 120])
          expect(codClosedUntil(kept, days(later))).toBe(codClosedUntil(standing, days(later)));
        for (const { orderId } of kept?.refusals ?? []) expect(orderId).toBe(idOf('ord', 'other'));
        if (!kept) return;
        expect(codClosedUntil(standing, kept.until)).toBeNull();
        expect(Date.parse(kept.until)).toBeLessThanOrEqual(Date.parse(days(180)));
      }),
    );
  });
});
