import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Output, Sent } from '../../../shared/contract.ts';
import { freshTable, testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, refusalOf, type Town, townOf } from '../../market.ts';

const CITY = '35.72';
const PROVINCE_CITY = '35.73';
let town: Town;
let clock: ReturnType<typeof testClock>;
let partnerId: string;
let token: string;
type Taken = Output<'POST /partner-feeds'>;
type NewFeed = Sent<'POST /partner-feeds'>['body'];

const admin = () => town.as(town.adminOf(CITY));
beforeAll(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now, table: await freshTable() }));
  for (const city of [CITY, PROVINCE_CITY]) await town.founds(city);
  const body = { legalName: 'PT Ojek Contoh', brand: 'Ojek Contoh', kind: 'ride' } as const;
  partnerId = (await admin()('POST /cities/{city}/partners', { params: { city: CITY }, body })).partnerId;
  token = (await admin()('POST /partners/{partnerId}/keys', { params: { partnerId }, body: { name: 'Laporan' } }))
    .token;
  await town.seats(`partner:${partnerId}`, 'orang-ojek', 'partner', town.adminOf(CITY));
});

const bearer = (key = token) => ({ authorization: `Bearer ${key}` });
const sends = async (text: string, key = token): Promise<string> => {
  const headers = { 'content-type': 'text/csv', ...bearer(key) };
  const { status, body } = await town.ask('POST /partner-feeds/parts', undefined, { rawBody: text, headers });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { partId: string }).partId;
};
const TITLES = 'start_date,geography_id,vehicle_type,trip_count,drivers_active\n';
const activity = (trips: number, month = '2026-09') => `${TITLES}${month}-01,${CITY}.02,motorcycle,${trips},40\n`;
const feedOf = (parts: string[], but: Partial<NewFeed> = {}): NewFeed => ({
  city: CITY,
  kind: 'activity',
  month: '2026-09',
  revision: 1,
  parts,
  ...but,
});
const reports = async (text: string, but: Partial<NewFeed> = {}) =>
  town.as()('POST /partner-feeds', { body: feedOf([await sends(text)], but), headers: bearer() });
const kept = async () => (await everything(town.world)).filter(({ type }) => type === 'Feed');

