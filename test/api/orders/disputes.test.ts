import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let product: Product;

beforeEach(async () => {
  clock = testClock('2026-11-10T02:00:00.000Z');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  product = await town.offers(shop, { amount: 100 });
});

const passes = async (days: number) => {
  for (let day = 0; day < days; day++) {
    clock.set(new Date(Date.parse(clock.now()) + DAY_MS).toISOString());
    await town.runsClocks();
  }
};
const disputed = async (buyer: string) => {
  const order = await town.buys(buyer, product);
  await town.moves(shop.owner, 'accept', order);
  await town.moves(shop.owner, 'deliver', order);
  await town.moves(buyer, 'dispute', order);
  return order;
};
const listed = async () =>
  (await town.as(town.adminOf(CITY))('GET /cities/{city}/disputes', { params: { city: CITY } })).items;

describe('a city’s disputes', () => {
  test('are listed by their deadline from the moment they begin, and again when the city is called', async () => {
    const first = await disputed('ani');
    await passes(2);
    const second = await disputed('budi');
    expect((await listed()).map(({ orderId, escalated }) => [orderId, escalated])).toEqual([
      [first.orderId, false],
      [second.orderId, false],
    ]);
    expect((await listed())[0]).toMatchObject({
      disputedAt: '2026-11-10T02:00:00.000Z',
      dueAt: '2026-11-24T02:00:00.000Z',
      calledAt: null,
    });
    // Fourteen days for the two sides; then the city has fourteen of its own: the younger one is due first.
    await passes(13);
    expect((await listed()).map(({ orderId, escalated }) => [orderId, escalated])).toEqual([
      [second.orderId, false],
      [first.orderId, true],
    ]);
    // It waits for the city since it was called, not since the two sides began.
    expect((await listed())[1]).toMatchObject({
      disputedAt: '2026-11-10T02:00:00.000Z',
      calledAt: '2026-11-24T02:00:00.000Z',
    });
  });

  test.each([
    ['received after all', async (order: { orderId: string }) => town.receives('ani', order)],
    ['called off by the shop', async (order: { orderId: string }) => town.moves(shop.owner, 'cancel', order)],
    ['ruled on', async (order: { orderId: string }) => town.moves(town.adminOf(CITY), 'cancel', order)],
    ['closed by the clock', async () => passes(30)],
  ])('are listed until they are over: %s', async (_, ends) => {
    const order = await disputed('ani');
    expect(await listed()).toHaveLength(1);
    await ends(order);
    expect(await listed()).toEqual([]);
  });

  test('name nobody who ordered for themselves: that is in the order, for who rules', async () => {
    await disputed('ani');
    expect(JSON.stringify(await listed())).not.toMatch(/Ani|ani/);
  });

  const read = (person: string, { orderId }: { orderId: string }, city = CITY) =>
    town.as(person)('GET /cities/{city}/disputes/{orderId}', { params: { city, orderId } });

  test('are read by the inspectorate too, before and after the ruling, and nothing says who the buyer is', async () => {
    await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
    const order = await disputed('ani');
    expect((await town.as('inspektur')('GET /cities/{city}/disputes', { params: { city: CITY } })).items).toHaveLength(
      1,
    );
    await town.moves(town.adminOf(CITY), 'cancel', order, 'Barangnya rusak');
    const found = await read('inspektur', order);
    expect(found).toMatchObject({ state: 'cancelled', agencyName: null, merchantId: shop.merchantId });
    expect(found.history.at(-1)).toMatchObject({ state: 'cancelled', side: 'city', reason: 'Barangnya rusak' });
    const { buyer, buyerName, buyerPhone, deliverTo } = await town.as('ani')('GET /orders/{orderId}', {
      params: { orderId: order.orderId },
    });
    for (const secret of [`"${buyer}"`, buyerName, buyerPhone, deliverTo.address])
      expect(JSON.stringify(found)).not.toContain(secret);
  });

  test('are the inspectorate’s to read and not to rule on', async () => {
    await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
    const order = await disputed('ani');
    expect((await refusalOf(town.moves('inspektur', 'cancel', order))).status).toBe(404);
    expect((await refusalOf(town.as('inspektur')('GET /orders/{orderId}', { params: order }))).status).toBe(404);
  });

  test('are the only orders the city reads, and those of its own shops', async () => {
    const quiet = await town.buys('ani', product);
    expect((await refusalOf(read(town.adminOf(CITY), quiet))).code).toBe('order_not_found');
    await town.founds('35.78');
    const order = await disputed('ani');
    expect((await refusalOf(read(town.adminOf('35.78'), order, '35.78'))).code).toBe('order_not_found');
  });
});
