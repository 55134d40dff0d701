import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courierFee } from '../../../shared/domain/deliveries/courier-fee.ts';
import {
  boundedTerms,
  type DeliveryTerms,
  requireTerms,
  STARTING_TERMS,
} from '../../../shared/domain/deliveries/terms.ts';
import { budgetChanges } from '../../../shared/domain/orders/holdings.ts';
import { ledgerEntryOf } from '../../../shared/domain/orders/ledger-entry.ts';
import type { NewOrder, Order } from '../../../shared/domain/orders/order.ts';
import { cartOf as normalised } from '../../../shared/domain/orders/placing/cart.ts';
import { placeOrders } from '../../../shared/domain/orders/placing/place-order.ts';
import { receiveOrder } from '../../../shared/domain/orders/receiving/receive-order.ts';
import { followOrder } from '../../../shared/domain/payments/follow-order.ts';
import { openedPayment } from '../../../shared/domain/payments/payment-of.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { Problem } from '../../../shared/problem.ts';
import { cartOf, idOf, malang, OFFICE, officeOrderIn, orderIn, productOf, shopOf } from '../examples.ts';

const now = '2026-11-10T02:00:00.000Z';
const dapur = shopOf('dapur');
const toko = shopOf('toko');
const nasi = productOf(dapur, 'nasi', { priceRupiah: 20_000 });
const gula = productOf(toko, 'gula', { priceRupiah: 15_000 });
const pickUp = { address: 'Jl. Ijen 1', hours: '08.00–16.00' };
const table = (but: Partial<DeliveryTerms> = {}): DeliveryTerms => ({
  courier: {
    feeRupiah: 10_000,
    freeFromRupiah: 200_000,
    districts: [
      { district: '35.73.03', feeRupiah: 15_000 },
      { district: '35.73.05', feeRupiah: null },
    ],
  },
  pickUp,
  ...but,
});
const city = (most = 50_000) =>
  malang({
    policies: { ...startingPolicies, deliveryFeeMaxRupiah: most },
    districts: ['02', '03', '05'].map((code) => ({ code: `35.73.${code}`, name: code })),
  });

const place = (order: NewOrder, terms: DeliveryTerms = table(), where = city()): Order[] =>
  placeOrders({
    order,
    cart: normalised(order),
    city: where,
    merchants: new Map([dapur, toko].map((shop) => [shop.merchantId, shop])),
    products: new Map([nasi, gula].map((product) => [product.productId, product])),
    terms: new Map([[dapur.merchantId, terms]]),
    agencyName: order.agency ? 'Dinas' : null,
    buyer: 'ani',
    now,
    orderIds: order.shops.map((_, at) => idOf('ord', `${at}`)),
  });
const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, at: error.flaws[0]?.pointer, said: error.message };
    throw error;
  }
  return { code: 'none' };
};
/** Three boxes from the first shop: Rp60.000 of goods. */
const cart = (
  delivery?: NonNullable<NewOrder['shops'][number]['delivery']>,
  district = '35.73.02',
  but: Partial<NewOrder> = {},
): NewOrder => {
  const order = cartOf([{ shop: dapur, lines: [{ product: nasi, quantity: 3 }] }], {
    deliverTo: { address: 'Jl. Kawi 2', district },
    ...but,
  });
  return { ...order, shops: order.shops.map((shop) => ({ ...shop, ...(delivery ? { delivery } : {}) })) };
};
const brought = (feeRupiah: number) => ({ way: 'courier' as const, feeRupiah });

