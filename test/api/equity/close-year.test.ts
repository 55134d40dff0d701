import { beforeEach, describe, expect, test } from 'vitest';
import { mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { verifyMonth } from '../../../functions/equity/close/verify-month.ts';
import type { Files } from '../../../functions/files.ts';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import type { World } from '../../../functions/world.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { closeCity } from '../../close-city.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let world: World;
let town: Town;
let files: Files;

beforeEach(async () => {
  clock = testClock('2026-01-05T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  files = memoryFiles();
  await town.founds(CITY);
});

const inMonth = (month: string) => clock.set(`${month}-15T09:00:00.000+07:00`);
const close = (month: string, city = CITY): Promise<Snapshot> => {
  const next = addMonths(month, 1);
  clock.set(`${next}-12T09:00:00.000+07:00`);
  return closeCity(world, files, city, { month, phase: 'final', takenAt: `${next}-11T00:00:00.000Z` });
};
const sells = async (shop: Shop, priceRupiah: number) =>
  town.sells(shop, await town.offers(shop, { priceRupiah, amount: 9 }), 1);
const decides = (shop: Shop, how: 'suspend' | 'verify') =>
  town.as(town.adminOf(CITY))(`POST /merchants/{merchantId}/${how}`, {
    params: { merchantId: shop.merchantId },
    ...(how === 'suspend' ? { body: { reason: 'Barang tiruan' } } : {}),
  } as never);
const reports = (shop: Shop, month: string, rupiah: number) =>
  town.as(shop.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
    params: { merchantId: shop.merchantId, month },
    body: { outside: [{ channel: 'event', rupiah }] },
  });
const verdict = async (month: string, place = CITY) => (await verifyMonth(world, files, { place, month })).verdict;

describe('twelve months', () => {
  test('count what happened in each of them, whatever the last one was like', async () => {
    const [steady, starting, stopping] = [await town.opens(CITY), await town.opens(CITY), await town.opens(CITY)];
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
      inMonth(month);
      await sells(steady, 10_000);
      if (month > '2026-02') await sells(starting, 20_000);
      if (month < '2026-02') await sells(stopping, 30_000);
      if (month !== '2026-04') await reports(steady, month, 1_000);
      await close(month);
    }
    const { total, year, ...snapshot } = await close('2026-04');
    expect(total).toMatchObject({
      merchants: 3,
      newcomers: 0,
      activated: 0,
      dropped: 0,
      unsoldOne: 0,
      unsoldTwo: 0,
      unsoldThreeOrMore: 1,
      turnoverRupiah: '30000',
      reports: 0,
      reportsMissing: 3,
      reportedRupiah: '0',
    });
    expect(year.total).toMatchObject({
      merchants: 3,
      newcomers: 3,
      departed: 0,
      sold: 3,
      unsold: 0,
      orders: 7,
      turnoverRupiah: '110000',
      // One began to sell in March; one sold nothing after January, for three months; another nothing for two.
      activated: 1,
      dropped: 1,
      unsoldOne: 0,
      unsoldTwo: 1,
      unsoldThreeOrMore: 1,
      reports: 3,
      reportsMissing: 9,
      reportedRupiah: '3000',
      platformOfReportersRupiah: '30000',
      reportedMinusPlatformRupiah: '-27000',
    });
    expect(year.control).toEqual({ merchants: 3, turnoverRupiah: '110000' });
    // All are of one district: nothing lies between districts, everything inside.
    expect(year.between.districts).toMatchObject({ between: { value: 0 }, betweenShare: { value: 0 } });
    expect(year.districts).toMatchObject([{ ...year.total, spread: expect.any(Object) }]);
    expect(snapshot.definition).toBe('pemerataan-5');
    expect(await verdict('2026-04')).toBe('match');
  });

  test('keep the sales of a shop that left, for as long as a month of its is among them', async () => {
    const [stays, leaves] = [await town.opens(CITY), await town.opens(CITY)];
    await sells(stays, 10_000);
    await sells(leaves, 50_000);
    await decides(leaves, 'suspend');
    const first = await close('2026-01');
    expect([first.total, first.year.total].map(({ merchants, departed: left }) => [merchants, left])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    for (let month = '2026-02'; month <= '2026-12'; month = addMonths(month, 1)) {
      const { total, year } = await close(month);
      expect(total, month).toMatchObject({ merchants: 1, departed: 0, turnoverRupiah: '0' });
      expect(year.total, month).toMatchObject({
        merchants: 2,
        departed: 1,
        turnoverRupiah: '60000',
        reportsMissing: 2 + Number(month.slice(5)) - 1,
      });
      expect(await verdict(month), month).toBe('match');
    }
    const { year } = await close('2027-01');
    expect(year.total).toMatchObject({ merchants: 1, departed: 0, turnoverRupiah: '0' });
  });

  test('of a shop that comes back have never lost it; a month it was away counts nowhere', async () => {
    const shop = await town.opens(CITY);
    await sells(shop, 10_000);
    await decides(shop, 'suspend');
    await close('2026-01');
    await close('2026-02');
    // Its February and March were opened for the twelve months alone.
    clock.set('2026-03-05T09:00:00.000+07:00');
    await expect(reports(shop, '2026-02', 5)).rejects.toMatchObject({ code: 'month_invalid' });
    await decides(shop, 'verify');
    await expect(reports(shop, '2026-02', 5)).rejects.toMatchObject({ code: 'month_invalid' });
    await sells(shop, 5_000);
    const march = await close('2026-03');
    expect(march.total).toMatchObject({ merchants: 1, newcomers: 0, departed: 0, sold: 1, activated: 0, dropped: 0 });
    expect(march.year.total).toMatchObject({ merchants: 1, departed: 0, turnoverRupiah: '15000', reportsMissing: 2 });
    expect(await verdict('2026-03')).toBe('match');
  });

  test('have a shop in every month it was in the register, however late the close and wherever the shop is now', async () => {
    const [stays, leaves] = [await town.opens(CITY), await town.opens(CITY)];
    await sells(stays, 10_000);
    clock.set('2026-03-05T09:00:00.000+07:00');
    await decides(leaves, 'suspend');
    // February was never opened; March was by the suspension.
    expect((await close('2026-02')).total).toMatchObject({ merchants: 2, departed: 0, reportsMissing: 2 });
    expect((await close('2026-03')).total).toMatchObject({ merchants: 2, departed: 1 });
    expect((await close('2026-04')).total).toMatchObject({ merchants: 1, departed: 0 });
  });

  test('of a shop whose goods are handed over after it left have them in that month', async () => {
    const shop = await town.opens(CITY);
    const order = await town.buys('ani', await town.offers(shop, { priceRupiah: 7_000 }));
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await decides(shop, 'suspend');
    await close('2026-01');
    await town.receives('ani', order);
    const { total, year } = await close('2026-02');
    expect(total).toMatchObject({ merchants: 1, departed: 1, turnoverRupiah: '7000' });
    expect(year.total).toMatchObject({ merchants: 1, departed: 1, turnoverRupiah: '7000' });
  });

  test('say of an office whom it bought from, and who was new to it in two years', async () => {
    const [old, lately] = [await town.opens(CITY), await town.opens(CITY, { nik: '3573024508800002' })];
    const office = await town.seatsOffice(CITY);
    const buys = async (shop: Shop, priceRupiah: number) => {
      const product = await town.offers(shop, { priceRupiah, amount: 9 });
      await town.budgets(office, 9_000_000, clock.now().slice(0, 4));
      const order = await town.orders(office, product, 1);
      await town.moves(office.approver, 'approve', order);
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
      await town.receives(office.buyer, order, { receivedBy: 'Tuti' });
    };
    await buys(old, 40_000);
    await close('2026-01');
    inMonth('2027-02');
    await buys(old, 30_000);
    await buys(lately, 10_000);
    const february = await close('2027-02');
    // New to the month by eleven months, to the year by the twelve before it.
    expect(february.agencies).toMatchObject([{ rupiah: '40000', owners: 2, newOwners: 2, newRupiah: '40000' }]);
    expect(february.year.agencies).toMatchObject([
      { rupiah: '40000', owners: 2, newOwners: 1, newRupiah: '10000', largestShare: { value: 0.75 } },
    ]);
    const march = await close('2027-03');
    expect([march.agencies, march.year.agencies.length]).toEqual([[], 1]);
    // A page that shows none of it is sent none of it.
    const asked = { params: { city: CITY, month: '2027-02' }, query: { offices: 'none' as const } };
    const without = await town.as(town.adminOf(CITY))('GET /cities/{city}/months/{month}', asked);
    expect([without.agencies, without.year.agencies]).toEqual([[], []]);
    expect([without.hash, without.year.total]).toEqual([february.hash, february.year.total]);
    // The city answers that the two have one owner: as soon as the lists know it, the office bought from one.
    await town.as(town.adminOf(CITY))('POST /cities/{city}/owner-rulings', {
      params: { city: CITY },
      body: { rule: 'same_owner', shopIds: [old.merchantId, lately.merchantId], reason: 'Satu kasir' },
    });
    await refreshLedgers(() => world)({ 'detail-type': 'OwnersRuled', detail: { cityCode: CITY } });
    world.cache.clear();
    const again = await close('2027-03');
    expect(again.year.agencies).toMatchObject([
      { rupiah: '40000', owners: 1, newOwners: 0, largestShare: { value: 1 } },
    ]);
    expect([again.revision, await verdict('2027-03')]).toEqual([march.revision + 1, 'match']);
  });

  test('are shown to the public only where each month was closed: else the year would tell the one that was not', async () => {
    const shops = await Promise.all(
      Array.from({ length: 12 }, (_, at) => town.opens(CITY, { nik: `35730245088000${10 + at}` })),
    );
    const sellAll = () => Promise.all(shops.map((shop, at) => sells(shop, 1_000 + at)));
    const hides = ({ suppressed }: Snapshot) => [suppressed?.total, suppressed?.yearTotal];
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
      inMonth(month);
      await sellAll();
    }
    expect(hides(await close('2026-02'))).toEqual([false, true]);
    expect(hides(await close('2026-01'))).toEqual([false, false]);
    expect(hides(await close('2026-04'))).toEqual([false, true]);
    expect(hides(await close('2026-03'))).toEqual([false, false]);
  });

  test('of a province are the sum of those of its cities', async () => {
    await town.founds('35.78');
    const [one, other] = [await town.opens(CITY), await town.opens('35.78')];
    for (const month of ['2026-01', '2026-02']) {
      inMonth(month);
      await sells(one, 10_000);
      if (month === '2026-02') await sells(other, 30_000);
      await reports(other, month, 500);
      for (const city of [CITY, '35.78']) await close(month, city);
    }
    const takenAt = '2026-03-11T00:00:00.000Z';
    const merged = await mergeProvince(world, files, '35', { month: '2026-02', phase: 'final', takenAt });
    expect(merged?.year.total).toMatchObject({
      merchants: 2,
      newcomers: 2,
      activated: 1,
      dropped: 0,
      unsoldOne: 1,
      orders: 3,
      turnoverRupiah: '50000',
      reports: 2,
      reportsMissing: 2,
      reportedRupiah: '1000',
      reportedMinusPlatformRupiah: '-29000',
    });
    expect(merged?.year.total.spread?.gini.value).toBeCloseTo(0.1, 9);
    expect(merged?.year.control).toEqual({ merchants: 2, turnoverRupiah: '50000' });
    expect(await verdict('2026-02', '35')).toBe('match');
  });
});
