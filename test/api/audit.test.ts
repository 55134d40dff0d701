import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { flawIn } from '../../shared/domain/audit/chain.ts';
import { readChain } from '../../shared/table/audit.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { everything, type Shop, type Town, townOf } from '../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let admin: string;

beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  admin = town.adminOf(CITY);
  shop = await town.opens(CITY, {}, 'sri');
});

const acts = async (by = admin) =>
  (await town.as(by)('GET /cities/{city}/audit', { params: { city: CITY }, query: { limit: 100 } })).items;
const flaw = async () => {
  const { acts: entries, head } = await readChain(town.world.table, CITY);
  return flawIn(entries, head);
};

describe('the audit trail', () => {
  test('tells who founded, seated, verified, suspended, took away and closed', async () => {
    const scope = `merchant:${shop.merchantId}`;
    await town.seats(scope, 'wati', 'staff', 'sri');
    await town.as('sri')('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'wati' } });
    const params = { merchantId: shop.merchantId };
    await town.as(admin)('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Alamat tidak ada' } });
    clock.set('2026-12-02T09:00:00.000+07:00');
    await town.as(admin)('POST /cities/{city}/months/{month}/close', { params: { city: CITY, month: '2026-11' } });
    const told = (await acts()).reverse().map(({ act, by, person }) => [act, by, person]);
    expect(told).toEqual([
      ['city-founded', 'operator', null],
      ['seat-offered', 'operator', admin],
      ['seat-taken', admin, admin],
      ['merchant-verified', admin, null],
      ['seat-offered', 'sri', 'wati'],
      ['seat-taken', 'wati', 'wati'],
      ['seat-revoked', 'sri', 'wati'],
      ['merchant-suspended', admin, null],
      ['close-requested', admin, null],
    ]);
    // A reason may name people: it stands with what was decided, not here.
    expect(JSON.stringify(await acts())).not.toMatch(/Alamat|Dapur|Sri/);
    expect(await flaw()).toBeUndefined();
  });

  test('shows a person what they did and what was done about them, and nobody else’s', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'wati', 'staff', 'sri');
    const mine = async (person: string, side: 'by-me' | 'about-me') =>
      (await town.as(person)('GET /me/audit', { query: { side } })).items.map(({ act }) => act);
    expect(await mine('wati', 'about-me')).toEqual(['seat-taken', 'seat-offered']);
    expect(await mine('wati', 'by-me')).toEqual(['seat-taken']);
    expect(await mine('sri', 'by-me')).toEqual(['seat-offered']);
    expect(await mine('orang-lain', 'by-me')).toEqual([]);
  });

  test('holds every act of many officers at once, each once and in its place', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, number) => town.invites(`city:${CITY}`, `p-${number}`, 'inspectorate', admin)),
    );
    expect((await acts()).filter(({ act, by }) => act === 'seat-offered' && by === admin)).toHaveLength(8);
    expect(await flaw()).toBeUndefined();
  });

  test('lets no officer wait for another: of 32 decisions at once on different shops each is made, the first time it is asked', async () => {
    const waiting = await Promise.all(
      Array.from({ length: 32 }, (_, at) =>
        town.applies(CITY, { nik: `35730245088${String(at + 100).padStart(5, '0')}` }),
      ),
    );
    const asked = waiting.map(({ merchantId }) =>
      town.ask('POST /merchants/{merchantId}/verify', admin, { params: { merchantId } }),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    const made = (await acts()).filter(({ act }) => act === 'merchant-verified').flatMap(({ subjects }) => subjects);
    expect(made.toSorted()).toEqual([shop, ...waiting].map(({ merchantId }) => merchantId).toSorted());
    expect(await flaw()).toBeUndefined();
  });

  test('has no entry of what was refused', async () => {
    const before = (await acts()).length;
    const params = { merchantId: shop.merchantId };
    await town.ask('POST /merchants/{merchantId}/return', admin, {
      params,
      body: { reasons: [{ field: 'nik', reason: 'x' }] },
    });
    await town.ask('DELETE /scopes/{scope}/members/{person}', 'sri', {
      params: { scope: `merchant:${shop.merchantId}`, person: 'sri' },
    });
    expect((await acts()).length).toBe(before);
  });

  test('shows where the table was tampered with: an act changed, taken out, or the last cut off', async () => {
    const { client, name } = town.world.table;
    const items = (await everything(town.world)).filter(
      ({ pk, sk }) => pk === `AUDIT#${CITY}` && String(sk).startsWith('ACT#'),
    );
    const { acts: entries, head } = await readChain(town.world.table, CITY);
    expect(flawIn(entries, head)).toBeUndefined();
    const [first, second] = items.sort((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1));
    const key = (item: Record<string, unknown> | undefined) => ({ pk: item?.['pk'], sk: item?.['sk'] });
    await client.send(new DeleteCommand({ TableName: name, Key: key(items.at(-1)) }));
    expect(await flaw()).toMatchObject({ flaw: 'cut' });
    await client.send(new PutCommand({ TableName: name, Item: { ...second, by: 'orang-lain' } }));
    expect(await flaw()).toEqual({ seq: 2, flaw: 'changed' });
    await client.send(new DeleteCommand({ TableName: name, Key: key(first) }));
    expect(await flaw()).toEqual({ seq: 1, flaw: 'missing' });
  });
});