describe('the fee of an order', () => {
  test('is the shop’s table’s for that district, and part of the total', () => {
    expect(place(cart(brought(10_000)))[0]).toMatchObject({
      totalRupiah: 70_000,
      delivery: { way: 'courier', feeRupiah: 10_000 },
    });
    expect(place(cart(brought(15_000), '35.73.03'))[0]?.totalRupiah).toBe(75_000);
  });

  test.each([
    ['none', undefined],
    ['a lower one', brought(1)],
    ['a higher one', brought(11_000)],
  ])('is refused when the buyer saw another: %s', (_, seen) => {
    expect(refused(() => place(cart(seen)))).toMatchObject({
      code: 'price_changed',
      at: '/shops/0/delivery/feeRupiah',
      said: expect.stringContaining('Rp10.000'),
    });
  });

  test('is nothing from the sum on from which the shop brings free, to the rupiah', () => {
    const terms = (freeFromRupiah: number) => table({ courier: { feeRupiah: 10_000, freeFromRupiah, districts: [] } });
    expect(place(cart(brought(0)), terms(60_000))[0]?.totalRupiah).toBe(60_000);
    expect(refused(() => place(cart(brought(0)), terms(60_001))).code).toBe('price_changed');
  });

  test('is not asked where the shop does not go; picking up is said as the mend', () => {
    expect(refused(() => place(cart(brought(0), '35.73.05')))).toMatchObject({
      code: 'not_delivered_there',
      at: '/shops/0/delivery/way',
      said: expect.stringContaining('Ambil sendiri'),
    });
    expect(refused(() => place(cart(brought(0)), table({ courier: null }))).code).toBe('not_delivered_there');
  });

  test('is nothing for what is picked up, at the shop’s place, without an address of the buyer', () => {
    const { deliverTo: _, ...order } = cart({ way: 'pick-up', feeRupiah: 0 });
    expect(place(order)[0]).toMatchObject({
      totalRupiah: 60_000,
      delivery: { way: 'pick-up', pickUp },
      deliverTo: { address: 'Jl. Ijen 1', district: '35.73.02' },
    });
    expect(refused(() => place(order, table({ pickUp: null }))).code).toBe('delivery_not_offered');
    const { deliverTo: __, ...without } = cart(brought(10_000));
    expect(refused(() => place(without))).toMatchObject({ code: 'invalid_request', at: '/deliverTo' });
  });

  test('is each shop’s own, in one cart', () => {
    const both = cartOf([
      { shop: dapur, lines: [{ product: nasi, quantity: 3 }] },
      { shop: toko, lines: [{ product: gula, quantity: 2 }] },
    ]);
    const [first, second] = both.shops;
    const order = { ...both, shops: [{ ...first, delivery: brought(10_000) }, second] } as NewOrder;
    expect(place(order).map(({ totalRupiah }) => totalRupiah)).toEqual([70_000, 30_000]);
    const purpose = { agencyId: OFFICE, purpose: 'Rapat', eventDate: '2026-11-12', budgetCode: '5.1.02.01.01.0052' };
    expect(place({ ...order, agency: purpose })[0]?.packageRupiah).toBe(100_000);
  });

  test('never passes what the city allows, whatever the table says, and counts in what one order may cost', () => {
    const dear = table({ courier: { feeRupiah: 500_000, freeFromRupiah: null, districts: [] } });
    expect(refused(() => requireTerms(dear, 50_000))).toMatchObject({
      code: 'amount_over_policy',
      at: '/courier/feeRupiah',
    });
    expect(place(cart(brought(50_000)), dear)[0]?.totalRupiah).toBe(110_000);
    const tight = { ...city(), policies: { ...startingPolicies, personMaxRupiah: 69_999 } };
    expect(refused(() => place(cart(brought(10_000)), table(), tight)).code).toBe('amount_over_policy');
  });

  test('is no sale: it moves neither turnover nor the shop’s place in a list', () => {
    const [order] = place(cart(brought(10_000))) as [Order];
    const delivered = { ...order, state: 'delivered' as const };
    const terms = { zone: 'Asia/Jakarta' as const, policies: startingPolicies };
    const got = receiveOrder(delivered, { condition: 'good', rest: 'given-up' }, {
      by: 'ani',
      parties: ['buyer'] as const,
      at: now,
      handoverId: 'hnd_1',
      ...terms,
    } as never);
    expect(got.rupiah).toBe(60_000);
    expect(got.order.receivedRupiah).toBe(60_000);
    const accepted = { ...order, history: [...order.history, { state: 'accepted' as const, at: now, by: 'sri' }] };
    expect(ledgerEntryOf(accepted, { category: 'meeting-food', buyer: 'ani' })?.valueRupiah).toBe(60_000);
  });

  const withFee = (fee: number, order: Order): Order => ({
    ...order,
    totalRupiah: order.totalRupiah + fee,
    delivery: { way: 'courier', feeRupiah: fee },
  });
  const handover = (rupiah: number, month: string): Order['handovers'][number] => ({
    handoverId: 'hnd_1',
    at: now,
    month,
    by: 'ani',
    receivedBy: 'Ani',
    condition: 'good',
    lines: [],
    rupiah,
  });

  test('is owed whole once anything was handed over, and not at all before: what is due stays within the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('received' as const, 'cancelled' as const, 'lapsed' as const),
        (fee, pieces, state) => {
          const placed = withFee(fee, orderIn('placed'));
          const receivedRupiah = pieces * 10_000;
          const after = {
            ...placed,
            state,
            version: 5,
            receivedRupiah,
            handovers: pieces > 0 ? [handover(receivedRupiah, '2026-11')] : [],
          };
          const payment = followOrder(openedPayment(placed), after, now);
          const due = pieces > 0 ? receivedRupiah + fee : 0;
          expect(payment?.dueRupiah).toBe(due);
          expect(due).toBeLessThanOrEqual(placed.totalRupiah);
          expect(payment?.orderEnded).toBe(pieces === 0);
        },
      ),
    );
  });

  test('of an office is held in its budget while it waits, and spent in the year of the first handover', () => {
    const placed = withFee(10_000, officeOrderIn('delivered'));
    const cancelled = { ...placed, state: 'cancelled' as const };
    expect(budgetChanges(placed, cancelled)).toEqual([{ year: '2026', rupiah: -71_000 }]);
    const lines = placed.lines.map((line) => ({ ...line, received: line.quantity }));
    const got = { ...placed, lines, state: 'received' as const, handovers: [handover(61_000, '2027-01')] };
    expect(budgetChanges(placed, got)).toEqual([
      { year: '2026', rupiah: -71_000 },
      { year: '2027', rupiah: 71_000 },
    ]);
  });
});

