import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { MOST_SAVED } from '../../../shared/domain/orders/placing/saved-cart.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let nasi: Product;
let teh: Product;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 50 });
  teh = await town.offers(shop, { name: 'Teh', unit: 'gelas', priceRupiah: 5_000, amount: 5 });
});
const line = ({ merchantId, productId }: Product, quantity: number) => ({ merchantId, productId, quantity });
const saves = (name: string, lines = [line(nasi, 3), line(teh, 4)], person = 'ani') =>
  town.as(person)('POST /me/carts', { body: { name, lines } });
const opens = (cartId: string, person = 'ani') => town.as(person)('GET /me/carts/{cartId}', { params: { cartId } });
const changes = (
  { merchantId, productId }: Product,
  body: { priceRupiah?: number; active?: boolean; minQuantity?: number },
) =>
  town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
    params: { merchantId, productId },
    body,
  });

describe('a saved cart', () => {
  test('is opened with the prices of today, and says what is dearer, short or gone', async () => {
    const { cartId } = await saves('Bulanan');
    expect((await opens(cartId)).lines.map(({ remark }) => remark)).toEqual([null, null]);
    await changes(nasi, { priceRupiah: 20_000 });
    await town.buys('budi', teh, 3);
    const [dearer, short] = (await opens(cartId)).lines;
    expect(dearer).toMatchObject({
      now: { priceRupiah: 20_000, quantity: 3 },
      remark: 'Nasi kotak rapat naik dari Rp18.000 ke Rp20.000.',
    });
    // Two are left, which the order says; four may be as many as few can be.
    expect(short).toMatchObject({ now: { quantity: 4 }, remark: null });
    await town.buys('budi', teh, 2);
    await changes(nasi, { active: false });
    const after = await opens(cartId);
    expect(after.lines.map(({ now, remark }) => [now, remark])).toEqual([
      [null, 'Nasi kotak rapat sudah tidak dijual.'],
      [null, 'Teh sedang habis.'],
    ]);
  });

  test('is said to be closed when its shop is', async () => {
    const { cartId } = await saves('Bulanan');
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { pausedUntil: town.tomorrow() },
    });
    expect((await opens(cartId)).lines[0]?.remark).toMatch(/sedang tutup/);
  });

  test('of the same name is replaced, and only so many are kept', async () => {
    const first = await saves('Bulanan');
    expect((await saves('Bulanan', [line(teh, 1)])).cartId).toBe(first.cartId);
    for (let at = 1; at < MOST_SAVED; at++) await saves(`Daftar ${at}`);
    expect(await refusalOf(saves('Satu lagi'))).toMatchObject({ status: 409, code: 'cart_limit' });
    await saves('Daftar 1', [line(teh, 2)]);
    const { items } = await town.as('ani')('GET /me/carts');
    expect(items).toHaveLength(MOST_SAVED);
    await town.as('ani')('DELETE /me/carts/{cartId}', { params: { cartId: first.cartId } });
    await saves('Satu lagi');
  });

  test('keeps to its bound when many are saved at once', async () => {
    for (let at = 1; at < MOST_SAVED; at++) await saves(`Daftar ${at}`, [line(nasi, 1), line(nasi, 2)]);
    const asked = Array.from({ length: 3 }, (_, at) =>
      saves(`Sekaligus ${at}`).then(
        () => 1,
        () => 0,
      ),
    );
    await Promise.all(asked);
    const { items } = await town.as('ani')('GET /me/carts');
    expect(items).toHaveLength(MOST_SAVED);
    expect(items.find(({ name }) => name === 'Daftar 1')?.lines.map(({ quantity }) => quantity)).toEqual([2]);
  });

  test('is its owner’s alone, and is not made of what is not sold', async () => {
    const { cartId } = await saves('Bulanan');
    expect(await refusalOf(opens(cartId, 'budi'))).toMatchObject({ status: 404, code: 'cart_not_found' });
    const other = town.as('budi')('DELETE /me/carts/{cartId}', { params: { cartId } });
    expect(await refusalOf(other)).toMatchObject({ code: 'cart_not_found' });
    await changes(teh, { active: false });
    const refused = await refusalOf(saves('Lain', [line(nasi, 1), line(nasi, 2), line(teh, 1)]));
    expect(refused).toMatchObject({ code: 'product_withdrawn', body: { errors: [{ pointer: '/lines/2/productId' }] } });
  });
});

describe('an order that is repeated', () => {
  test('is offered again to who bought it, as it is today, and to nobody else', async () => {
    const { orderId } = await town.buys('ani', nasi, 2);
    await changes(nasi, { minQuantity: 5 });
    const asked = { params: { orderId } };
    expect((await town.as('ani')('GET /orders/{orderId}/again', asked)).lines).toMatchObject([
      { productId: nasi.productId, now: { quantity: 5 }, remark: 'Nasi kotak rapat paling sedikit 5 kotak.' },
    ]);
    for (const person of [shop.owner, 'budi'])
      expect(await refusalOf(town.as(person)('GET /orders/{orderId}/again', asked))).toMatchObject({ status: 404 });
  });
});