describe('the trail of a city', () => {
  const found = (query: Record<string, string>, by = admin) =>
    town.as(by)('GET /cities/{city}/audit', { params: { city: CITY }, query });
  const kindsOf = async (query: Record<string, string>) => (await found(query)).items.map(({ act }) => act);

  test('is narrowed to one officer, one kind and one day, and to all of them at once', async () => {
    const params = { merchantId: shop.merchantId };
    clock.set('2026-12-02T23:59:00.000+07:00');
    await town.as(admin)('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Alamat tidak ada' } });
    clock.set('2026-12-03T00:01:00.000+07:00');
    await town.as(admin)('POST /merchants/{merchantId}/verify', { params });
    expect(await kindsOf({ act: 'merchant-verified' })).toEqual(['merchant-verified', 'merchant-verified']);
    expect(await kindsOf({ by: admin })).toEqual([
      'merchant-verified',
      'merchant-suspended',
      'merchant-verified',
      'seat-taken',
    ]);
    expect(await kindsOf({ day: '2026-12-02' })).toEqual(['merchant-suspended']);
    expect(await kindsOf({ day: '2026-12-03' })).toEqual(['merchant-verified']);
    expect(await kindsOf({ day: '2026-12-03', act: 'merchant-suspended' })).toEqual([]);
    expect(await kindsOf({ day: '2026-12-03', act: 'merchant-verified', by: admin })).toEqual(['merchant-verified']);
    expect(await kindsOf({ day: '2026-12-03', by: 'operator' })).toEqual([]);
    expect(await kindsOf({ day: '2030-01-01' })).toEqual([]);
  });

  test('calls offices by their names', async () => {
    const body = { name: 'Dinas Kebersihan', address: 'Jl. Bingkil 1' };
    const { agencyId } = await town.as(admin)('POST /cities/{city}/agencies', { params: { city: CITY }, body });
    expect((await found({ act: 'agency-added' })).names).toEqual({ [agencyId]: 'Dinas Kebersihan' });
  });

  test('calls shops by their names', async () => {
    const { items, names } = await found({ act: 'merchant-verified' });
    expect(items[0]?.subjects).toEqual([shop.merchantId]);
    expect(Object.keys(names)).toEqual([shop.merchantId]);
  });

  test('is found whole up to its last act, and broken where one was changed', async () => {
    const check = () => town.as(admin)('GET /cities/{city}/audit/check', { params: { city: CITY } });
    const { items } = await found({ limit: '100' });
    expect(await check()).toMatchObject({ acts: items.length, checked: items.length, flaw: null });
    const { acts: entries } = await readChain(town.world.table, CITY);
    const { client, name } = town.world.table;
    const changed = (await everything(town.world)).find(
      ({ pk, sk }) => pk === `AUDIT#${CITY}` && String(sk) === 'ACT#0000000002',
    );
    const card = { ...(changed?.['card'] as object), by: 'orang-lain' };
    await client.send(new PutCommand({ TableName: name, Item: { ...changed, card } }));
    clock.pass(3_600_000);
    expect(entries.length).toBeGreaterThan(2);
    expect(await check()).toMatchObject({ checked: 0, flaw: { seq: 2, flaw: 'changed' } });
  });

  test('tells a shop what was decided about it, and neither by whom nor about whom else', async () => {
    await town.seats(`merchant:${shop.merchantId}`, 'wati', 'staff', 'sri');
    await town.as(admin)('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
      params: { city: CITY, merchantId: shop.merchantId },
      body: { officer: admin, officerName: 'Bu Rina' },
    });
    const { items } = await town.as('sri')('GET /merchants/{merchantId}/audit', {
      params: { merchantId: shop.merchantId },
    });
    expect(items.map(({ act }) => act)).toEqual([
      'follow-up-assigned',
      'seat-taken',
      'seat-offered',
      'merchant-verified',
    ]);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${admin}|wati`));
    const stranger = town.ask('GET /merchants/{merchantId}/audit', 'orang-lain', {
      params: { merchantId: shop.merchantId },
    });
    expect((await stranger).status).toBe(404);
  });
});
