import { beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, phoneOf, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const account = { bank: '014', number: '0011223344', holder: 'Sri Handayani' } as const;
type Body = Sent<'POST /orders'>['body'];
type Cash = Sent<'PUT /merchants/{merchantId}/payment-ways'>['body']['cod'];
type Chosen = Pick<Body['shops'][number], 'deliverOn' | 'paymentWay' | 'delivery'>;

let town: Town;
let shop: Shop;
let other: Shop;
let nasi: Product;
let kain: Product;
let office: Office;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { account });
  other = await town.opens(CITY, { account });
  nasi = await town.offers(shop, { supply: 'capacity', amount: 10, priceRupiah: 10_000 });
  kain = await town.offers(other, { amount: 10, priceRupiah: 40_000 });
  office = await town.seatsOffice(CITY, 1_000_000);
});

const takes = (seller: Shop, cod: Cash, transfer = true) =>
  town.as(seller.owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: seller.merchantId },
    body: { cod, qris: null, transfer },
  });
/** One line at each of the two shops, each with what is chosen for it. */
const carted = (first: Chosen, second: Chosen = {}, but: Partial<Body> = {}): Body => {
  const cart = town.cart(
    [
      { product: nasi, quantity: 2 },
      { product: kain, quantity: 1 },
    ],
    but,
  );
  return { ...cart, shops: cart.shops.map((one, at) => ({ ...one, ...(at === 0 ? first : second) })) };
};
const paymentOf = (person: string, orderId: string) =>
  town.as(person)('GET /orders/{orderId}/payment', { params: { orderId } });

describe('what is chosen for each shop of a cart', () => {
  test('is its own day, whose capacity is taken, and its own way to pay, placed together', async () => {
    await takes(shop, { maxRupiah: 50_000, districts: [] });
    await takes(other, null);
    const body = carted({ deliverOn: '2026-11-14', paymentWay: 'cod' }, { paymentWay: 'transfer' });
    const [first, second] = await town.places('ani', body, 'kunci-1');
    expect([first?.deliverOn, second?.deliverOn]).toEqual(['2026-11-14', body.deliverOn]);
    expect((await town.shelfOf(nasi, '2026-11-14'))?.free).toBe(8);
    expect(await town.shelfOf(nasi, body.deliverOn)).toBeUndefined();
    expect(await paymentOf('ani', first?.orderId ?? '')).toMatchObject({ way: 'cod', state: 'unpaid', version: 1 });
    const account = await paymentOf('ani', second?.orderId ?? '');
    expect(account).toMatchObject({ way: 'transfer', howToPay: { transfer: { number: '0011223344' } } });
    // The same key finds the same orders; what was chosen may still be changed.
    expect(await town.places('ani', body, 'kunci-1')).toMatchObject([
      { orderId: first?.orderId },
      { orderId: second?.orderId },
    ]);
    const params = { orderId: first?.orderId ?? '' };
    const changed = await town.as('ani')('PUT /orders/{orderId}/payment/way', { params, body: { way: 'transfer' } });
    expect(changed).toMatchObject({ way: 'transfer' });
  });

  test.each<[string, Cash, Chosen, Chosen, string]>([
    ['cash where none is taken', null, {}, { paymentWay: 'cod' }, 'way_not_offered'],
    ['more cash than is taken', { maxRupiah: 39_999, districts: [] }, {}, { paymentWay: 'cod' }, 'way_not_offered'],
    [
      'cash where the shop takes none on the road',
      { maxRupiah: 50_000, districts: [`${CITY}.03`] },
      {},
      { paymentWay: 'cod' },
      'way_not_offered',
    ],
    ['a QRIS that is not there', null, { paymentWay: 'transfer' }, { paymentWay: 'qris' }, 'way_not_offered'],
    ['an office’s way for a person', null, {}, { paymentWay: 'treasury' }, 'way_not_offered'],
    ['a day that is past', null, {}, { deliverOn: '2026-11-01' }, 'date_not_possible'],
  ])('is refused at its shop, and nothing of the cart is ordered: %s', async (_, cod, first, second, code) => {
    await takes(shop, null);
    await takes(other, cod);
    const refusal = await refusedWithoutTrace(town.world, () => town.places('ani', carted(first, second)));
    const named = code === 'date_not_possible' ? 'deliverOn' : 'paymentWay';
    expect(refusal).toMatchObject({ code, body: { errors: [{ pointer: `/shops/1/${named}` }] } });
  });

  test('counts the fee to the ceiling of cash, and no road where the buyer comes to the shop', async () => {
    await takes(shop, { maxRupiah: 20_000, districts: [`${CITY}.03`] });
    await town.as(shop.owner)('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId: shop.merchantId },
      body: {
        courier: { feeRupiah: 1_000, freeFromRupiah: null, districts: [] },
        pickUp: { address: 'Jl. Ijen 1', hours: '08.00–16.00' },
      },
    });
    const cash = (delivery: NonNullable<Chosen['delivery']>) =>
      town.places('ani', carted({ paymentWay: 'cod', delivery }));
    expect((await refusalOf(cash({ way: 'courier', feeRupiah: 1_000 }))).code).toBe('way_not_offered');
    expect(await cash({ way: 'pick-up', feeRupiah: 0 })).toHaveLength(2);
  });

  test('is no cash for who lost it in this city', async () => {
    await takes(shop, { maxRupiah: 50_000, districts: [] });
    const refuses = async () => {
      const [order] = await town.places('ani', carted({ paymentWay: 'cod' }));
      if (!order) throw new Error('no order');
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
      const asked = { params: { orderId: order.orderId }, body: { reason: 'Tidak ada orang di rumah' } };
      await town.as(shop.owner)('POST /orders/{orderId}/payment/refuse', asked);
    };
    await refuses();
    await refuses();
    expect(
      await refusedWithoutTrace(town.world, () => town.places('ani', carted({ paymentWay: 'cod' }))),
    ).toMatchObject({ code: 'cod_closed', body: { errors: [{ pointer: '/shops/0/paymentWay' }] } });
    expect(await town.places('ani', carted({ paymentWay: 'transfer' }))).toHaveLength(2);
    const own = { contact: { name: 'Wati', phone: phoneOf('wati') } };
    expect(await town.places('wati', carted({ paymentWay: 'cod' }, {}, own))).toHaveLength(2);
  });

  test('is the treasurer for an office, whatever a shop takes of people', async () => {
    const agency = town.purposeOf(office);
    const placed = await town.places(office.buyer, carted({ paymentWay: 'treasury' }, {}, { agency }));
    for (const { orderId } of placed) expect((await paymentOf(office.buyer, orderId)).way).toBe('treasury');
    await takes(shop, { maxRupiah: 50_000, districts: [] });
    const cash = town.places(office.buyer, carted({ paymentWay: 'cod' }, {}, { agency }));
    expect(await refusalOf(cash)).toMatchObject({ code: 'way_not_offered' });
  });
});

