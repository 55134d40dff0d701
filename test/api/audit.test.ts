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
    const items = (await everything(town.world)).filter(({ pk, sk }) => pk === `AUDIT#${CITY}` && sk !== 'HEAD');
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
