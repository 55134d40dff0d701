import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { runClocks } from '../../../functions/orders/run-clocks.ts';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { DUE_SHARDS } from '../../../shared/table/engine/schema.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { type Office, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let office: Office;
let nasi: Product;
let jahit: Product;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  office = await town.seatsOffice(CITY, 1_000_000);
  nasi = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
  jahit = await town.offers(shop, { name: 'Jahit seragam', supply: 'capacity', amount: 5, priceRupiah: 10_000 });
});

const ofShop = () => ({ params: { merchantId: shop.merchantId } });
const suspends = () =>
  town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', { ...ofShop(), body: { reason: 'Keluhan' } });
const pauses = (pausedUntil: string | null) =>
  town.as(shop.owner)('PATCH /merchants/{merchantId}', { ...ofShop(), body: { pausedUntil } });
const reschedules = (who: string, { orderId }: Order, deliverOn: string) =>
  town.as(who)('POST /orders/{orderId}/reschedule', { params: { orderId }, body: { deliverOn } });

describe('an order that waits', () => {
  test('is not approved for a shop suspended meanwhile, but may be called off', async () => {
    const order = await town.orders(office, nasi, 2);
    await suspends();
    const approve = () => town.moves(office.approver, 'approve', order);
    expect(await refusedWithoutTrace(town.world, approve)).toMatchObject({ status: 409, code: 'merchant_closed' });
    expect((await town.moves(office.approver, 'reject', order)).state).toBe('rejected');
  });

  test('is not approved while its shop is on leave, and is once it opens', async () => {
    const order = await town.orders(office, nasi, 2);
    await pauses('2026-11-20');
    const refused = await refusedWithoutTrace(town.world, () => town.moves(office.approver, 'approve', order));
    expect(refused).toMatchObject({ code: 'merchant_closed' });
    expect(refused.message).toContain('20 November 2026');
    await pauses(null);
    expect((await town.moves(office.approver, 'approve', order)).state).toBe('placed');
  });

  test('is accepted neither by a suspended shop nor for a day of its leave; declined it can always be', async () => {
    const orders = [await town.buys('ani', nasi, 1), await town.buys('ani', nasi, 1)] as const;
    const accept = (order: Order) => () => town.moves(shop.owner, 'accept', order);
    await pauses('2026-11-11');
    expect((await refusedWithoutTrace(town.world, accept(orders[0]))).code).toBe('merchant_closed');
    await pauses('2026-11-10');
    expect((await accept(orders[0])()).state).toBe('accepted');
    await suspends();
    expect((await refusedWithoutTrace(town.world, accept(orders[1]))).code).toBe('merchant_closed');
    expect((await town.moves(shop.owner, 'decline', orders[1])).state).toBe('declined');
    // What was accepted before is carried through.
    await town.moves(shop.owner, 'deliver', orders[0]);
    expect((await town.receives('ani', orders[0])).state).toBe('received');
  });

  test('for goods that the city took off the market is neither approved nor accepted; for goods the shop took off, it is', async () => {
    const waits = async () => [await town.buys('ani', nasi, 1), await town.orders(office, nasi, 1)] as const;
    const [personal, official] = await waits();
    const { productId } = nasi;
    const decides = (decision: 'withdraw' | 'keep') =>
      town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/products/{productId}/decide', {
        params: { merchantId: shop.merchantId, productId },
        body: { decision, reason: 'Izin edarnya habis' },
      });
    await decides('withdraw');
    const steps = [
      () => town.moves(office.approver, 'approve', official),
      () => town.moves(shop.owner, 'accept', personal),
    ];
    for (const step of steps) {
      const refused = await refusedWithoutTrace(town.world, step);
      expect(refused).toMatchObject({ status: 409, code: 'product_barred' });
      expect(refused.message).toContain('Nasi kotak rapat sudah ditarik dinas dari pasar.');
    }
    expect((await town.moves(shop.owner, 'decline', personal)).state).toBe('declined');
    await decides('keep');
    expect((await town.moves(office.approver, 'approve', official)).state).toBe('placed');
    expect((await town.moves(shop.owner, 'accept', official)).state).toBe('accepted');
  });

  test('past its day is neither approved nor accepted until the buyer chooses another', async () => {
    const [personal, official] = [await town.buys('ani', nasi, 1), await town.orders(office, nasi, 1)];
    clock.set('2026-11-11T08:00:00.000+07:00');
    const second = await town.buys('ani', nasi, 1, { deliverOn: '2026-11-11' });
    clock.set('2026-11-12T07:00:00.000+07:00');
    const refused = { code: 'date_not_possible', body: { errors: [{ pointer: '/deliverOn' }] } };
    const approve = () => town.moves(office.approver, 'approve', official);
    const accept = () => town.moves(shop.owner, 'accept', second);
    for (const late of [approve, accept]) expect(await refusedWithoutTrace(town.world, late)).toMatchObject(refused);
    await reschedules(office.buyer, official, '2026-11-13');
    expect((await approve()).deliverOn).toBe('2026-11-13');
    await reschedules('ani', second, '2026-11-12');
    expect((await accept()).state).toBe('accepted');
    expect(personal.state).toBe('placed');
  });
});

