import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { NewOrder } from '../../../shared/domain/orders/order.ts';
import { cartOf as normalised } from '../../../shared/domain/orders/placing/cart.ts';
import type { CartFacts } from '../../../shared/domain/orders/placing/cart-facts.ts';
import { placeOrders } from '../../../shared/domain/orders/placing/place-order.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import { Problem } from '../../../shared/problem.ts';
import { cartOf, idOf, malang, OFFICE, productOf, shopOf } from '../examples.ts';

const now = '2026-11-10T02:00:00.000Z';
const dapur = shopOf('dapur');
const batik = shopOf('batik', { category: 'batik' });
const nasi = productOf(dapur, 'nasi');
const teh = productOf(dapur, 'teh', { priceRupiah: 5_000 });
const kain = productOf(batik, 'kain', { priceRupiah: 150_000, unit: 'lembar' });
const purpose = { agencyId: OFFICE, purpose: 'Rapat', eventDate: '2026-11-12', budgetCode: '5.1.02.01.01.0052' };

const facts = (
  order: NewOrder,
  but: Partial<CartFacts> & { shops?: Merchant[]; goods?: Product[] } = {},
): CartFacts => {
  const { shops = [dapur, batik], goods = [nasi, teh, kain], ...rest } = but;
  return {
    order,
    cart: normalised(order),
    city: malang(),
    merchants: new Map(shops.map((shop) => [shop.merchantId, shop])),
    products: new Map(goods.map((product) => [product.productId, product])),
    terms: new Map(),
    agencyName: order.agency ? 'Dinas Pendidikan' : null,
    buyer: 'ani',
    now,
    orderIds: order.shops.map((_, place) => idOf('ord', `${place}`)),
    ...rest,
  };
};
const three = cartOf([{ shop: dapur, lines: [{ product: nasi, quantity: 3 }] }]);
const refusal = (given: CartFacts) => {
  try {
    placeOrders(given);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, pointer: error.flaws[0]?.pointer };
    throw error;
  }
  return { code: 'placed', pointer: undefined };
};

