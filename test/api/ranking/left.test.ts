import { describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { refusalOf } from '../../market.ts';
import { CITY, stallsOf } from './stalls.ts';

const DAY = '2026-11-14';
const WANTED = [1, 4, 5, 6, 7, 20, 94, 95, 96, 150, 200, 201, 500];

/** Everything the market tells of one good to somebody who asks and orders nothing. */
const toldOf = async ({ town, clock, list }: Awaited<ReturnType<typeof stallsOf>>, product: Product) => {
  // What is kept for some seconds is over.
  clock.pass(120_000);
  const { merchantId, productId } = product;
  const guest = town.as();
  const shown = await guest('GET /merchants/{merchantId}/products/{productId}', { params: { merchantId, productId } });
  const { cartId } = await town.as('pesaing')('POST /me/carts', {
    body: { name: 'Intip', lines: [{ merchantId, productId, quantity: 500 }] },
  });
  const saved = await town.as('pesaing')('GET /me/carts/{cartId}', { params: { cartId } });
  const search = await guest('GET /cities/{city}/search', { params: { city: CITY }, query: { text: 'nasi' } });
  const listed = [];
  for (const quantity of WANTED)
    for (const day of [{}, { deliverOn: DAY }]) {
      const { items, ranking } = await list({ quantity, ...day });
      const card = items.find((item) => item.productId === productId)?.ranking;
      const record = await guest('GET /rankings/{decisionId}', { params: { decisionId: ranking?.decisionId ?? '' } });
      const offer = record.items.find((item) => item.productId === productId)?.offer;
      const { days } = await guest('GET /merchants/{merchantId}/delivery-days', {
        params: { merchantId },
        query: { goods: `${productId}.${quantity}` },
      });
      expect(record.replay.matches).toBe(true);
      listed.push([quantity, card?.above, card?.reasons, card?.sentence, offer?.capacityUnits, days]);
    }
  return {
    keys: Object.keys(shown).sort(),
    left: shown.left,
    saved: saved.lines[0],
    found: search.items.map(({ ranking }) => ranking?.reasons),
    listed,
  };
};

describe('how much of a good is left', () => {
  test('is told to nobody who asks: enough is enough, whether 6 or 400 lie on the shelf, and few are few', async () => {
    const city = await stallsOf([18_000, 18_000, 18_000]);
    const { shop, product } = city.stall(0);
    const counts = (amount: number) =>
      city.town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { amount },
      });
    const told = new Map<number, Awaited<ReturnType<typeof toldOf>>>();
    for (const amount of [400, 95, 6, 5, 2, 0]) {
      await counts(amount);
      told.set(amount, await toldOf(city, product));
    }
    expect(told.get(95)).toEqual(told.get(400));
    expect(told.get(6)).toEqual(told.get(400));
    expect(told.get(2)).toEqual(told.get(5));
    expect([...told.values()].map(({ left }) => left)).toEqual(['enough', 'enough', 'enough', 'few', 'few', 'gone']);
    expect(told.get(400)?.keys).not.toContain('free');
    // Few are said to be, so that a list leads nobody to an empty shelf.
    const above = (amount: number) => told.get(amount)?.listed.map(([quantity, passes]) => [quantity, passes]);
    expect(above(400)?.every(([, passes]) => passes)).toBe(true);
    expect(above(5)?.every(([quantity, passes]) => passes === Number(quantity) <= 5)).toBe(true);
    expect(above(0)?.some(([, passes]) => passes)).toBe(false);
    expect(told.get(5)?.listed.at(-1)?.[3]).toBe(
      'Turun urutan karena yang bisa dipesan paling banyak 5, sedangkan diperlukan 500.',
    );
    // The shop's own people still see each piece.
    await counts(95);
    const own = await city.town.as(shop.owner)('GET /me/merchants/{merchantId}/products/{productId}', {
      params: { merchantId: shop.merchantId, productId: product.productId },
    });
    expect(own.free).toBe(95);
  });

  test('of a day of making neither: what its maker says it can make, until few are left or none', async () => {
    const city = await stallsOf([18_000, 18_000, 18_000]);
    const shop = await city.opens();
    const product = await city.town.offers(shop, { priceRupiah: 18_000, supply: 'capacity', amount: 200 });
    const before = await toldOf(city, product);
    await city.town.buys('ani', product, 110, { deliverOn: DAY });
    expect(await toldOf(city, product)).toEqual(before);
    await city.town.buys('budi', product, 84, { deliverOn: DAY });
    expect(await toldOf(city, product)).toEqual(before);
    const { listed } = await (async () => {
      await city.town.buys('budi', product, 2, { deliverOn: DAY });
      return toldOf(city, product);
    })();
    expect(listed).not.toEqual(before.listed);
    await city.town.buys('ani', product, 2, { deliverOn: DAY });
    expect((await toldOf(city, product)).listed).toEqual(listed);
  });

  test('is said to who orders, so often a day; from then on only that it is too little', async () => {
    const { town, stall, clock } = await stallsOf([18_000]);
    const { shop, product } = stall(0);
    await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: product.productId },
      body: { amount: 37 },
    });
    const asks = async () => {
      const { code, title, body } = await refusalOf(town.buys('pesaing', product, 50)).then((refusal) => ({
        code: refusal.code,
        title: String(refusal.body['title']),
        body: JSON.stringify(refusal.body['errors']),
      }));
      return { code, exact: /37/.test(title + body), title };
    };
    for (let time = 0; time < 30; time++) expect(await asks()).toMatchObject({ code: 'stock_too_little', exact: true });
    expect(await asks()).toEqual({
      code: 'stock_too_little',
      exact: false,
      title: 'Sisanya kurang dari yang Anda pesan. Kurangi jumlahnya.',
    });
    // Who orders what there is, orders.
    expect((await town.buys('pesaing', product, 1)).state).toBe('placed');
    clock.pass(24 * 3_600_000);
    expect((await asks()).title).toMatch(/tinggal 36 kotak/);
  });
});
