import { beforeEach, describe, expect, test } from 'vitest';
import type { NewTurnover } from '../../shared/domain/turnover/turnover.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
});

const read = (month = '2026-11') =>
  town.as(shop.owner)('GET /merchants/{merchantId}/turnover/{month}', {
    params: { merchantId: shop.merchantId, month },
  });
const save = (
  rupiah: number,
  but: { month?: string; note?: string; headers?: Record<string, string>; by?: string } = {},
) => {
  const { month = '2026-11', note, headers, by = shop.owner } = but;
  const body: NewTurnover = { outside: [{ channel: 'market-stall', rupiah }], ...(note === undefined ? {} : { note }) };
  return town.as(by)('PUT /merchants/{merchantId}/turnover/{month}', {
    params: { merchantId: shop.merchantId, month },
    body,
    ...(headers ? { headers } : {}),
  });
};
const revisions = async (month = '2026-11') =>
  (
    await town.as(shop.owner)('GET /merchants/{merchantId}/turnover/{month}/revisions', {
      params: { merchantId: shop.merchantId, month },
    })
  ).items;
const reopen = (month = '2026-11') =>
  town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/turnover/{month}/reopen', {
    params: { merchantId: shop.merchantId, month },
    body: { reason: 'Nota tercecer' },
  });
const standing = async (month = '2026-11') =>
  (await everything(town.world)).find((item) => item['type'] === 'Standing' && item['month'] === month);

describe('a month’s report', () => {
  test('is filled in with what was received on the platform', async () => {
    const nasi = await town.offers(shop, { priceRupiah: 10_000 });
    await town.sells(shop, nasi, 3);
    await town.buys('ani', nasi, 2);
    expect(await read()).toMatchObject({
      platformRupiah: 30_000,
      orders: 1,
      outside: [],
      outsideRupiah: 0,
      totalRupiah: 30_000,
      revision: 0,
      state: 'open',
    });
  });

  test('saved again is the next revision; nothing that was saved is lost', async () => {
    await save(50_000);
    await save(70_000, { note: 'Termasuk bazar' });
    expect(await read()).toMatchObject({
      outsideRupiah: 70_000,
      totalRupiah: 70_000,
      revision: 2,
      note: 'Termasuk bazar',
    });
    expect((await revisions()).map(({ revision, outsideRupiah }) => [revision, outsideRupiah])).toEqual([
      [2, 70_000],
      [1, 50_000],
    ]);
    expect(await standing()).toMatchObject({ reportedRupiah: 70_000, turnoverRupiah: 0 });
  });

  test('saved a second time as it was saves nothing', async () => {
    await save(50_000);
    const before = await everything(town.world);
    expect(await save(50_000)).toMatchObject({ revision: 1 });
    expect(await everything(town.world)).toEqual(before);
  });

  test('of nothing is a report too: it says there was none', async () => {
    await town.as(shop.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId: shop.merchantId, month: '2026-11' },
      body: { outside: [] },
    });
    expect(await standing()).toMatchObject({ reportedRupiah: 0 });
    expect((await revisions()).length).toBe(1);
  });

  test('is not saved over a revision its owner did not see', async () => {
    await save(50_000, { headers: { 'if-match': '"0"' } });
    expect((await refusedWithoutTrace(town.world, () => save(60_000, { headers: { 'if-match': '"0"' } }))).code).toBe(
      'version_mismatch',
    );
    expect(await save(60_000, { headers: { 'if-match': '"1"' } })).toMatchObject({ revision: 2 });
  });

  test('saved by ten clicks at once is kept whole: revisions without a gap, the last one in the standing', async () => {
    await Promise.allSettled(Array.from({ length: 10 }, (_, index) => save(1_000 + index)));
    const all = await revisions();
    expect(all.map(({ revision }) => revision)).toEqual(all.map((_, index) => all.length - index));
    expect(await standing()).toMatchObject({ reportedRupiah: all[0]?.outsideRupiah });
    expect((await read()).outsideRupiah).toBe(all[0]?.outsideRupiah);
  });

  test('beside a sale received at the same time loses neither', async () => {
    const nasi = await town.offers(shop, { priceRupiah: 10_000, amount: 100 });
    const orders = await Promise.all([1, 2, 3].map((index) => town.buys(`b-${index}`, nasi)));
    for (const order of orders) {
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
    }
    await Promise.all([...orders.map((order) => town.receives(order.buyer, order)), save(5_000)]);
    expect(await standing()).toMatchObject({ turnoverRupiah: 30_000, orders: 3, reportedRupiah: 5_000 });
  });

  test('may be saved to the last millisecond of day 10, and not a millisecond later', async () => {
    clock.set('2026-12-10T23:59:59.999+07:00');
    await save(50_000);
    clock.pass(1);
    expect(await read()).toMatchObject({ state: 'locked', deadline: '2026-12-10T17:00:00.000Z' });
    expect((await refusedWithoutTrace(town.world, () => save(60_000))).code).toBe('report_locked');
  });

  test('reopened by the city, with a reason, may be corrected for seven days', async () => {
    clock.set('2026-12-12T09:00:00.000+07:00');
    const { until, reason } = await reopen();
    expect([until, reason]).toEqual(['2026-12-19T02:00:00.000Z', 'Nota tercecer']);
    expect((await read()).state).toBe('reopened');
    expect(await save(60_000)).toMatchObject({ revision: 1, state: 'reopened' });
    clock.set(until);
    expect((await refusedWithoutTrace(town.world, () => save(70_000))).code).toBe('report_locked');
  });

  test('of a month in which nothing opened the shop’s standing opens it', async () => {
    clock.set('2027-01-05T09:00:00.000+07:00');
    await save(60_000, { month: '2026-12' });
    expect(await standing('2026-12')).toMatchObject({
      reportedRupiah: 60_000,
      turnoverRupiah: 0,
      monthsUnsold: 1,
      newcomer: false,
    });
  });

  test('is refused of a month through which the shop was suspended, also when nothing opened it', async () => {
    const admin = town.as(town.adminOf(CITY));
    const params = { merchantId: shop.merchantId };
    await admin('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Barang tiruan' } });
    clock.set('2027-01-05T09:00:00.000+07:00');
    await admin('POST /merchants/{merchantId}/verify', { params });
    for (const month of ['2026-12', '2026-10']) {
      await reopen(month);
      const refusal = await refusedWithoutTrace(town.world, () => save(60_000, { month }));
      expect([month, refusal.code]).toEqual([month, 'month_invalid']);
    }
    await reopen('2026-11');
    expect(await save(60_000, { month: '2026-11' })).toMatchObject({ revision: 1 });
    expect(await save(50_000, { month: '2027-01' })).toMatchObject({ revision: 1 });
  });

  test('is read by the city and not written by it', async () => {
    await save(50_000);
    const admin = town.adminOf(CITY);
    const params = { merchantId: shop.merchantId, month: '2026-11' };
    expect((await town.as(admin)('GET /merchants/{merchantId}/turnover/{month}', { params })).outsideRupiah).toBe(
      50_000,
    );
    expect((await refusalOf(save(1, { by: admin }))).status).toBe(404);
  });
});