const Terms = fc.record({
  courier: fc.option(
    fc.record({
      feeRupiah: fc.nat(1_000_000),
      freeFromRupiah: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      districts: fc.array(
        fc.record({ district: fc.constantFrom('35.73.02', '35.73.03'), feeRupiah: fc.option(fc.nat(1_000_000)) }),
        { maxLength: 3 },
      ),
    }),
  ),
  pickUp: fc.constantFrom(pickUp, null),
});

describe('a shop’s table of fees', () => {
  test('asks nothing and refuses nowhere until the shop says something', () => {
    expect(courierFee(STARTING_TERMS, '35.73.02', 1)).toBe(0);
    expect(refused(() => requireTerms(STARTING_TERMS, 0)).code).toBe('none');
  });

  test('lets goods reach the buyer in some way, and names each district once', () => {
    expect(refused(() => requireTerms({ courier: null, pickUp: null }, 1)).code).toBe('delivery_not_offered');
    const districts = [1, 2].map((feeRupiah) => ({ district: '35.73.02', feeRupiah }));
    const twice = table({ courier: { feeRupiah: 0, freeFromRupiah: null, districts } });
    expect(refused(() => requireTerms(twice, 50_000)).at).toBe('/courier/districts/1/district');
  });

  test('that is accepted stays as it is under the same bound, and under any bound asks no more than it', () => {
    fc.assert(
      fc.property(
        Terms,
        fc.nat(1_000_000),
        fc.constantFrom('35.73.02', '35.73.03'),
        fc.nat(2_000_000),
        (t, most, d, sum) => {
          const fee = courierFee(boundedTerms(t, most), d, sum);
          expect(fee === null || (fee >= 0 && fee <= most)).toBe(true);
          // Where it goes does not depend on the bound.
          expect(fee === null).toBe(courierFee(t, d, sum) === null);
          if (refused(() => requireTerms(t, most)).code === 'none') expect(boundedTerms(t, most)).toEqual(t);
        },
      ),
    );
  });
});