describe('a feed', () => {
  test('is taken once: the same again, in other parts or twice at once, is the first', async () => {
    const text = activity(1200);
    const first = await reports(text);
    expect(first).toMatchObject({ written: true, flawCount: 0, feed: { revision: 1, late: true, sentBy: 'key' } });
    const cut = [text.slice(0, 50), text.slice(50)];
    const again = await town.as()('POST /partner-feeds', {
      body: feedOf(await Promise.all(cut.map((part) => sends(part)))),
      headers: bearer(),
    });
    expect([again.written, again.feed]).toEqual([false, first.feed]);
    expect(first.feed?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    const both = await Promise.all([1, 2].map(() => reports(activity(900, '2026-08'), { month: '2026-08' })));
    expect(both.map(({ written }) => written).sort()).toEqual([false, true]);
    expect(both[0]?.feed).toEqual(both[1]?.feed);
    expect(await kept()).toHaveLength(2);
  });

  test('with other figures is a correction, which says why; the first one stays', async () => {
    const refused = await refusalOf(reports(activity(1300)));
    expect([refused.code, refused.body['errors']]).toEqual([
      'feed_differs',
      [{ pointer: '/revision', detail: 'Pakai revisi 2.' }],
    ]);
    expect((await refusalOf(reports(activity(1300), { revision: 3, reason: 'Salah hitung' }))).code).toBe(
      'feed_out_of_order',
    );
    expect((await refusalOf(reports(activity(1300), { revision: 2 }))).code).toBe('reason_required');
    const corrected = await reports(activity(1300), { revision: 2, reason: 'Kecamatan tertukar' });
    expect(corrected).toMatchObject({ written: true, feed: { revision: 2, reason: 'Kecamatan tertukar' } });
    // What was right when it was sent is still answered as it was.
    expect((await reports(activity(1200))).feed?.revision).toBe(1);
    const params = { city: CITY, month: '2026-09' };
    const { partners } = await admin()('GET /cities/{city}/partner-figures/{month}', { params });
    expect(partners).toMatchObject([
      { partnerId, activity: { revision: 2, cells: [{ district: `${CITY}.02`, trips: 1300 }] }, fares: null },
    ]);
    const { items } = await admin()('GET /partners/{partnerId}/feeds', {
      params: { partnerId },
      query: { city: CITY, kind: 'activity' },
    });
    expect(items.map(({ month, revision }) => `${month} ${revision}`)).toEqual(['2026-09 2', '2026-09 1', '2026-08 1']);
  });

  test('is owed from the month in which its partner was added, and of none before', async () => {
    const owes = async (month: string) =>
      (await admin()('GET /cities/{city}/partner-figures/{month}', { params: { city: CITY, month } })).partners.find(
        (one) => one.partnerId === partnerId,
      )?.owes;
    expect([await owes('2026-09'), await owes('2026-10'), await owes('2026-11')]).toEqual([false, false, true]);
  });

  test('names each row that is wrong and writes none of it', async () => {
    const before = (await kept()).length;
    const text = `${TITLES}2026-07-01,35.99.01,motorcycle,-5,40\n2026-07-01,${CITY}.02,motorcycle,50,40\n`;
    const { flaws, written } = await reports(text, { month: '2026-07' });
    expect([written, flaws.map(({ row, column }) => `${row} ${column}`)]).toEqual([
      false,
      ['2 geography_id', '2 trip_count'],
    ]);
    expect((await kept()).length).toBe(before);
  });

  test('of a month that is not over, another city, or parts that never came is refused', async () => {
    const code = async (asked: Promise<Taken>) => (await refusalOf(asked)).code;
    expect(await code(reports(activity(50, '2026-11'), { month: '2026-11' }))).toBe('month_not_over');
    expect(await code(reports(activity(50), { city: PROVINCE_CITY }))).toBe('city_not_found');
    const absent = { body: feedOf(['0'.repeat(64)], { month: '2026-06' }), headers: bearer() };
    expect(await code(town.as()('POST /partner-feeds', absent))).toBe('feed_part_not_found');
    for (const text of ['nama,umur,kota\na,1,b\n', TITLES])
      expect(await code(reports(text, { month: '2026-06' }))).toBe('sheet_not_readable');
  });

  test('is sent by people of the partner and of its city too, and that is said; nobody else', async () => {
    const headers = { 'content-type': 'text/csv' };
    const params = { partnerId };
    const sending = async (person: string, month: string) => {
      const rawBody = activity(70, month);
      const { body } = await town.ask('POST /partners/{partnerId}/feed-parts', person, { params, rawBody, headers });
      const parts = [(body as { partId: string }).partId];
      return town.as(person)('POST /partners/{partnerId}/feeds', { params, body: feedOf(parts, { month }) });
    };
    expect((await sending('orang-ojek', '2026-05')).feed?.sentBy).toBe('partner');
    expect((await sending(town.adminOf(CITY), '2026-04')).feed?.sentBy).toBe('place');
    const { items } = await admin()('GET /cities/{city}/audit', {
      params: { city: CITY },
      query: { act: 'feed-taken' },
    });
    expect(items.map(({ details }) => details)).toEqual([
      { month: '2026-04', version: '1' },
      { month: '2026-05', version: '1' },
    ]);
    const asked = town.as('somebody')('POST /partners/{partnerId}/feeds', { params, body: feedOf(['0'.repeat(64)]) });
    expect((await refusalOf(asked)).code).toBe('partner_not_found');
  });
});

describe('what people did not find', () => {
  test('is told to shops of the newest month as it was corrected, and to nobody below ten', async () => {
    const demand = (times: number, month = '2026-10') =>
      `bulan;kecamatan;kategori;kata;jam;permintaan;tidak_ada\n${month};${CITY}.02;culinary;pecel;12;90;${times}\n${month};${CITY}.03;batik;sarung;12;20;-1\n`;
    const read = () =>
      town.as()('GET /cities/{city}/sought', { params: { city: CITY }, query: { district: `${CITY}.02` } });
    expect(await read()).toEqual({ city: CITY, month: null, items: [], own: { month: '2026-10', items: [] } });
    await reports(demand(70, '2026-09'), { kind: 'demand', month: '2026-09' });
    await reports(demand(40), { kind: 'demand', month: '2026-10' });
    await reports(demand(60), { kind: 'demand', month: '2026-10', revision: 2, reason: 'Salah kolom' });
    clock.set('2026-11-10T09:10:00.000+07:00');
    expect((await read()).items).toEqual([
      { district: `${CITY}.02`, category: 'culinary', times: 60, terms: ['pecel'] },
    ]);
    const all = await town.as()('GET /cities/{city}/sought', { params: { city: CITY } });
    expect([all.month, all.items.length]).toEqual(['2026-10', 1]);
  });

  test('is told in words of goods alone, until the city has read others, and in none that it strikes', async () => {
    const terms = ['pecel', 'es campursari budi', 'budi penipu'];
    const rows = terms.map((term) => `2026-11;${CITY}.02;culinary;${term};12;90;40`);
    const text = `bulan;kecamatan;kategori;kata;jam;permintaan;tidak_ada\n${rows.join('\n')}\n`;
    clock.set('2026-12-10T09:10:00.000+07:00');
    await reports(text, { kind: 'demand', month: '2026-11' });
    const params = { city: CITY };
    const told = async () => {
      const { items } = await town.as()('GET /cities/{city}/sought', { params });
      return items.flatMap((one) => one.terms);
    };
    expect(await told()).toEqual(['pecel']);
    const waits = await admin()('GET /cities/{city}/sought-words', { params });
    expect(waits.held).toEqual([
      { term: 'budi penipu', times: 40 },
      { term: 'es campursari budi', times: 40 },
    ]);
    const says = (body: { shown: string[]; struck: string[] }, version: number) =>
      admin()('PUT /cities/{city}/sought-words', { params, body, headers: { 'if-match': `"${version}"` } });
    expect((await says({ shown: ['Es CAMPURSARI budi'], struck: ['penipu'] }, 0)).held).toEqual([]);
    expect((await told()).sort()).toEqual(['es campursari budi', 'pecel']);
    expect((await refusalOf(says({ shown: [], struck: [] }, 0))).code).toBe('version_mismatch');
    await says({ shown: ['es campursari budi'], struck: ['campursari', 'Pecel'] }, 1);
    expect(await told()).toEqual([]);
    for (const person of ['somebody', 'orang-ojek'])
      expect((await refusalOf(town.as(person)('GET /cities/{city}/sought-words', { params }))).status).toBe(403);
  });
});

describe('a key', () => {
  test('opens its own partner’s feeds alone, and nothing once it is revoked, in any process', async () => {
    const body = { legalName: 'PT Lain', brand: 'Lain', kind: 'ride' } as const;
    const other = await admin()('POST /cities/{city}/partners', { params: { city: CITY }, body });
    const made = await admin()('POST /partners/{partnerId}/keys', { params: other, body: { name: 'Lain' } });
    // A part of one partner is not there for another.
    const [part, asked] = [await sends(activity(80, '2026-03')), { month: '2026-03' }];
    const others = town.as()('POST /partner-feeds', { body: feedOf([part], asked), headers: bearer(made.token) });
    expect((await refusalOf(others)).code).toBe('feed_part_not_found');
    const swapped = token.replace(partnerId, other.partnerId);
    expect(
      (await refusalOf(town.as()('POST /partner-feeds', { body: feedOf([part], asked), headers: bearer(swapped) })))
        .code,
    ).toBe('partner_key_not_valid');
    const params = { ...other, keyId: made.keys[0]?.keyId ?? '' };
    await admin()('POST /partners/{partnerId}/keys/{keyId}/revoke', { params });
    const elsewhere = marketOf({ ...town.world, cache: new Map() });
    const late = elsewhere.as()('POST /partner-feeds', { body: feedOf([part], asked), headers: bearer(made.token) });
    expect((await refusalOf(late)).code).toBe('partner_key_not_valid');
    const shown = await admin()('GET /partners/{partnerId}/keys', { params: other });
    expect([shown.keys[0]?.live, JSON.stringify(shown).includes(made.token.split('.')[2] ?? '')]).toEqual([
      false,
      false,
    ]);
    expect(JSON.stringify(await everything(town.world))).not.toContain(made.token.split('.')[2]);
  });
});
