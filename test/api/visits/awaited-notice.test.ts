import { beforeEach, describe, expect, test } from 'vitest';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { worldFor } from '../../../infra/local/origin/guard.ts';
import { ownerIdOf } from '../../../shared/domain/register/owners/owner-cluster.ts';
import type { AwaitedVisit } from '../../../shared/domain/visits/awaited.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { putAwaitedVisit, removeAwaitedVisit } from '../../../shared/table/visits/awaited-visits.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let row: AwaitedVisit;
beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { name: 'Dapur Bu Sri' });
  const { merchantId } = shop;
  const of = { cityCode: CITY, ownerId: ownerIdOf(merchantId), merchantId, name: 'Dapur Bu Sri', district: '35.73.02' };
  row = { ...of, category: 'meeting-food', since: clock.now(), newcomer: true, tried: false, notedAt: clock.now() };
});

const hears = (of: AwaitedVisit) =>
  hear(
    tellPeople(() => worldFor('notices/tell-people', town.world)),
    ['VisitAwaited', of],
  );
const noted = async (of: AwaitedVisit) => {
  await commit(town.world.table, [putAwaitedVisit(of)]);
  await hears(of);
};
const listOf = async (person: string, which: 'all' | 'waiting' = 'all') =>
  (await town.as(person)('GET /me/notices', { query: { which, limit: 20 } })).items.map(({ title }) => title);
const fileOf = (person: string) =>
  town.as(person)('GET /merchants/{merchantId}/file', { params: { merchantId: shop.merchantId } });
const COMES = 'Petugas kota akan datang ke usaha Anda';
const MISSED = 'Petugas kota datang, tetapi tidak bertemu Anda';

describe('an owner who is to be visited', () => {
  test('is told once, until when somebody should have come, and reads it in its file; its staff and the city are not', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'tina', 'staff', shop.owner);
    await noted(row);
    for (const _ of [1, 2]) await hears(row);
    const { items } = await town.as(shop.owner)('GET /me/notices', { query: { which: 'all', limit: 20 } });
    const [notice, ...more] = items.filter(({ title }) => title === COMES);
    expect([notice?.waits, more]).toEqual([false, []]);
    expect(notice?.text).toContain('Dapur Bu Sri tampil di belakang usaha lain');
    expect(notice?.text).toMatch(/Belum datang sampai \d+ Desember 2026\?/);
    for (const person of ['tina', town.adminOf(CITY)]) expect(await listOf(person)).not.toContain(COMES);
    expect((await fileOf(shop.owner)).visit).toMatchObject({ since: row.since, tried: false });
    expect((await fileOf(town.adminOf(CITY))).visit).toBeUndefined();
  });

  test('hears that nobody was met, and nothing more once somebody was, whatever is heard late', async () => {
    await noted(row);
    clock.pass(86_400_000);
    const tried = { ...row, tried: true, notedAt: clock.now() };
    await noted(tried);
    expect(await listOf(shop.owner, 'waiting')).toContain(MISSED);
    expect(await listOf(shop.owner)).not.toContain(COMES);
    await commit(town.world.table, [removeAwaitedVisit(tried)]);
    for (const of of [tried, row]) await hears(of);
    const said = await listOf(shop.owner);
    expect([said.includes(COMES), said.includes(MISSED)]).toEqual([false, false]);
    expect((await fileOf(shop.owner)).visit).toBeUndefined();
    // It waits again, though it entered when it did: its owners were found apart.
    clock.pass(60_000);
    await noted({ ...row, notedAt: clock.now() });
    expect(await listOf(shop.owner)).toContain(COMES);
  });
});