describe('a cart', () => {
  test('becomes one order per shop with its prices locked', () => {
    const cart = cartOf([
      {
        shop: dapur,
        lines: [
          { product: nasi, quantity: 3, priceRupiah: 18_000 },
          { product: teh, quantity: 2 },
        ],
      },
      { shop: batik, lines: [{ product: kain, quantity: 1 }] },
    ]);
    const [first, second, ...others] = placeOrders(facts(cart));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      merchantId: dapur.merchantId,
      totalRupiah: 64_000,
      receivedRupiah: 0,
      state: 'placed',
      dueAt: '2026-11-11T02:00:00.000Z',
      agency: null,
    });
    expect(first?.lines.map(({ priceRupiah, quantity, received }) => [priceRupiah, quantity, received])).toEqual([
      [18_000, 3, 0],
      [5_000, 2, 0],
    ]);
    expect(second).toMatchObject({ merchantId: batik.merchantId, totalRupiah: 150_000, ownerId: batik.ownerId });
  });

  test('of an office waits for approval, against the budget of the year it is delivered in', () => {
    const office = { ...three, agency: purpose };
    expect(placeOrders(facts(office))[0]).toMatchObject({
      state: 'awaiting_approval',
      agencyId: OFFICE,
      agency: { budgetYear: '2026' },
    });
    const newYear = { ...office, deliverOn: '2027-01-02', agency: { ...purpose, eventDate: '2027-01-02' } };
    for (const now of ['2026-12-31T16:59:59.999Z', '2026-12-31T17:00:00.000Z'])
      expect(placeOrders(facts(newYear, { now }))[0]?.agency?.budgetYear).toBe('2027');
  });

  test('of an office is for the next year only, once the city’s last day for this one is past', () => {
    const office = (deliverOn: string) => ({ ...three, deliverOn, agency: { ...purpose, eventDate: deliverOn } });
    const [eve, after] = ['2026-12-15T16:59:59.999Z', '2026-12-15T17:00:00.000Z'];
    expect(placeOrders(facts(office('2026-12-20'), { now: eve }))).not.toHaveLength(0);
    expect(placeOrders(facts(office('2027-01-01'), { now: after }))).not.toHaveLength(0);
    const refused = () => placeOrders(facts(office('2026-12-20'), { now: after }));
    expect(refused).toThrow(expect.objectContaining({ code: 'date_not_possible' }));
    const mended = expect.objectContaining({ flaws: [expect.objectContaining({ pointer: '/deliverOn' })] });
    expect(refused).toThrow(mended);
    const year = '2026-12-31';
    const city = malang({ policies: { ...startingPolicies, agencyLastOrderDay: '12-31' } });
    expect(placeOrders(facts(office(year), { now: after, city }))).not.toHaveLength(0);
  });

  const on = (cart: NewOrder, ...days: (string | undefined)[]): NewOrder => ({
    ...cart,
    shops: cart.shops.map((shop, at) => ({ ...shop, ...(days[at] === undefined ? {} : { deliverOn: days[at] }) })),
  });
  const two = cartOf([
    { shop: dapur, lines: [{ product: nasi, quantity: 1 }] },
    { shop: batik, lines: [{ product: kain, quantity: 1 }] },
  ]);

  test('is delivered on the day of each shop, and on its own day where a shop has none', () => {
    const orders = placeOrders(facts(on({ ...two, deliverOn: '2026-11-12' }, undefined, '2026-11-20')));
    expect(orders.map(({ deliverOn }) => deliverOn)).toEqual(['2026-11-12', '2026-11-20']);
    // A maker who cannot keep the day of the others has another.
    const slow = { goods: [nasi, { ...kain, leadDays: 7 }] };
    const early = on({ ...two, deliverOn: '2026-11-12' }, undefined, '2026-11-16');
    expect(refusal(facts(early, slow))).toEqual({ code: 'date_not_possible', pointer: '/shops/1/deliverOn' });
    expect(placeOrders(facts(on(early, undefined, '2026-11-17'), slow))).toHaveLength(2);
    for (const day of ['2026-11-09', '2027-02-09'])
      expect(refusal(facts(on(two, undefined, day)))).toEqual({
        code: 'date_not_possible',
        pointer: '/shops/1/deliverOn',
      });
  });

  test('of an office is delivered before the event by every shop, and within one budget year', () => {
    const office = (eventDate: string, ...days: string[]) =>
      facts(on({ ...two, deliverOn: days[0] ?? '', agency: { ...purpose, eventDate } }, ...days));
    expect(placeOrders(office('2026-11-20', '2026-11-12', '2026-11-20'))).toHaveLength(2);
    expect(refusal(office('2026-11-19', '2026-11-12', '2026-11-20'))).toEqual({
      code: 'date_not_possible',
      pointer: '/agency/eventDate',
    });
    expect(refusal(office('2027-01-05', '2026-12-20', '2027-01-04'))).toEqual({
      code: 'date_not_possible',
      pointer: '/shops/1/deliverOn',
    });
    const next = placeOrders(office('2027-01-05', '2027-01-03', '2027-01-04'));
    expect(next.map(({ agency }) => agency?.budgetYear)).toEqual(['2027', '2027']);
  });

  test('says in words on which day its maker can deliver', () => {
    const says = (but: object) => () => placeOrders(facts(three, { goods: [{ ...nasi, ...but }] }));
    expect(says({ leadDays: 3 })).toThrow('nasi paling cepat diantar 13 November 2026. Pilih Jumat, 13 November 2026.');
    expect(says({ closedDays: [4, 5] })).toThrow('nasi tidak diantar hari Kamis. Pilih Sabtu, 14 November 2026.');
    expect(says({ deliversTo: ['35.73.01'] })).toThrow(
      expect.objectContaining({ flaws: [{ pointer: '/deliverTo/district', detail: expect.not.stringMatching(/\d/) }] }),
    );
  });

  test.each([
    ['a person', undefined, '2027-02-08'],
    ['an office', purpose, '2027-05-09'],
  ])('is delivered within the days the city plans ahead: %s to the last of them', (_, agency, last) => {
    const on = (deliverOn: string, eventDate = deliverOn) =>
      facts({ ...three, deliverOn, ...(agency ? { agency: { ...agency, eventDate } } : {}) });
    expect(placeOrders(on(last))).not.toHaveLength(0);
    for (const far of [addDays(last, 1), '2036-01-01', '2126-11-12', '9999-12-31']) {
      const refused = expect.objectContaining({
        code: 'date_not_possible',
        flaws: [{ pointer: '/deliverOn', detail: expect.stringContaining(last) }],
      });
      expect(() => placeOrders(on(far))).toThrow(refused);
      if (agency)
        expect(() => placeOrders(on('2026-11-12', far))).toThrow(
          expect.objectContaining({ flaws: [{ pointer: '/agency/eventDate', detail: expect.stringContaining(last) }] }),
        );
    }
  });

  test('with one product twice asks for the sum of both, once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(nasi, teh), fc.integer({ min: 1, max: 100_000 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (lines) => {
          const asked = lines.map(([product, quantity]) => ({ product, quantity }));
          const merged = normalised(cartOf([{ shop: dapur, lines: asked }]))[0]?.lines ?? [];
          expect(new Set(merged.map(({ productId }) => productId)).size).toBe(merged.length);
          for (const { productId, quantity } of merged)
            expect(quantity).toBe(
              lines.filter(([product]) => product.productId === productId).reduce((sum, [, many]) => sum + many, 0),
            );
        },
      ),
    );
  });

  test('keeps the price it showed from being overruled by a second line of the same product', () => {
    const cart = cartOf([
      {
        shop: dapur,
        lines: [
          { product: nasi, quantity: 1 },
          { product: nasi, quantity: 1, priceRupiah: 1 },
        ],
      },
    ]);
    expect(refusal(facts(cart)).code).toBe('price_changed');
  });

  test('adds up exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 50 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (lines) => {
          const goods = lines.map(([priceRupiah], place) => productOf(dapur, `barang ${place}`, { priceRupiah }));
          const cart = cartOf([
            { shop: dapur, lines: goods.map((product, place) => ({ product, quantity: lines[place]?.[1] ?? 1 })) },
          ]);
          const [order] = placeOrders(facts(cart, { goods }));
          expect(order?.totalRupiah).toBe(lines.reduce((sum, [price, many]) => sum + price * many, 0));
        },
      ),
    );
  });

  test.each<[string, CartFacts, string, string]>([
    ['a shop nobody knows', facts(three, { shops: [] }), 'merchant_not_found', '/shops/0/merchantId'],
    [
      'a shop of another city',
      facts(three, { shops: [{ ...dapur, cityCode: '35.78' }] }),
      'merchant_not_found',
      '/shops/0/merchantId',
    ],
    [
      'a shop not verified',
      facts(three, { shops: [{ ...dapur, status: 'pending' }] }),
      'merchant_closed',
      '/shops/0/merchantId',
    ],
    [
      'a suspended shop',
      facts(three, { shops: [{ ...dapur, status: 'suspended' }] }),
      'merchant_closed',
      '/shops/0/merchantId',
    ],
    [
      'a shop paused through today',
      facts(three, { shops: [{ ...dapur, pausedUntil: '2026-11-10' }] }),
      'merchant_closed',
      '/shops/0/merchantId',
    ],
    [
      'a product withdrawn',
      facts(three, { goods: [{ ...nasi, listed: false }] }),
      'product_withdrawn',
      '/shops/0/lines/0/productId',
    ],
    ['a product nobody knows', facts(three, { goods: [] }), 'product_withdrawn', '/shops/0/lines/0/productId'],
    [
      'a price that was another',
      facts(
        cartOf([
          {
            shop: dapur,
            lines: [
              { product: teh, quantity: 1 },
              { product: nasi, quantity: 1, priceRupiah: 17_999 },
            ],
          },
        ]),
      ),
      'price_changed',
      '/shops/0/lines/1/priceRupiah',
    ],
    [
      'fewer than the least quantity',
      facts(three, { goods: [{ ...nasi, minQuantity: 4 }] }),
      'quantity_not_possible',
      '/shops/0/lines/0/quantity',
    ],
    ['yesterday', facts({ ...three, deliverOn: '2026-11-09' }), 'date_not_possible', '/deliverOn'],
    [
      'a day the maker cannot meet',
      facts(three, { goods: [{ ...nasi, leadDays: 3 }] }),
      'date_not_possible',
      '/deliverOn',
    ],
    [
      'a day the maker is closed',
      facts(three, { goods: [{ ...nasi, closedDays: [4] }] }),
      'date_not_possible',
      '/deliverOn',
    ],
    [
      'an event before the delivery',
      facts({ ...three, agency: { ...purpose, eventDate: '2026-11-11' } }),
      'date_not_possible',
      '/agency/eventDate',
    ],
    [
      'a district the maker does not serve',
      facts(three, { goods: [{ ...nasi, deliversTo: ['35.73.03'] }] }),
      'not_delivered_there',
      '/deliverTo/district',
    ],
    [
      'a district of another city',
      facts({ ...three, deliverTo: { address: 'x', district: '35.78.01' } }),
      'region_not_found',
      '/deliverTo/district',
    ],
    [
      'more than a person may spend',
      facts(three, {
        city: malang({ policies: { ...startingPolicies, personMaxRupiah: 53_999, agencyMaxRupiah: 1 } }),
      }),
      'amount_over_policy',
      '/shops',
    ],
    [
      'more than an office may spend',
      facts(
        { ...three, agency: purpose },
        { city: malang({ policies: { ...startingPolicies, personMaxRupiah: 99_999_999, agencyMaxRupiah: 53_999 } }) },
      ),
      'amount_over_policy',
      '/shops',
    ],
    [
      'the limit to the rupiah',
      facts(three, {
        city: malang({ policies: { ...startingPolicies, personMaxRupiah: 54_000, agencyMaxRupiah: 1 } }),
      }),
      'placed',
      undefined as never,
    ],
  ])('with %s is refused where the flaw is', (_, given, code, pointer) => {
    expect(refusal(given)).toEqual({ code, pointer });
  });

  test('is measured whole: splitting it over shops does not pass the limit', () => {
    const cart = cartOf([
      { shop: dapur, lines: [{ product: nasi, quantity: 5 }] },
      { shop: batik, lines: [{ product: kain, quantity: 1 }] },
    ]);
    const limit = (personMaxRupiah: number) =>
      facts(cart, { city: malang({ policies: { ...startingPolicies, personMaxRupiah, agencyMaxRupiah: 1 } }) });
    expect(refusal(limit(239_999)).code).toBe('amount_over_policy');
    expect(refusal(limit(240_000)).code).toBe('placed');
  });

  test('of sums beyond exact numbers is refused, never rounded into the policy', () => {
    const dear = productOf(dapur, 'emas', { priceRupiah: 1_000_000_000_000 });
    const cart = cartOf([
      { shop: dapur, lines: Array.from({ length: 20 }, () => ({ product: dear, quantity: 100_000 })) },
    ]);
    expect(refusal(facts(cart, { goods: [dear] })).code).toBe('amount_over_policy');
  });

  test('that one transaction could not hold is refused, however it is spread over shops', () => {
    const shops = Array.from({ length: 5 }, (_, place) => shopOf(`toko ${place}`));
    const goods = shops.flatMap((shop) =>
      Array.from({ length: 20 }, (_, place) => productOf(shop, `barang ${place}`, { priceRupiah: 100 })),
    );
    const cartWith = (linesOf: number) =>
      cartOf(
        shops.map((shop) => ({
          shop,
          lines: goods
            .filter(({ merchantId }) => merchantId === shop.merchantId)
            .slice(0, linesOf)
            .map((product) => ({ product, quantity: 1 })),
        })),
      );
    expect(() => normalised(cartWith(20))).toThrow('paling banyak 88 barang');
    expect(refusal(facts(cartWith(17), { shops, goods })).code).toBe('placed');
  });

  test('is settled by the day in the city, not in Greenwich', () => {
    const today = { ...three, deliverOn: '2026-11-11' };
    expect(refusal(facts(today, { now: '2026-11-11T13:59:59.999Z' })).code).toBe('placed');
    // Nothing is handed over any more that day; three hours later the day itself is past.
    for (const now of ['2026-11-11T14:00:00.000Z', '2026-11-11T16:59:59.999Z', '2026-11-11T17:00:00.000Z'])
      expect(refusal(facts(today, { now })).code).toBe('date_not_possible');
  });
});
