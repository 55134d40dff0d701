import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { keepsPromise } from '../../../shared/domain/ranking/list/day-key.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
let nasi: Product;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  shop = await town.applies(CITY);
  nasi = await town.offers(shop, { amount: 10 });
  await town.seats(`merchant:${shop.merchantId}`, 'pegawai', 'staff', shop.owner);
});

const ofShop = () => ({ params: { merchantId: shop.merchantId } });
const ofNasi = () => ({ params: { merchantId: shop.merchantId, productId: nasi.productId } });
const lists = async (who: string) =>
  (await town.as(who)('GET /me/merchants/{merchantId}/products', ofShop())).items.map(({ productId }) => productId);
const reads = (who: string) => town.as(who)('GET /me/merchants/{merchantId}/products/{productId}', ofNasi());
const withdraws = (active: boolean) =>
  town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', { ...ofNasi(), body: { active } });
const decides = (step: 'return' | 'suspend', body: object) =>
  town.as(town.adminOf(CITY))(`POST /merchants/{merchantId}/${step}` as 'POST /merchants/{merchantId}/suspend', {
    ...ofShop(),
    body: body as { reason: string },
  });

describe('goods of one’s own shop', () => {
  const standings: [string, () => Promise<unknown>][] = [
    ['waits', async () => {}],
    ['was returned', () => decides('return', { reasons: [{ field: 'nik', reason: 'Buram' }] })],
    ['is verified', () => town.verifies(shop)],
    ['is suspended', () => town.verifies(shop).then(() => decides('suspend', { reason: 'Keluhan' }))],
  ];
  test.each(standings)(
    'are seen by its owner and staff while it %s, withdrawn or not; by nobody else',
    async (_, stands) => {
      await stands();
      for (const active of [true, false]) {
        await withdraws(active);
        for (const who of [shop.owner, 'pegawai']) {
          expect(await lists(who)).toEqual([nasi.productId]);
          expect(await reads(who)).toMatchObject({ active, free: 10 });
        }
      }
      for (const who of ['ani', 'operator', town.adminOf(CITY)]) {
        expect((await refusalOf(lists(who))).status).toBe(404);
        expect((await refusalOf(reads(who))).status).toBe(404);
      }
      const seen = await town.ask('GET /merchants/{merchantId}/products/{productId}', undefined, ofNasi());
      expect(seen.status).toBe(404);
    },
  );

  test('that were withdrawn take no room from others, and need room to come back', async () => {
    for (let count = 1; count < 100; count++) await town.offers(shop, { name: `Barang ${count}` });
    expect((await refusedWithoutTrace(town.world, () => town.offers(shop))).code).toBe('product_limit');
    await withdraws(false);
    await town.offers(shop, { name: 'Barang baru' });
    expect((await refusedWithoutTrace(town.world, () => withdraws(true))).code).toBe('product_limit');
  });
});

describe('a photo', () => {
  const shows = (photo: string) =>
    town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', { ...ofNasi(), body: { photo } });
  const noSuch = { status: 422, code: 'photo_not_found', body: { errors: [{ pointer: '/photo' }] } };

  test('nobody uploaded is refused, on new goods and on old', async () => {
    const photo = `/photos/${'0'.repeat(64)}.jpg`;
    expect(await refusedWithoutTrace(town.world, () => town.offers(shop, { photo }))).toMatchObject(noSuch);
    expect(await refusedWithoutTrace(town.world, () => shows(photo))).toMatchObject(noSuch);
  });

  test('another shop uploaded is refused until this one uploads it too', async () => {
    const other = await town.applies(CITY, { name: 'Warung Dua' });
    const photo = await town.uploads(other);
    expect(await refusedWithoutTrace(town.world, () => shows(photo))).toMatchObject(noSuch);
    expect(await town.uploads(shop)).toBe(photo);
    expect(await shows(photo)).toMatchObject({ photo });
    expect(await town.offers(shop, { photo, name: 'Nasi bakar' })).toMatchObject({ photo });
  });
});

describe('a shop’s own list', () => {
  test('is by price, equals as the day’s key draws them: anybody makes it again once the key is out', async () => {
    const clock = testClock('2026-11-10T09:00:00.000+07:00');
    const market = await townOf(await testWorld({ now: clock.now }));
    await market.founds(CITY);
    const stall = await market.opens(CITY);
    for (const [index, priceRupiah] of [9_000, 7_000, 9_000, 9_000, 7_000].entries())
      await market.offers(stall, { name: `Barang ${index}`, priceRupiah });
    const pageOf = (query: object) =>
      market.as()('GET /merchants/{merchantId}/products', { params: { merchantId: stall.merchantId }, query });
    const first = await pageOf({ limit: 2 });
    // The next page goes on in the order of its day.
    clock.set('2026-11-11T09:00:00.000+07:00');
    const rest = await pageOf({ cursor: first.next });
    const shown = [...first.items, ...rest.items];
    expect([first.drawnOn, rest.drawnOn, rest.dayKeyHash]).toEqual(['2026-11-10', '2026-11-10', first.dayKeyHash]);
    const { key } = await market.as()('GET /cities/{city}/day-keys/{day}', {
      params: { city: CITY, day: first.drawnOn },
    });
    expect(keepsPromise(key ?? '', first.dayKeyHash)).toBe(true);
    const draw = (id: string) =>
      createHmac('sha256', key ?? '')
        .update(id)
        .digest('hex');
    const again = shown.toSorted(
      (a, b) => a.priceRupiah - b.priceRupiah || (draw(a.productId) < draw(b.productId) ? -1 : 1),
    );
    expect(again.map(({ productId }) => productId)).toEqual(shown.map(({ productId }) => productId));
    expect(shown).toHaveLength(5);
  });
});
