import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { BROUGHT_FREE } from '../../../shared/domain/deliveries/order-delivery.ts';
import {
  isOpenOrder,
  limitReached,
  NOTHING_OPEN,
  type OpenOrders,
  openLimits,
} from '../../../shared/domain/orders/open-orders.ts';
import { endedUndelivered, isFinal } from '../../../shared/domain/orders/order-states.ts';
import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { tooManyOpen } from '../../../shared/domain/orders/too-many-open.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { idOf, officeOrderIn, orderIn, orderStates } from '../examples.ts';

const NOW = '2026-11-10T02:00:00.000Z';
const { personOpenOrders, newPersonOpenOrders, newPersonDays } = startingPolicies;
const shopIds = Array.from({ length: 6 }, (_, at) => idOf('mrc', `toko-${at}`));
const cartAt = (shops: readonly string[]): Cart =>
  shops.map((merchantId, index) => ({
    merchantId,
    pointer: `/shops/${index}`,
    lines: [],
    delivery: BROUGHT_FREE,
    paymentWay: undefined,
    deliverOn: '2026-11-12',
    dayPointer: '/deliverOn',
  }));

/** So many open orders at each of the shops. */
const openAt = (counts: readonly number[], but: Partial<OpenOrders> = {}): OpenOrders => {
  const atShop = new Map(
    counts.flatMap((count, at) =>
      count > 0
        ? [[shopIds[at] ?? '', new Set(Array.from({ length: count }, (_, n) => idOf('ord', `${at} ${n}`)))]]
        : [],
    ),
  );
  const orderIds = new Set([...atShop.values()].flatMap((ids) => [...ids]));
  return { ...NOTHING_OPEN, received: 1, since: '2026-01-01T00:00:00.000Z', orderIds, atShop, ...but };
};

describe('the limit of open orders', () => {
  test('is a new person’s until days have passed and something was received, and never goes back', () => {
    const since = (days: number) => later(NOW, -days * DAY_MS);
    const of = (received: number, first?: string) =>
      openLimits({ ...NOTHING_OPEN, received, since: first }, startingPolicies, NOW).orders;
    expect(of(0)).toBe(newPersonOpenOrders);
    expect(of(0, since(400))).toBe(newPersonOpenOrders);
    expect(of(9, since(newPersonDays - 1))).toBe(newPersonOpenOrders);
    expect(of(1, since(newPersonDays))).toBe(personOpenOrders);
    fc.assert(
      fc.property(fc.nat(3), fc.nat(20), fc.nat(3), fc.nat(20), (received, days, more, longer) => {
        const [early, late] = [of(received, since(days)), of(received + more, since(days + longer))];
        expect(late).toBeGreaterThanOrEqual(early);
      }),
    );
  });

  test('is never wider for a new person than for a known one, whatever a city sets', () => {
    const policies = { ...startingPolicies, personOpenOrders: 3, newPersonOpenOrders: 50 };
    expect(openLimits(NOTHING_OPEN, policies, NOW).orders).toBe(3);
  });

  test('lets a cart through exactly while every order of it is within both limits', () => {
    const counts = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 });
    const wanted = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        counts,
        wanted,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (has, at, orders, atShop) => {
          const known = openAt(has);
          const way = limitReached(known, cartAt(at.map((one) => shopIds[one] ?? '')), {
            orders,
            atShop,
            later: orders,
          });
          const fits =
            has.reduce((sum, one) => sum + one, 0) + at.length <= orders &&
            at.every((one) => (has[one] ?? 0) + 1 <= atShop);
          expect(way === undefined).toBe(fits);
        },
      ),
    );
  });

  test('counts a person’s orders until they are over, an office’s never', () => {
    for (const state of orderStates) {
      expect(isOpenOrder(orderIn(state))).toBe(!isFinal(state));
      expect(isOpenOrder(officeOrderIn(state))).toBe(false);
    }
    for (const state of [...endedUndelivered, 'received' as const]) expect(isOpenOrder(orderIn(state))).toBe(false);
  });
});

describe('the refusal', () => {
  const limits = { orders: 5, atShop: 3, later: 20 };
  const orders = ['2026-11-09', '2026-11-07', '2026-11-08', '2026-11-06'].map((day, at) => ({
    ...orderIn('placed'),
    merchantName: `Toko ${at}`,
    placedAt: `${day}T02:00:00.000Z`,
  }));

  test('names the oldest three, how many more, the limit, what to do, and what the limit becomes', () => {
    const cart = cartAt(shopIds.slice(0, 2));
    const way = { orderIds: orders.map((_, at) => idOf('ord', `${at}`)), most: 5 };
    const problem = tooManyOpen({ way, orders, cart, limits, newDays: 7 });
    expect(problem).toMatchObject({ code: 'too_many_open_orders', status: 409 });
    expect(problem.message).toBe(
      'Anda punya 4 pesanan yang belum selesai: Toko 3 (menunggu diterima penjual), Toko 1 (menunggu diterima penjual), Toko 2 (menunggu diterima penjual) dan 1 lagi. Keranjang ini menambah 2, padahal paling banyak 5 sekaligus. Terima yang sudah datang atau batalkan yang tidak jadi, lalu pesan lagi. Batas ini menjadi 20 setelah 7 hari dan satu pesanan selesai.',
    );
  });

  test('of one shop points at it, and promises no other limit', () => {
    const [shop] = cartAt([shopIds[0] ?? '']);
    const way = {
      orderIds: orders.slice(0, 3).map((_, at) => idOf('ord', `${at}`)),
      most: 3,
      ...(shop ? { shop } : {}),
    };
    const problem = tooManyOpen({ way, orders: orders.slice(0, 3), cart: shop ? [shop] : [], limits, newDays: 7 });
    expect(problem.flaws).toEqual([
      { pointer: '/shops/0/merchantId', detail: 'Belum selesai: 3. Paling banyak 3 sekaligus di satu toko.' },
    ]);
    expect(problem.message).not.toContain('Batas ini menjadi');
  });
});
