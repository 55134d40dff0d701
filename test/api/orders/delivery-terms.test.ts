import { beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../../../shared/contract.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
type Terms = Sent<'PUT /merchants/{merchantId}/delivery-terms'>['body'];
const pickUp = { address: 'Jl. Ijen 1', hours: '08.00–16.00' };
const table: Terms = {
  courier: {
    feeRupiah: 10_000,
    freeFromRupiah: 100_000,
    districts: [{ district: `${CITY}.03`, feeRupiah: null }],
  },
  pickUp,
};

let clock: Clock;
let town: Town;
let shop: Shop;
let nasi: Product;
beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 1_000 });
});
const says = (body: Terms, person = shop.owner) =>
  town.as(person)('PUT /merchants/{merchantId}/delivery-terms', { params: { merchantId: shop.merchantId }, body });
const read = () => town.as()('GET /merchants/{merchantId}/delivery-terms', { params: { merchantId: shop.merchantId } });
type Way = NonNullable<Sent<'POST /orders'>['body']['shops'][number]['delivery']>;
const carted = (quantity: number, delivery?: Way) => {
  const cart = town.cart([{ product: nasi, quantity }]);
  return { ...cart, shops: cart.shops.map((one) => ({ ...one, ...(delivery ? { delivery } : {}) })) };
};
const buys = async (person: string, quantity: number, delivery?: Way) => {
  const [order] = await town.places(person, carted(quantity, delivery));
  if (!order) throw new Error('no order');
  return order;
};
const FEE: Way = { way: 'courier', feeRupiah: 10_000 };

describe('what a shop says of bringing its goods', () => {
  test('is free and everywhere until it says something, and then seen by everybody', async () => {
    expect(await read()).toMatchObject({ courier: { feeRupiah: 0, districts: [] }, pickUp: null, version: 0 });
    await says(table);
    expect(await read()).toEqual({ ...table, centres: [], closedUntil: null, version: 1 });
  });

  test('comes with the day through which the shop takes no order, so that a cart says it before anybody orders', async () => {
    const params = { merchantId: shop.merchantId };
    const closes = (pausedUntil: string | null) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}', { params, body: { pausedUntil } });
    await closes('2026-11-12');
    expect(await read()).toMatchObject({ closedUntil: '2026-11-12', courier: { feeRupiah: 0 } });
    expect((await refusalOf(buys('ani', 1))).code).toBe('merchant_closed');
    await closes(null);
    expect(await read()).toMatchObject({ closedUntil: null });
  });

  test('is set and read again by its own people before the shop is verified, and by nobody else', async () => {
    const applicant = await town.applies(CITY, {}, 'tini');
    const { merchantId, owner } = applicant;
    const params = { merchantId };
    const own = (person: string) => town.as(person)('GET /me/merchants/{merchantId}/selling-terms', { params });
    const nothing = { cod: null, qris: null, transfer: false, version: 0 };
    expect(await own(owner)).toMatchObject({ delivery: { courier: { feeRupiah: 0 }, version: 0 }, payment: nothing });
    await town.as(owner)('PUT /merchants/{merchantId}/delivery-terms', { params, body: table });
    const cod = { maxRupiah: 500_000, districts: [] };
    await town.as(owner)('PUT /merchants/{merchantId}/payment-ways', {
      params,
      body: { cod, qris: null, transfer: false },
    });
    const said = {
      delivery: { ...table, centres: [], closedUntil: null, version: 1 },
      payment: { ...nothing, cod, version: 1 },
    };
    expect(await own(owner)).toEqual(said);
    expect((await refusalOf(own('ani'))).code).toBe('merchant_not_found');
    const asked = () => town.as()('GET /merchants/{merchantId}/payment-ways', { params });
    expect((await refusalOf(asked())).code).toBe('merchant_not_found');
    await town.verifies(applicant);
    expect(await asked()).toEqual(said.payment);
  });

  test.each<[string, Terms, string]>([
    ['nothing reaches anybody', { courier: null, pickUp: null }, 'delivery_not_offered'],
    [
      'a fee above the city’s bound',
      { ...table, courier: { ...table.courier, feeRupiah: 50_001 } as never },
      'amount_over_policy',
    ],
    [
      'another city’s district',
      { ...table, courier: { ...table.courier, districts: [{ district: '35.78.02', feeRupiah: 1 }] } as never },
      'region_not_found',
    ],
  ])('is refused with nothing written: %s', async (_, body, code) => {
    expect(await refusedWithoutTrace(town.world, () => says(body))).toMatchObject({ code });
  });

  test('holds to the city’s bound as it is now, also for a table written before it was lowered', async () => {
    await says(table);
    await town.as(town.adminOf(CITY))('PATCH /cities/{city}', {
      params: { city: CITY },
      body: { policies: { deliveryFeeMaxRupiah: 4_000 } },
    });
    clock.pass(60_000);
    expect((await read()).courier?.feeRupiah).toBe(4_000);
    expect((await buys('ani', 1, { way: 'courier', feeRupiah: 4_000 })).totalRupiah).toBe(22_000);
  });
});

