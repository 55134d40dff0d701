import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { dailyLimits } from '../../shared/domain/people/daily-limits.ts';
import { freshTable, testClock, testWorld } from '../engine.ts';
import { everything, type Office, refusalOf, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const clock = testClock('2026-11-09T02:00:00.000Z');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let office: Office;
const admin = () => town.adminOf(CITY);
beforeAll(async () => {
  world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  office = await town.seatsOffice(CITY);
});

type Told = {
  text?: string;
  secret?: boolean;
  category?: 'licence' | 'place';
  reporter?: { name: string | null; phone: string | null } | null;
};
const sends = (told: Told = {}, headers: Record<string, string> = {}) =>
  town.as()('POST /cities/{city}/complaints', {
    params: { city: CITY },
    body: { category: 'licence', text: 'Izin saya belum keluar.', ...told } as never,
    headers,
  });
const verifies = (number: string, body: unknown = { decision: 'assign', agencyId: office.agencyId }) =>
  town.as(admin())('POST /complaints/{number}/verify', { params: { number }, body: body as never });
const answers = (number: string, by: string, text = 'Izin sudah terbit.', outcome: 'fixed' | 'not-fixed' = 'fixed') =>
  town.ask('POST /complaints/{number}/answer', by, { params: { number }, body: { outcome, text } });
const tracks = (number: string, secret: string) =>
  town.as()('POST /complaints/{number}/track', { params: { number }, body: { secret } });
const openCity = { city: CITY };
const documentOf = (file: { bytes: Uint8Array }) => Buffer.from(file.bytes).toString('utf8');
const replies = (number: string, secret: string, body: object) =>
  town.as()('POST /complaints/{number}/reply', { params: { number }, body: { secret, ...body } as never });

describe('a complaint', () => {
  test('goes from anybody to its office and back, and closes as what it is', async () => {
    const { number, secret, state } = await sends();
    expect(state).toBe('received');
    await verifies(number);
    await town.as(office.buyer)('POST /complaints/{number}/start', { params: { number } });
    await answers(number, office.approver, 'Tanah belum bersertifikat.', 'not-fixed');
    const tracked = await tracks(number, secret);
    expect(tracked).toMatchObject({ state: 'answered', agencyName: expect.any(String), mayReopen: true });
    expect(JSON.stringify(tracked)).not.toContain(office.approver);
    expect(await replies(number, secret, { reply: 'reopen', text: 'Sudah bersertifikat.' })).toMatchObject({
      state: 'reopened',
    });
    await answers(number, office.approver, 'Tetap belum bisa.', 'not-fixed');
    expect(await replies(number, secret, { reply: 'confirm', stars: 2 })).toMatchObject({
      state: 'closed-not-fixed',
      stars: 2,
    });
    const { offices } = await town.as()('GET /cities/{city}/complaint-statistics', { params: { city: CITY } });
    expect(offices).toMatchObject([{ assigned: 1, answered: 2, notFixed: 1, reopened: 1, rated: 1, meanStars: null }]);
  });

  test('sent again under its key is the first one, with the same secret', async () => {
    const headers = { 'idempotency-key': 'satu-keluhan' };
    expect(await sends({ text: 'Dua kali.' }, headers)).toEqual(await sends({ text: 'Dua kali.' }, headers));
    expect((await refusalOf(sends({ text: 'Lain.' }, headers))).code).toBe('key_reused');
  });

  test('answered by two officers at once has one answer, and the other is told', async () => {
    const { number } = await sends();
    await verifies(number);
    const both = await Promise.all([answers(number, office.approver, 'Satu.'), answers(number, office.buyer, 'Dua.')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'complaint_moved_on' });
    const { steps } = await town.as(admin())('GET /complaints/{number}', { params: { number } });
    expect(steps.filter(({ state }) => state === 'answered')).toHaveLength(1);
  });

  test('that nobody replies to is closed by time alone, however late it is looked at', async () => {
    const { number, secret } = await sends();
    await verifies(number);
    await answers(number, office.approver);
    clock.set('2026-12-09T02:00:00.000Z');
    expect(await tracks(number, secret)).toMatchObject({ state: 'closed-fixed', mayReopen: false, dueAt: null });
    expect((await refusalOf(replies(number, secret, { reply: 'reopen', text: 'Belum.' }))).code).toBe(
      'complaint_moved_on',
    );
    expect(await replies(number, secret, { reply: 'confirm', stars: 5 })).toMatchObject({
      state: 'closed-fixed',
      stars: 5,
    });
    clock.set('2026-11-09T02:00:00.000Z');
  });

  test('is opened by its secret alone, and guessing ends after sixty tries of one visitor, who takes nobody’s looks', async () => {
    const { number, secret } = await sends();
    const guess = async (address = '198.51.100.7') => {
      const asked = { params: { number }, body: { secret: '000000000000' }, address };
      return ((await town.ask('POST /complaints/{number}/track', undefined, asked)).body as { code: string }).code;
    };
    expect(await guess()).toBe('complaint_not_found');
    expect((await refusalOf(tracks('0000000000', secret))).code).toBe('complaint_not_found');
    for (let look = 1; look < 60; look++) await guess();
    expect(await guess()).toBe('limit_reached');
    expect((await tracks(number, secret)).number).toBe(number);
    expect(await guess('203.0.113.9')).toBe('complaint_not_found');
    expect(JSON.stringify(await everything(world))).not.toContain('198.51.100.7');
  });

  test('that is anonymous keeps nobody, and one that is secret is in no public answer', async () => {
    const hidden = await sends({ text: 'Rahasia sekali.', secret: true });
    const kept = JSON.stringify(await everything(world));
    expect(kept).not.toContain(hidden.secret);
    for (const list of ['requests.json', 'requests.xml'])
      expect(
        documentOf(await town.as()('GET /open311/{city}/{list}', { params: { ...openCity, list } })),
      ).not.toContain('Rahasia sekali');
    const one = town.as()('GET /open311/{city}/requests/{number}', { params: { city: CITY, number: hidden.number } });
    expect((await refusalOf(one)).status).toBe(404);
  });

  test('is its city’s and its office’s, and goes to another office with the reason', async () => {
    const { number } = await sends();
    const other = await town.seatsOffice(CITY);
    await verifies(number);
    const read = (by: string) => town.as(by)('GET /complaints/{number}', { params: { number } });
    expect((await refusalOf(read(other.approver))).code).toBe('complaint_not_found');
    expect((await refusalOf(read(town.adminOf('35.78')))).code).toBe('complaint_not_found');
    await town.as(office.approver)('POST /complaints/{number}/forward', {
      params: { number },
      body: { agencyId: other.agencyId, reason: 'Urusan perizinan.' },
    });
    expect((await read(other.approver)).steps.at(-1)).toMatchObject({ note: 'Urusan perizinan.' });
    expect((await refusalOf(read(office.approver))).code).toBe('complaint_not_found');
    expect((await read('inspektur')).agencyId).toBe(other.agencyId);
  });

  test('goes where the city routes its category, and waits for the city where nobody is named', async () => {
    await town.as(admin())('PUT /cities/{city}/complaint-routes', {
      params: { city: CITY },
      body: { routes: { licence: office.agencyId } },
    });
    const [routed, unrouted] = [await sends(), await sends({ category: 'place' })];
    expect(await verifies(routed.number, { decision: 'assign' })).toMatchObject({
      state: 'assigned',
      agencyId: office.agencyId,
    });
    expect(await verifies(unrouted.number, { decision: 'assign' })).toMatchObject({
      state: 'verified',
      agencyId: null,
    });
    const waiting = await town.as(admin())('GET /cities/{city}/today', { params: { city: CITY } });
    expect(waiting.queues.find(({ queue }) => queue === 'complaints')?.first.map(({ id }) => id)).toContain(
      unrouted.number,
    );
  });

  test('is not kept from a city by one house that sends hundreds, from however many networks', async () => {
    const from = (address: string) =>
      town.ask('POST /cities/{city}/complaints', undefined, {
        params: openCity,
        address,
        body: { category: 'licence', text: 'Izin.' },
      });
    const { most } = dailyLimits['visitor-complaint'];
    for (const house of ['203.0.113.7', '2001:db8:1:42']) {
      const visitor = world.keyedIds.derived('vis', 'complaint', house);
      await world.table.client.send(
        new PutCommand({
          TableName: world.table.name,
          Item: { pk: `MADE#visitor-complaint#${visitor}`, sk: '2026-11-09', made: most },
        }),
      );
    }
    expect((await from('203.0.113.7')).body).toMatchObject({ code: 'limit_reached' });
    expect((await from('203.0.113.8')).status).toBe(201);
    for (const network of ['2001:db8:1:2a00', '2001:db8:1:2aff'])
      expect((await from(network)).body).toMatchObject({ code: 'limit_reached' });
    expect((await from('2001:db8:1:2b00')).status).toBe(201);
  });

  test('is no duplicate of one that is a duplicate itself', async () => {
    const [one, other] = [await sends(), await sends()];
    await verifies(one.number, { decision: 'duplicate', of: other.number });
    const refused = await refusalOf(verifies(other.number, { decision: 'duplicate', of: one.number }));
    expect(refused.body['errors']).toEqual([{ pointer: '/of', detail: `Tulis ${other.number}.` }]);
  });
});
