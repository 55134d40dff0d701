import { beforeEach, describe, expect, test } from 'vitest';
import { followMerchants } from '../../../functions/catalogue/follow-merchants.ts';
import type { World } from '../../../functions/world.ts';
import { randomId } from '../../../shared/domain/basics/id.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { getProduct, insertProduct } from '../../../shared/table/catalogue/products.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getStanding } from '../../../shared/table/equity/standings.ts';
import { closeCity } from '../../close-city.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let world: World;
let town: Town;

beforeEach(async () => {
  clock = testClock('2026-11-01T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  await town.founds(CITY);
});
const on = (day: number) => clock.set(`2026-11-${String(day).padStart(2, '0')}T09:00:00.000+07:00`);
const switches = (shop: Shop, { productId, merchantId }: Product, active: boolean) =>
  town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
    params: { merchantId, productId },
    body: { active },
  });
const days = async ({ merchantId }: Shop, month = '2026-11') => {
  const standing = await getStanding(world.table, merchantId, month);
  return [standing?.offering, standing?.offeredDays];
};
const rules = (shop: Shop, how: 'suspend' | 'verify') =>
  town.as(town.adminOf(CITY))(`POST /merchants/{merchantId}/${how}`, {
    params: { merchantId: shop.merchantId },
    ...(how === 'suspend' ? { body: { reason: 'Barang tiruan' } } : {}),
  } as never);
const follows = ({ merchantId }: Shop) => followMerchants(() => world)({ detail: { merchantId } } as never);
const decides = async (shop: Shop, how: 'suspend' | 'verify') => {
  await rules(shop, how);
  await follows(shop);
};
const closes = (month: string, phase: 'preliminary' | 'final') =>
  closeCity(world, memoryFiles(), CITY, { month, phase, takenAt: world.now() });