describe('another day', () => {
  test('moves the pieces of a day’s capacity with it, and needs them there', async () => {
    const order = await town.buys('ani', jahit, 3, { deliverOn: '2026-11-12' });
    const full = await town.buys('ani', jahit, 4, { deliverOn: '2026-11-13' });
    const refused = await refusedWithoutTrace(town.world, () => reschedules('ani', order, '2026-11-13'));
    expect(refused.code).toBe('capacity_too_little');
    const moved = await reschedules('ani', order, '2026-11-14');
    expect(moved).toMatchObject({ deliverOn: '2026-11-14', version: 2 });
    expect(await reschedules('ani', order, '2026-11-14')).toEqual(moved);
    // A trail that grows for ever could no longer be written, by the shop or by the clock.
    for (const day of ['2026-11-15', '2026-11-14', '2026-11-15', '2026-11-14']) await reschedules('ani', order, day);
    const often = await refusedWithoutTrace(town.world, () => reschedules('ani', order, '2026-11-15'));
    expect(often.code).toBe('date_not_possible');
    expect(often.body['title']).toContain('sudah 5 kali diganti');
    expect(await town.shelfOf(jahit, '2026-11-12')).toMatchObject({ taken: 0, free: 5 });
    expect(await town.shelfOf(jahit, '2026-11-14')).toMatchObject({ taken: 3, free: 2 });
    await town.moves('ani', 'cancel', order);
    expect(await town.shelfOf(jahit, '2026-11-14')).toMatchObject({ taken: 0, free: 5 });
    expect(full.state).toBe('placed');
  });

  test('in another year moves the office’s money with it', async () => {
    clock.set('2026-12-14T09:00:00.000+07:00');
    const order = await town.orders(office, nasi, 4);
    const next = () => reschedules(office.buyer, order, '2027-01-05');
    expect((await refusedWithoutTrace(town.world, next)).code).toBe('budget_line_not_found');
    await town.budgets(office, 40_000, '2027');
    expect((await next()).agency).toMatchObject({ budgetYear: '2027', eventDate: '2027-01-05' });
    const committed = async (year: string) => (await town.budgetOf(office, year))?.committedRupiah;
    expect([await committed('2026'), await committed('2027')]).toEqual([0, 40_000]);
  });

  test.each([
    ['a day past', '2026-11-09', 'date_not_possible'],
    ['beyond the days ahead', '2027-02-09', 'date_not_possible'],
    ['a day in the year 9999', '9999-12-31', 'date_not_possible'],
  ])('is refused: %s', async (_, day, code) => {
    const order = await town.buys('ani', nasi, 1);
    const refused = await refusedWithoutTrace(town.world, () => reschedules('ani', order, day));
    expect(refused).toMatchObject({ code, body: { errors: [{ pointer: '/deliverOn' }] } });
  });

  test('is not for a closed shop or withdrawn goods, and not anybody else’s to choose', async () => {
    const order = await town.buys('ani', nasi, 1);
    for (const who of ['budi', shop.owner, town.adminOf(CITY)])
      expect([403, 404]).toContain(
        (await refusedWithoutTrace(town.world, () => reschedules(who, order, '2026-11-13'))).status,
      );
    await pauses('2026-11-12');
    expect((await refusedWithoutTrace(town.world, () => reschedules('ani', order, '2026-11-13'))).code).toBe(
      'merchant_closed',
    );
    await pauses(null);
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { ...ofShop().params, productId: nasi.productId },
      body: { active: false },
    });
    expect((await refusedWithoutTrace(town.world, () => reschedules('ani', order, '2026-11-13'))).code).toBe(
      'product_withdrawn',
    );
  });
});

test('a clock that cannot be run keeps none from running behind it', async () => {
  const order = await town.buys('ani', nasi, 2);
  const { table } = town.world;
  for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const orderId = `ord_${at}`;
    const due = { dpk: `DUE#${at % DUE_SHARDS}`, dsk: `2026-11-01T02:00:00.000Z#${orderId}` };
    const Item = { pk: `ORDER#${orderId}`, sk: 'ORDER', type: 'Order', orderId, ...due };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
  clock.pass(DAY_MS);
  expect(await runClocks(() => town.world, 1)()).toEqual({ moved: 1 });
  const { state } = await town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
  expect(state).toBe('lapsed');
});
