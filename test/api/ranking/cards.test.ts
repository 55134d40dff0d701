import { beforeAll, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
});

const cardOf = async (productId: string) => {
  // What many look at is drawn once in some seconds.
  clock.pass(60_000);
  const lists = await Promise.all([
    town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: { limit: 50 } }),
    town.as()('GET /cities/{city}/search', { params: { city: CITY }, query: { text: 'nasi', limit: 50 } }),
  ]);
  const [listed, found] = lists.map(({ items }) => items.find((card) => card.productId === productId));
  expect(listed?.rating).toEqual(found?.rating);
  expect(listed?.cash).toEqual(found?.cash);
  return listed;
};

describe('a card of a list', () => {
  test('says what buyers said of its shop from three reviews on, without waiting for the next ledger', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { name: 'Nasi kotak', amount: 100 });
    const rates = async (buyer: string, stars: number) => {
      const { orderId } = await town.sells(shop, product, 1, buyer);
      await town.as(buyer)('PUT /orders/{orderId}/review', { params: { orderId }, body: { stars } });
      return orderId;
    };
    await rates('ani', 5);
    await rates('budi', 4);
    expect((await cardOf(product.productId))?.rating).toBeUndefined();
    const third = await rates('cici', 4);
    expect((await cardOf(product.productId))?.rating).toEqual({ average: 4.3, count: 3 });
    await town.as('cici')('POST /orders/{orderId}/review/withdraw', { params: { orderId: third } });
    expect((await cardOf(product.productId))?.rating).toBeUndefined();
  });

  test('says that it may be paid in cash only where its shop takes that for what it costs', async () => {
    const shop = await town.opens(CITY);
    const { merchantId } = shop;
    const cheap = await town.offers(shop, { name: 'Nasi kuning', priceRupiah: 20_000, amount: 100 });
    const dear = await town.offers(shop, { name: 'Nasi tumpeng', priceRupiah: 20_001, amount: 100 });
    const takes = (cod: { maxRupiah: number; districts: string[] }) =>
      town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
        params: { merchantId },
        body: { cod, qris: null, transfer: false },
      });
    await takes({ maxRupiah: 20_000, districts: [] });
    expect((await cardOf(cheap.productId))?.cash).toBe(true);
    expect((await cardOf(dear.productId))?.cash).toBeUndefined();
    await takes({ maxRupiah: 19_999, districts: [] });
    expect((await cardOf(cheap.productId))?.cash).toBeUndefined();
  });
});