describe('the reports of a city', () => {
  type State = 'missing' | 'on-time' | 'late' | 'corrected';
  const list = (state: State, by = town.adminOf(CITY), query: { limit?: number; cursor?: string } = {}) =>
    town.as(by)('GET /cities/{city}/turnover-reports/{month}', {
      params: { city: CITY, month: '2026-11' },
      query: { state, ...query },
    });
  const idsOf = async (state: State) => (await list(state)).items.map(({ merchantId }) => merchantId);

  test('name who has not reported, with whom to call for who acts and nobody to call for who reads', async () => {
    const other = await town.opens(CITY);
    await save(50_000);
    const found = await list('missing');
    expect(found).toMatchObject({ state: 'not-over', deadline: '2026-12-10T17:00:00.000Z', closed: null, next: null });
    expect(found.items).toMatchObject([
      { merchantId: other.merchantId, report: null, missing: { reported: 0, months: 0, claimed: true } },
    ]);
    expect(found.items[0]?.missing?.phone).toMatch(/^\+62/);
    await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
    expect((await list('missing', 'inspektur')).items[0]?.missing?.phone).toBeNull();
  });

  test('tell a report in time from one that came late, and from one that was changed once the month was locked', async () => {
    await save(50_000);
    await save(60_000);
    expect((await list('on-time')).items).toMatchObject([
      { merchantId: shop.merchantId, missing: null, report: { revision: 2, outsideRupiah: 60_000 } },
    ]);
    const late = await town.opens(CITY);
    clock.set('2026-12-12T09:00:00.000+07:00');
    await reopen();
    await save(70_000);
    expect([await idsOf('on-time'), await idsOf('corrected')]).toEqual([[], [shop.merchantId]]);
    const params = { merchantId: late.merchantId, month: '2026-11' };
    const admin = town.as(town.adminOf(CITY));
    await admin('POST /merchants/{merchantId}/turnover/{month}/reopen', { params, body: { reason: 'Sakit' } });
    for (const rupiah of [1_000, 2_000])
      await town.as(late.owner)('PUT /merchants/{merchantId}/turnover/{month}', {
        params,
        body: { outside: [{ channel: 'event', rupiah }] },
      });
    expect(await idsOf('late')).toEqual([late.merchantId]);
    expect(await list('missing')).toMatchObject({ items: [], state: 'locked' });
  });

  test('count whoever was asked for, a page at a time, each once', async () => {
    const others = [await town.opens(CITY), await town.opens(CITY), await town.opens(CITY)];
    await save(1_000);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { items, next } = await list('missing', undefined, { limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...items.map(({ merchantId }) => merchantId));
      cursor = next;
    } while (cursor);
    expect(seen.sort()).toEqual(others.map(({ merchantId }) => merchantId).sort());
  });

  test('are for the city’s own people, and of a month that has begun', async () => {
    expect((await refusalOf(list('missing', shop.owner))).code).toBe('not_allowed');
    const ahead = town.as(town.adminOf(CITY))('GET /cities/{city}/turnover-reports/{month}', {
      params: { city: CITY, month: '2027-01' },
    });
    expect((await refusalOf(ahead)).code).toBe('month_invalid');
  });
});
