import { beforeAll, describe, expect, test } from 'vitest';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { closeCity } from '../../close-city.ts';
import { freshTable, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';
import { watched } from '../../table/clients.ts';

const CITY = '35.73';
const MONTH = '2026-11';
const clock = testClock('2026-09-05T02:00:00.000Z');
let town: Town;
let reads: () => number;
let sellers: Shop[];
let late: Shop;
const admin = () => town.adminOf(CITY);
const histories = async (query: Record<string, unknown> = {}) =>
  (await town.as(admin())('GET /cities/{city}/standings/{month}/histories', {
    params: { city: CITY, month: MONTH },
    query: { limit: 50, ...query },
  })) as {
    items: { merchantId: string; months: { month: string; turnoverRupiah: number; orders: number }[] }[];
    next: string | null;
  };

beforeAll(async () => {
  const table = watched(await freshTable());
  reads = () => table.sent.length;
  const world = await testWorld({ now: clock.now, table });
  town = await townOf(world);
  const files = memoryFiles();
  for (const city of [CITY, '35.78']) await town.founds(city);
  sellers = [await town.opens(CITY, { name: 'Dapur Laris' }), await town.opens(CITY, { name: 'Dapur Sepi' })];
  const [busy] = sellers as [Shop, Shop];
  const product = await town.offers(busy, { priceRupiah: 10_000, amount: 500 });
  for (const [at, quantity] of [3, 0, 2].entries()) {
    clock.set(`${addMonths('2026-09', at)}-06T02:00:00.000Z`);
    if (at === 2) late = await town.opens(CITY, { name: 'Dapur Baru' });
    if (quantity > 0) await town.sells(busy, product, quantity);
    const month = addMonths('2026-09', at);
    clock.set(`${addMonths(month, 1)}-01T02:00:00.000Z`);
    await closeCity(world, files, CITY, { month, phase: 'preliminary', takenAt: clock.now() });
  }
});

describe('the months of a city’s shops, side by side', () => {
  test('hold every shop of the month once, each with the months it was in the register', async () => {
    const { items, next } = await histories();
    expect(next).toBeNull();
    const [busy, quiet] = sellers as [Shop, Shop];
    const of = (shop: Shop) => items.find(({ merchantId }) => merchantId === shop.merchantId)?.months;
    expect(items).toHaveLength(3);
    expect(of(busy)?.at(-1)).toMatchObject({ month: MONTH, turnoverRupiah: 20_000, orders: 1 });
    expect(of(busy)?.[0]).toMatchObject({ month: '2026-09', turnoverRupiah: 30_000 });
    expect(of(quiet)?.every(({ turnoverRupiah }) => turnoverRupiah === 0)).toBe(true);
    expect(of(late)?.map(({ month }) => month)).toEqual([MONTH]);
  });

  test('are read by key: a page of shops costs the same few calls however many months they have', async () => {
    await histories();
    const before = reads();
    await histories();
    expect(reads() - before).toBeLessThanOrEqual(3);
  });

  test('are the same for one shop alone', async () => {
    const [busy] = sellers as [Shop];
    const alone = await town.as(admin())('GET /cities/{city}/merchants/{merchantId}/standings/{month}', {
      params: { city: CITY, merchantId: busy.merchantId, month: MONTH },
    });
    expect(alone).toEqual((await histories()).items.find(({ merchantId }) => merchantId === busy.merchantId));
  });

  test('are of one’s own city alone', async () => {
    const [busy] = sellers as [Shop];
    const elsewhere = { params: { city: '35.78', merchantId: busy.merchantId, month: MONTH } };
    const refused = await refusalOf(
      town.as(town.adminOf('35.78'))('GET /cities/{city}/merchants/{merchantId}/standings/{month}', elsewhere),
    );
    expect(refused.code).toBe('merchant_not_found');
  });
});