describe('the days on which a shop offers', () => {
  test('run from its first offer until the last one is taken down', async () => {
    const shop = await town.opens(CITY);
    expect(await days(shop)).toEqual([false, 0]);
    on(6);
    const [one, other] = [await town.offers(shop), await town.offers(shop, { name: 'Kue basah' })];
    expect(await days(shop)).toEqual([true, 25]);
    on(16);
    await switches(shop, one, false);
    expect(await days(shop)).toEqual([true, 25]);
    await switches(shop, other, false);
    expect(await days(shop)).toEqual([false, 10]);
    on(20);
    await switches(shop, other, true);
    expect(await days(shop)).toEqual([true, 21]);
  });

  test('begin when a shop that was prepared before is verified, and end when it is suspended', async () => {
    const shop = await town.applies(CITY);
    await town.offers(shop);
    on(10);
    await decides(shop, 'verify');
    expect(await days(shop)).toEqual([true, 21]);
    on(20);
    await decides(shop, 'suspend');
    expect(await days(shop)).toEqual([false, 10]);
    on(26);
    await decides(shop, 'verify');
    expect(await days(shop)).toEqual([true, 15]);
  });

  test('end with the suspension itself: a day counts by how it ends, however late the catalogue follows', async () => {
    const shop = await town.opens(CITY);
    on(10);
    const [first] = [await town.offers(shop), await town.offers(shop, { name: 'Kue basah' })];
    clock.pass(60_000);
    await rules(shop, 'suspend');
    expect(await days(shop)).toEqual([false, 0]);
    await switches(shop, first, false);
    expect(await days(shop)).toEqual([false, 0]);
    await rules(shop, 'verify');
    expect(await days(shop)).toEqual([false, 0]);
    on(20);
    await follows(shop);
    expect(await days(shop)).toEqual([true, 11]);
  });

  test.each([true, false])(
    'do not come back in a month that began without the shop, opened by a close: %s',
    async (closed) => {
      const shop = await town.opens(CITY);
      await town.offers(shop);
      clock.set('2026-11-30T23:59:59.500+07:00');
      await rules(shop, 'suspend');
      clock.set('2026-12-01T00:00:01.000+07:00');
      await follows(shop);
      expect(await days(shop)).toEqual([false, 29]);
      if (closed) await closes('2026-11', 'preliminary');
      clock.set('2026-12-28T09:00:00.000+07:00');
      await decides(shop, 'verify');
      expect(await days(shop, '2026-12')).toEqual([true, 4]);
    },
  );

  test('do not begin with goods ordered before a suspension and handed over in the month after', async () => {
    const shop = await town.opens(CITY);
    const order = await town.buys('ani', await town.offers(shop), 1);
    await town.moves(shop.owner, 'accept', order);
    on(30);
    await town.moves(shop.owner, 'deliver', order);
    await rules(shop, 'suspend');
    clock.set('2026-12-01T09:00:00.000+07:00');
    await town.receives('ani', order);
    expect(await days(shop, '2026-12')).toEqual([false, 0]);
  });

  test('end when two tabs take down the last two at once', async () => {
    const shop = await town.opens(CITY);
    const both = [await town.offers(shop), await town.offers(shop, { name: 'Kue basah' })];
    on(11);
    await Promise.all(both.map((product) => switches(shop, product, false)));
    expect(await days(shop)).toEqual([false, 10]);
  });

  test('begin once, however many offers a shop puts up at once', async () => {
    const shop = await town.opens(CITY);
    const put = await Promise.all(Array.from({ length: 20 }, (_, at) => town.offers(shop, { name: `Kue ${at}` })));
    expect(put).toHaveLength(20);
    expect(await days(shop)).toEqual([true, 30]);
  });

  test('go on where the last offer comes down while another is put up', async () => {
    for (let round = 0; round < 5; round++) {
      const shop = await town.opens(CITY);
      const only = await town.offers(shop);
      await Promise.all([switches(shop, only, false), town.offers(shop, { name: 'Kue basah' })]);
      expect((await days(shop))[0], `round ${round}`).toBe(true);
    }
  });

  test('end with a suspension also of a shop that passed the limit of its products', async () => {
    const shop = await town.opens(CITY);
    const first = await town.offers(shop);
    const record = await getProduct(world.table, shop.merchantId, first.productId);
    if (!record) throw new Error('the first product was put up');
    for (let at = 0; at < 230; at++)
      await commit(world.table, [insertProduct({ ...record, productId: randomId('prd') })]);
    const listed = async () => (await everything(world)).filter(({ type, listed }) => type === 'Product' && listed);
    expect(await listed()).toHaveLength(231);
    on(11);
    await decides(shop, 'suspend');
    expect(await listed()).toEqual([]);
    expect(await days(shop)).toEqual([false, 10]);
    expect((await refusalOf(town.offers(shop))).code).toBe('product_limit');
  });

  test('go on into the next month', async () => {
    const shop = await town.opens(CITY);
    await town.offers(shop);
    clock.set('2026-12-01T09:00:00.000+07:00');
    await closes('2026-11', 'preliminary');
    expect(await days(shop, '2026-12')).toEqual([true, 31]);
  });

  test('tell whom to help with an offer first, and how even the others’ market is', async () => {
    const [nothing, late, enough, sold] = await Promise.all(Array.from({ length: 4 }, () => town.opens(CITY)));
    if (!nothing || !late || !enough || !sold) throw new Error('four shops were opened');
    on(16);
    await town.offers(enough);
    on(17);
    await town.offers(late);
    on(29);
    await town.sells(sold, await town.offers(sold), 1);
    clock.set('2026-12-11T09:00:00.000+07:00');
    const { total, year } = await closes('2026-11', 'final');
    for (const cell of [total, year.total]) {
      expect(cell).toMatchObject({ merchants: 4, sold: 1, unsold: 3, withoutOffer: 2 });
      expect(cell.spread).toMatchObject({ gini: { value: 0.75 }, giniOffering: { value: 0.5 } });
    }
  });
});
