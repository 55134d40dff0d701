import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { engineTable, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';
import { putItems, tampered } from '../../table/clients.ts';

/*
 * An order is placed as of the moment it was read: what a shop, its owner or the city does between that read and the commit is
 * as if it were done just after. Here it is done exactly there, and each time whoever acted still has the last word.
 */

const CITY = '35.73';
let meanwhile: (() => Promise<unknown>) | undefined;
let town: Town;
let shop: Shop;
let product: Product;

beforeEach(async () => {
  const base = await testWorld({ now: testClock().now, table: await engineTable() });
  const table = tampered(base.table, {
    before: async (sent) => {
      if (!putItems(sent).some(({ type }) => type === 'Order')) return;
      const now = meanwhile;
      meanwhile = undefined;
      await now?.();
    },
  });
  town = await townOf({ ...base, table });
  await town.founds(CITY);
  shop = await town.opens(CITY);
  product = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
});
/** An order of three, written when something else has just happened. */
const buysWhile = async (happens: () => Promise<unknown>): Promise<Order> => {
  meanwhile = happens;
  const order = await town.buys('ani', product, 3);
  expect(meanwhile).toBeUndefined();
  return order;
};
const ofShop = () => ({ params: { merchantId: shop.merchantId } });
const closes = () =>
  town.as(shop.owner)('POST /merchants/{merchantId}/close', { ...ofShop(), body: { confirm: 'TUTUP' } });
const leaves = () =>
  town.as(shop.owner)('DELETE /scopes/{scope}/members/{person}', {
    params: { scope: `merchant:${shop.merchantId}`, person: shop.owner },
  });
const changes = (body: object) =>
  town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
    params: { merchantId: shop.merchantId, productId: product.productId },
    body,
  });
const pieces = async () => {
  const shelf = await town.shelfOf(product);
  return [shelf?.given, shelf?.taken, shelf?.free];
};

describe('an order placed in the very instant in which', () => {
  test('the city suspends the shop is not accepted, and gives its pieces back', async () => {
    const order = await buysWhile(() =>
      town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', { ...ofShop(), body: { reason: 'Keluhan' } }),
    );
    expect(await refusalOf(town.moves(shop.owner, 'accept', order))).toMatchObject({ code: 'merchant_closed' });
    expect(await pieces()).toEqual([10, 3, 7]);
    await town.moves(shop.owner, 'decline', order);
    expect(await pieces()).toEqual([10, 0, 10]);
  });

  test('its owner closes the shop keeps its owner there until it is answered', async () => {
    const order = await buysWhile(closes);
    expect(await refusalOf(town.moves(shop.owner, 'accept', order))).toMatchObject({ code: 'merchant_closed' });
    expect(await refusalOf(leaves())).toMatchObject({ code: 'shop_not_done' });
    await town.moves(shop.owner, 'decline', order);
    await leaves();
  });

  test('the city takes the goods off the market is not accepted', async () => {
    const { productId } = product;
    const order = await buysWhile(() =>
      town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/products/{productId}/decide', {
        params: { merchantId: shop.merchantId, productId },
        body: { decision: 'withdraw', reason: 'Izin edarnya habis' },
      }),
    );
    expect(await refusalOf(town.moves(shop.owner, 'accept', order))).toMatchObject({ code: 'product_barred' });
  });

  test.each([
    ['raises its price', { priceRupiah: 90_000 }],
    ['lowers its price', { priceRupiah: 1_000 }],
    ['raises its smallest order', { minQuantity: 50 }],
    ['asks for days ahead', { leadDays: 9 }],
    ['takes the goods off', { active: false }],
  ])('the shop %s is what the buyer saw, and the shop may decline it', async (_, body) => {
    const order = await buysWhile(() => changes(body));
    expect([order.totalRupiah, order.lines[0]?.priceRupiah]).toEqual([30_000, 10_000]);
    expect((await town.moves(shop.owner, 'decline', order)).state).toBe('declined');
    expect(await pieces()).toEqual([10, 0, 10]);
  });
});
