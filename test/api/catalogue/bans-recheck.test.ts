import { beforeEach, describe, expect, test } from 'vitest';
import { recheckGoods } from '../../../functions/catalogue/watched/recheck-goods.ts';
import { testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { everything, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const bags = { goods: 'kantong plastik', reason: 'Perwali 8/2021 tentang kantong plastik' };
const clock = testClock('2026-11-10T09:00:00.000+07:00');
let town: Town;
let shop: Shop;
const admin = () => town.as(town.adminOf(CITY));

beforeEach(async () => {
  clock.set('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  for (const city of [CITY, '35.78']) await town.founds(city);
  shop = await town.opens(CITY, { name: 'Toko Murah' }, 'sri');
});

const forbids = async (bans: readonly (typeof bags)[], city = CITY) => {
  const params = { city };
  const { version } = await town.as()('GET /cities/{city}/banned-goods', { params });
  const headers = { 'if-match': `"${version}"` };
  await town.as(town.adminOf(city))('PUT /cities/{city}/banned-goods', { params, body: { bans: [...bans] }, headers });
};
const rechecks = (city = CITY) =>
  hear(
    recheckGoods(() => town.world),
    ['BansSet', { cityCode: city, bansVersion: 1 }],
    ['LedgerMade', { cityCode: city, ledgerVersion: 'led_1' }],
  );
const cases = async (state: 'open' | 'kept' | 'withdrawn' = 'open') =>
  (await admin()('GET /cities/{city}/goods-cases', { params: { city: CITY }, query: { state } })).items;
const isSold = async (productId: string) =>
  (
    await town.ask('GET /merchants/{merchantId}/products/{productId}', undefined, {
      params: { merchantId: shop.merchantId, productId },
    })
  ).status === 200;
const decides = (productId: string, decision: 'keep' | 'withdraw') =>
  admin()('POST /merchants/{merchantId}/products/{productId}/decide', {
    params: { merchantId: shop.merchantId, productId },
    body: { decision, reason: 'Bahannya singkong' },
  });

describe('goods on sale that a new rule forbids', () => {
  test('are put before the city with the rule, and stay on sale until it decides', async () => {
    const bag = await town.offers(shop, { name: 'Kantong plastik besar' });
    await town.offers(shop, { name: 'Tas belanja kain' });
    await rechecks();
    expect(await cases()).toEqual([]);
    await forbids([bags]);
    await rechecks();
    const [found, ...others] = await cases();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      productId: bag.productId,
      merchantName: 'Toko Murah',
      reports: 0,
      state: 'open',
      bans: [{ goods: 'kantong plastik', reason: bags.reason }],
    });
    expect(await isSold(bag.productId)).toBe(true);
  });

  test('are looked for once for each rule, however often and in whatever order it is told', async () => {
    const bag = await town.offers(shop, { name: 'Kantong plastik besar' });
    await forbids([bags]);
    await rechecks();
    await decides(bag.productId, 'keep');
    const before = await everything(town.world);
    for (const _ of [1, 2]) await rechecks();
    expect(await everything(town.world)).toEqual(before);
    // Taken off the list and put on it again, it is the rule the city decided by.
    await forbids([]);
    await rechecks();
    await forbids([bags]);
    await rechecks();
    expect((await cases('kept')).map(({ productId }) => productId)).toEqual([bag.productId]);
  });

  test('that the city kept are looked at again under another rule; what it withdrew stays withdrawn', async () => {
    const [kept, gone] = [
      await town.offers(shop, { name: 'Kantong plastik singkong' }),
      await town.offers(shop, { name: 'Kantong plastik hitam' }),
    ];
    await forbids([bags]);
    await rechecks();
    await decides(kept.productId, 'keep');
    await decides(gone.productId, 'withdraw');
    await forbids([bags, { goods: 'plastik', reason: 'Perda 1/2026 tentang plastik' }]);
    await rechecks();
    expect((await cases()).map(({ productId, bans }) => [productId, bans.length])).toEqual([[kept.productId, 2]]);
    expect((await cases('withdrawn')).map(({ productId }) => productId)).toEqual([gone.productId]);
  });

  test('count beside what people reported, and are their own city’s alone', async () => {
    const bag = await town.offers(shop, { name: 'Kantong plastik besar' });
    await town.as('ani')('POST /merchants/{merchantId}/products/{productId}/reports', {
      params: { merchantId: shop.merchantId, productId: bag.productId },
      body: { kind: 'banned' },
    });
    await forbids([bags], '35.78');
    await rechecks('35.78');
    expect((await cases())[0]?.bans).toEqual([]);
    await forbids([bags]);
    await rechecks();
    expect(await cases()).toMatchObject([{ reports: 1, bans: [{ goods: 'kantong plastik' }] }]);
  });
});
