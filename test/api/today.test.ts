import { beforeAll, describe, expect, test } from 'vitest';
import { closeCity } from '../close-city.ts';
import { freshTable, memoryFiles, testClock, testWorld } from '../engine.ts';
import { refusalOf, type Town, townOf } from '../market.ts';
import { watched } from '../table/clients.ts';

const CITY = '35.73';
const clock = testClock('2026-09-05T02:00:00.000Z');
let town: Town;
let reads: () => number;
beforeAll(async () => {
  const table = watched(await freshTable());
  reads = () => table.sent.length;
  town = await townOf(await testWorld({ now: clock.now, table }));
  await town.founds(CITY);
  await town.founds('35.78');
});
const today = (city = CITY) => town.as(town.adminOf(city))('GET /cities/{city}/today', { params: { city } });
const queueOf = async (queue: string) => (await today()).queues.find((one) => one.queue === queue);

describe('what waits for a city', () => {
  test('is nothing where nothing waits', async () => {
    expect(await today()).toMatchObject({ queues: [], closed: null, before: null, soFar: { month: '2026-09' } });
  });

  test('is told oldest first, counted, and of its own city alone', async () => {
    const names = ['Usaha C', 'Usaha A', 'Usaha B'];
    for (const [days, name] of names.entries()) {
      clock.set(`2026-09-0${6 + days}T02:00:00.000Z`);
      await town.applies(CITY, { name });
    }
    await town.applies('35.78', { name: 'Usaha lain' });
    const waiting = await queueOf('applications');
    expect(waiting).toMatchObject({ count: 3, more: false });
    expect(waiting?.first.map(({ name }) => name)).toEqual(names);
    expect(waiting?.first[0]).toMatchObject({ since: '2026-09-06T02:00:00.000Z', due: null });
  });

  test('goes when it is decided', async () => {
    const [first] = (await queueOf('applications'))?.first ?? [];
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/verify', {
      params: { merchantId: first?.id ?? '' },
    });
    expect(await queueOf('applications')).toMatchObject({ count: 2 });
  });

  test('is an objection too, under the shop’s name', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Keberatan' });
    await town.offers(shop);
    await town.as(shop.owner)('POST /merchants/{merchantId}/appeals', {
      params: { merchantId: shop.merchantId },
      body: { text: 'Harga saya sama dengan tetangga.' },
    });
    expect(await queueOf('appeals')).toMatchObject({ count: 1, first: [{ name: 'Dapur Keberatan', due: null }] });
  });

  test('is an application that was returned, goods that were reported, and a shop an officer looks after', async () => {
    const admin = town.as(town.adminOf(CITY));
    const [returned] = (await queueOf('applications'))?.first ?? [];
    await admin('POST /merchants/{merchantId}/return', {
      params: { merchantId: returned?.id ?? '' },
      body: { reasons: [{ field: 'address', reason: 'Alamat belum lengkap' }] },
    });
    // It waits since it was returned, not since it came.
    expect(returned?.since).not.toBe(clock.now());
    expect(await queueOf('returned-applications')).toMatchObject({
      count: 1,
      first: [{ name: returned?.name, since: clock.now() }],
    });
    const shop = await town.opens(CITY, { name: 'Dapur Dilaporkan' });
    const { productId } = await town.offers(shop, { name: 'Kripik' });
    await town.as('ani')('POST /merchants/{merchantId}/products/{productId}/reports', {
      params: { merchantId: shop.merchantId, productId },
      body: { kind: 'fake' },
    });
    expect(await queueOf('goods')).toMatchObject({ count: 1, first: [{ name: 'Kripik' }] });
    await admin('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
      params: { city: CITY, merchantId: shop.merchantId },
      body: { officer: town.adminOf(CITY), officerName: 'Bu Rina' },
    });
    expect(await queueOf('follow-ups')).toMatchObject({ count: 1, first: [{ name: 'Dapur Dilaporkan' }] });
  });

  test('is read in as many calls however much waits', async () => {
    const calls = async () => {
      const before = reads();
      await today();
      return reads() - before;
    };
    await calls();
    const few = await calls();
    for (let more = 0; more < 60; more++) await town.applies(CITY, { name: `Usaha ${more}` });
    expect(await calls()).toBe(few);
    const waiting = await queueOf('applications');
    expect(waiting).toMatchObject({ count: 50, more: true });
    expect(waiting?.first).toHaveLength(5);
  });
});

describe('the month of today', () => {
  test('stands beside the last closed one and the one before, with the days in which reports still come', async () => {
    const files = memoryFiles();
    const close = async (month: string, takenAt: string) => {
      clock.set(takenAt);
      await closeCity(town.world, files, CITY, { month, phase: 'preliminary', takenAt });
    };
    await close('2026-09', '2026-09-30T17:30:00.000Z');
    await close('2026-10', '2026-10-31T17:30:00.000Z');
    clock.set('2026-11-05T02:00:00.000Z');
    const told = await today();
    expect(told).toMatchObject({
      soFar: { month: '2026-11' },
      closed: { month: '2026-10', phase: 'preliminary', merchants: 3, unsold: 3 },
      before: { month: '2026-09' },
      reportsUntil: '2026-11-10T17:00:00.000Z',
    });
    expect(await queueOf('turnover-reports')).toMatchObject({
      count: 3,
      first: [{ since: '2026-10-31T17:00:00.000Z', due: '2026-11-10T17:00:00.000Z' }, {}, {}],
    });
    clock.set('2026-11-11T02:00:00.000Z');
    expect(await today()).toMatchObject({ reportsUntil: null });
    expect(await queueOf('turnover-reports')).toBeUndefined();
  });

  test('is for the city’s own people', async () => {
    const ask = (person: string | undefined) =>
      town.ask('GET /cities/{city}/today', person, { params: { city: CITY } });
    expect((await ask(town.adminOf('35.78'))).status).toBe(403);
    expect((await ask('operator')).status).toBe(403);
    expect((await ask('a-stranger')).status).toBe(403);
  });
});

describe('what waits for a province', () => {
  const reads = async () => {
    await town.seats('province:35', 'provinsi', 'province-admin');
    return () => town.as('provinsi')('GET /provinces/{province}/today', { params: { province: '35' } });
  };
  test('is what its partners owe, what ends, and which cities its last month is without', async () => {
    clock.set('2027-01-27T02:00:00.000Z');
    const now = await reads();
    expect(await now()).toMatchObject({ agreements: [], feeds: { month: '2026-12', silent: [] }, missing: null });
    const body = { legalName: 'PT Ojek', brand: 'Ojek', kind: 'ride' as const, cities: [CITY, '35.78'] };
    const params = { province: '35' };
    const { partnerId } = await town.as('provinsi')('POST /provinces/{province}/partners', { params, body });
    // Who came in January owes nothing of December, and all of January once that is due.
    expect((await now()).feeds.silent).toEqual([]);
    clock.set('2027-02-27T02:00:00.000Z');
    expect((await now()).feeds).toMatchObject({
      month: '2027-01',
      silent: [CITY, '35.78'].map((city) => ({ partnerId, brand: 'Ojek', city })),
    });
    expect(await refusalOf(town.as(town.adminOf(CITY))('GET /provinces/{province}/today', { params }))).toMatchObject({
      code: 'not_allowed',
    });
    const nowhere = town.as('operator')('GET /provinces/{province}/today', { params: { province: '99' } });
    expect(await refusalOf(nowhere)).toMatchObject({ code: 'region_not_found' });
  });
});
