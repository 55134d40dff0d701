import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { type Shop, type Town, townOf } from '../../market.ts';

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
    });
    // Fourteen days for the two sides; then the city has fourteen of its own: the younger one is due first.
    await passes(13);
    expect((await listed()).map(({ orderId, escalated }) => [orderId, escalated])).toEqual([
      [second.orderId, false],
      [first.orderId, true],
    ]);
    expect((await listed())[1]).toMatchObject({ disputedAt: '2026-11-10T02:00:00.000Z' });
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
});