describe('the days a shop can keep', () => {
  const days = (goods: [Product, number][], from?: string) =>
    town
      .as()('GET /merchants/{merchantId}/delivery-days', {
        params: { merchantId: shop.merchantId },
        query: {
          goods: goods.map(([{ productId }, quantity]) => `${productId}.${quantity}`).join(),
          ...(from === undefined ? {} : { from }),
        },
      })
      .then((answer) => answer.days);

  test('are those on which it makes enough, after its days of making, on no day off', async () => {
    const slow = await town.offers(shop, { supply: 'capacity', amount: 5, leadDays: 2, closedDays: [7] });
    // Today is Tuesday, 10 November.
    expect((await days([[slow, 5]])).slice(0, 5)).toEqual([
      '2026-11-12',
      '2026-11-13',
      '2026-11-14',
      '2026-11-16',
      '2026-11-17',
    ]);
    expect(await days([[slow, 6]])).toEqual([]);
    await town.buys('ani', slow, 3, { deliverOn: '2026-11-13' });
    expect(await days([[slow, 5]], '2026-11-12')).toContain('2026-11-13');
    await town.buys('ani', slow, 2, { deliverOn: '2026-11-13' });
    expect(await days([[slow, 1]], '2026-11-12')).not.toContain('2026-11-13');
    expect(
      (
        await days([
          [nasi, 10],
          [slow, 1],
        ])
      )[0],
    ).toBe('2026-11-12');
    expect((await days([[nasi, 10]]))[0]).toBe('2026-11-10');
  });

  test('are none for what it does not sell, and while it is closed; a day that is past is refused', async () => {
    expect(await days([[kain, 1]])).toEqual([]);
    expect(await refusalOf(days([[nasi, 1]], '2026-11-09'))).toMatchObject({ code: 'date_not_possible' });
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { pausedUntil: town.tomorrow() },
    });
    expect(await days([[nasi, 1]])).toEqual([]);
  });

  test('each take an order, and every other day is refused', async () => {
    const slow = await town.offers(shop, { supply: 'capacity', amount: 2, leadDays: 1, closedDays: [5, 6] });
    const possible = new Set(await days([[slow, 1]]));
    for (let ahead = 0; ahead < 8; ahead++) {
      const deliverOn = new Date(Date.parse('2026-11-10T00:00:00Z') + ahead * 864e5).toISOString().slice(0, 10);
      const ordered = await town.buys('ani', slow, 1, { deliverOn }).then(
        () => true,
        () => false,
      );
      expect([deliverOn, ordered]).toEqual([deliverOn, possible.has(deliverOn)]);
    }
  });
});
