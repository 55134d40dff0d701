import { beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const account = { bank: '014', number: '0011223344', holder: 'Sri Handayani' } as const;
type Body = Sent<'POST /orders'>['body'];
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

const takes = (seller: Shop, cod: object | null, transfer = true) =>
  town.as(seller.owner)('PUT /merchants/{merchantId}/payment-ways', {
    params: { merchantId: seller.merchantId },
    body: { cod: cod as never, qris: null, transfer },
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
    await takes(shop, { mostRupiah: 50_000, districts: [] });
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

  test.each<[string, object | null, Chosen, Chosen, string]>([
    ['cash where none is taken', null, {}, { paymentWay: 'cod' }, 'way_not_offered'],
    ['more cash than is taken', { mostRupiah: 39_999, districts: [] }, {}, { paymentWay: 'cod' }, 'way_not_offered'],
    [
      'cash where the shop takes none on the road',
      { mostRupiah: 50_000, districts: [`${CITY}.03`] },
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
    await takes(shop, { mostRupiah: 20_000, districts: [`${CITY}.03`] });
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
    await takes(shop, { mostRupiah: 50_000, districts: [] });
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
    expect(await town.places('wati', carted({ paymentWay: 'cod' }))).toHaveLength(2);
  });

  test('is the treasurer for an office, whatever a shop takes of people', async () => {
    const agency = town.purposeOf(office);
    const placed = await town.places(office.buyer, carted({ paymentWay: 'treasury' }, {}, { agency }));
    for (const { orderId } of placed) expect((await paymentOf(office.buyer, orderId)).way).toBe('treasury');
    await takes(shop, { mostRupiah: 50_000, districts: [] });
    const cash = town.places(office.buyer, carted({ paymentWay: 'cod' }, {}, { agency }));
    expect(await refusalOf(cash)).toMatchObject({ code: 'way_not_offered' });
  });
});