describe('an order with a fee', () => {
  test('costs goods and fee, and answers the new one when it was raised meanwhile', async () => {
    await says(table);
    expect((await refusedWithoutTrace(town.world, () => buys('ani', 1))).code).toBe('price_changed');
    expect(await buys('ani', 2, FEE)).toMatchObject({ totalRupiah: 46_000, delivery: FEE });
    await says({ ...table, courier: { ...table.courier, feeRupiah: 12_000 } as never });
    expect(await refusalOf(buys('ani', 1, FEE))).toMatchObject({
      code: 'price_changed',
      body: { errors: [{ pointer: '/shops/0/delivery/feeRupiah', detail: expect.stringContaining('Rp12.000') }] },
    });
    expect((await buys('ani', 6, { way: 'courier', feeRupiah: 0 })).totalRupiah).toBe(108_000);
  });

  test('is paid with its fee, in cash too, whose ceiling counts it', async () => {
    await says(table);
    const params = { merchantId: shop.merchantId };
    const ways = (maxRupiah: number) =>
      town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
        params,
        body: { cod: { maxRupiah, districts: [`${CITY}.03`] }, qris: null, transfer: false },
      });
    await ways(28_000);
    const order = await buys('ani', 1, { way: 'pick-up' });
    // What is picked up is paid at the shop: where cash is taken on the road does not matter.
    const chosen = await town.as('ani')('PUT /orders/{orderId}/payment/way', {
      params: { orderId: order.orderId },
      body: { way: 'cod' },
    });
    expect(chosen).toMatchObject({ way: 'cod', dueRupiah: 18_000 });
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
      params,
      body: { cod: { maxRupiah: 27_999, districts: [] }, qris: null, transfer: false },
    });
    const brought = await buys('wati', 1, FEE);
    const cod = () =>
      town.as('wati')('PUT /orders/{orderId}/payment/way', {
        params: { orderId: brought.orderId },
        body: { way: 'cod' },
      });
    expect(await refusalOf(cod())).toMatchObject({
      code: 'way_not_offered',
      message: expect.stringContaining('Rp28.000'),
    });
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
      params,
      body: { cod: { maxRupiah: 28_000, districts: [] }, qris: null, transfer: false },
    });
    expect((await cod()).dueRupiah).toBe(28_000);
    await town.moves(shop.owner, 'accept', brought);
    await town.moves(shop.owner, 'deliver', brought);
    const paid = await town.as(shop.owner)('POST /orders/{orderId}/payment/collect', {
      params: { orderId: brought.orderId },
    });
    expect(paid).toMatchObject({ state: 'confirmed', paidRupiah: 28_000 });
  });

  test('of an office takes budget with its fee, and its papers name it', async () => {
    await says(table);
    const office: Office = await town.seatsOffice(CITY);
    const cart = { ...carted(2, FEE), agency: town.purposeOf(office) };
    const [order] = await town.places(office.buyer, cart);
    if (!order) throw new Error('no order');
    expect((await town.budgetOf(office))?.committedRupiah).toBe(46_000);
    await town.moves(office.approver, 'approve', order);
    const paper = (kind: 'surat-pesanan' | 'nota') =>
      town.as(office.buyer)('POST /orders/{orderId}/papers/{kind}', { params: { orderId: order.orderId, kind } });
    expect((await paper('surat-pesanan')).content).toMatchObject({ feeRupiah: 10_000, rupiah: 46_000 });
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const lines = [{ productId: nasi.productId, quantity: 1 }];
    await town.receives(office.buyer, order, { receivedBy: 'Tuti', lines });
    expect((await town.budgetOf(office))?.committedRupiah).toBe(28_000);
    expect((await paper('nota')).content).toMatchObject({ feeRupiah: 10_000, rupiah: 28_000 });
    const month = await town.as(shop.owner)('GET /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId: shop.merchantId, month: clock.now().slice(0, 7) },
    });
    expect(month.platformRupiah).toBe(18_000);
  });

  test('that is called off owes nothing and gives its whole budget back', async () => {
    await says(table);
    const office = await town.seatsOffice(CITY);
    const [order] = await town.places(office.buyer, { ...carted(2, FEE), agency: town.purposeOf(office) });
    await town.moves(office.buyer, 'cancel', order as never);
    expect((await town.budgetOf(office))?.committedRupiah).toBe(0);
  });
});
