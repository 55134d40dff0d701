import { beforeAll, describe, expect, test } from 'vitest';
import { freshTable, testClock, testWorld } from '../engine.ts';
import { type Answer, marketOf, type Office, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const clock = testClock('2026-11-09T02:00:00.000Z');
let town: Town;
let office: Office;
beforeAll(async () => {
  const world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  await town.founds(CITY);
  office = await town.seatsOffice(CITY);
});
const sends = (told: { text?: string; secret?: boolean } = {}) =>
  town.as()('POST /cities/{city}/complaints', {
    params: { city: CITY },
    body: { category: 'licence', text: 'Izin saya belum keluar.', ...told },
  });
const verifies = (number: string, body: unknown = { decision: 'assign', agencyId: office.agencyId }) =>
  town.as(town.adminOf(CITY))('POST /complaints/{number}/verify', { params: { number }, body: body as never });

const get = (
  key:
    | 'GET /open311/{city}/{list}'
    | 'GET /open311/{city}/requests/{number}'
    | 'GET /open311/{city}/services/{code}'
    | 'GET /open311/{city}/tokens/{token}',
  params: Record<string, string>,
  query: Record<string, string> = {},
) => town.ask(key, undefined, { params: { city: CITY, ...params }, query });
/** What a tool reads: the text of an answer, however it was carried. */
const textOf = ({ body }: Answer): string =>
  typeof body === 'string' ? body : Buffer.from((body as { bytes: Uint8Array }).bytes).toString('utf8');
const list = async (name: string, query: Record<string, string> = {}) =>
  textOf(await get('GET /open311/{city}/{list}', { list: name }, query));
const requests = async (
  query: Record<string, string> = {},
): Promise<{ service_request_id: string; status: string }[]> => JSON.parse(await list('requests.json', query));
const reads = async (name: string) => textOf(await get('GET /open311/{city}/requests/{number}', { number: name }));
const posts = (
  fields: Record<string, string>,
  to = 'requests.json',
  rawBody = new URLSearchParams(fields).toString(),
) =>
  town.ask('POST /open311/{city}/{list}', undefined, {
    params: { city: CITY, list: to },
    rawBody,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** A refusal as the standard has it: a number that is the answer's status, and a sentence for each thing to mend. */
const refused = ({ status, headers, body }: Answer): { status: number; told: string[] } => {
  expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  const errors = body as { code: number; description: string }[];
  expect(errors.every(({ code }) => code === status)).toBe(true);
  return { status, told: errors.map(({ description }) => description) };
};

describe('Open311', () => {
  test('tells the requests of the days asked about, ninety at most', async () => {
    const { number } = await sends({ text: 'Lampu pasar mati.' });
    const has = async (query: Record<string, string>) =>
      (await requests(query)).some((one) => one.service_request_id === number);
    expect(await has({})).toBe(true);
    expect(await has({ start_date: '2026-11-09T09:00:00+07:00' })).toBe(true);
    expect(await has({ start_date: '2026-11-09T02:00:01Z' })).toBe(false);
    expect(await has({ end_date: '2026-11-09T02:00:00Z' })).toBe(false);
    expect(await has({ start_date: '2026-11-01T00:00:00Z', end_date: '2026-11-09T02:00:01Z' })).toBe(true);
    expect(await has({ status: 'closed' })).toBe(false);
    expect(await has({ status: 'open,closed', service_code: 'place, licence' })).toBe(true);
    expect(await has({ service_code: 'place' })).toBe(false);
    const { number: hidden } = await sends({ secret: true });
    const named = await requests({ service_request_id: `${number},${hidden}`, status: 'closed' });
    expect(named.map(({ service_request_id }) => service_request_id)).toEqual([number]);
    // "A null parameter should be treated as equivalent to a non-declared parameter", and one it does not know is not looked at.
    const empty = { status: '', service_code: '', service_request_id: '', start_date: '', end_date: '' };
    expect(await has({ ...empty, jurisdiction_id: 'malangkota.go.id', api_key: '' })).toBe(true);
    for (const query of [
      { start_date: '2026-01-01T00:00:00Z', end_date: '2026-11-09T00:00:00Z' },
      { start_date: '2026-11-09T00:00:00Z', end_date: '2026-11-08T00:00:00Z' },
      { start_date: 'kemarin' },
      { status: 'buka' },
    ]) {
      const { status, told } = refused(await get('GET /open311/{city}/{list}', { list: 'requests' }, query as never));
      expect([status, told.length]).toEqual([400, 1]);
      expect(told[0]).toMatch(/^(start_date|status): ./);
    }
  });

  test('takes a request and tells it, without what makes a person known', async () => {
    const sent = await posts({
      service_code: 'place',
      description: 'NIK 3573024508850001, lapak <bocor>',
      phone: '081234567890',
      lat: '-7.982345678',
      long: '112.63',
      jurisdiction_id: 'malang',
      api_key: 'apa saja',
    });
    expect(sent.status).toBe(201);
    const [{ service_request_id: number }] = JSON.parse(textOf(sent)) as [{ service_request_id: string }];
    const told = { status: 'open', service_code: 'place', description: 'NIK •••, lapak <bocor>' };
    const unread = { ...told, description: 'Belum dibaca kota, jadi belum ditampilkan.', address: null, lat: null };
    // Anybody writes about anybody: nobody reads it before the city has.
    expect(JSON.parse(await reads(number))).toMatchObject([unread]);
    expect((await requests()).find((one) => one.service_request_id === number)).toMatchObject(unread);
    expect(await list('requests.xml')).not.toContain('bocor');
    await verifies(number);
    for (const name of [number, `${number}.json`])
      expect(JSON.parse(await reads(name))).toMatchObject([{ ...told, lat: -7.98235, long: 112.63 }]);
    const { number: insult } = await sends({ text: 'Budi penipu.' });
    await verifies(insult, { decision: 'not-ours', reason: 'Bukan pengaduan.' });
    expect(await reads(insult)).not.toContain('Budi');
    const xml = await reads(`${number}.xml`);
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<service_requests><request>/);
    expect(xml).toContain('<description>NIK •••, lapak &lt;bocor&gt;</description>');
    expect(xml).toContain('<lat>-7.98235</lat><long>112.63</long></request></service_requests>');
    const token = await get('GET /open311/{city}/tokens/{token}', { token: `${number}.json` });
    expect(JSON.parse(textOf(token))).toEqual([{ service_request_id: number, token: number }]);
  });

  test('refuses as the standard does: an array of errors, as XML where that was asked for', async () => {
    const none = await get('GET /open311/{city}/requests/{number}', { number: 'aaaaaaaaaa' });
    expect(refused(none)).toEqual({ status: 404, told: ['Pengaduan tidak ditemukan. Periksa nomornya.'] });
    const asXml = await get('GET /open311/{city}/requests/{number}', { number: 'aaaaaaaaaa.xml' });
    expect([asXml.status, asXml.headers['content-type']]).toEqual([404, 'text/xml; charset=utf-8']);
    expect(asXml.body).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>404</code>' +
        '<description>Pengaduan tidak ditemukan. Periksa nomornya.</description></error></errors>',
    );
    for (const number of ['bukan nomor.json', '.json'])
      expect(refused(await get('GET /open311/{city}/requests/{number}', { number })).status).toBe(404);
    for (const code of ['constructor', 'place.yaml'])
      expect(refused(await get('GET /open311/{city}/services/{code}', { code })).status).toBe(404);
    expect(refused(await get('GET /open311/{city}/tokens/{token}', { token: 'aaaaaaaaaa' })).status).toBe(404);
    expect(refused(await get('GET /open311/{city}/{list}', { list: 'inquiries.json' })).status).toBe(404);
    expect(refused(await get('GET /open311/{city}/{list}', { list: 'services', city: '35.99' })).status).toBe(404);
    expect(refused(await posts({}, 'services.json')).status).toBe(404);
    expect(refused(await posts({ service_code: 'tidak-ada' }))).toEqual({
      status: 400,
      told: [expect.stringMatching(/^service_code: ./), expect.stringMatching(/^description: ./)],
    });
    for (const lat of ['91', 'utara', '1e1', ''])
      expect(refused(await posts({ service_code: 'place', description: 'Halo', lat, long: '1' })).told).toEqual([
        expect.stringMatching(/^lat: ./),
      ]);
    // Not UTF-8: letters would be kept as others.
    for (const rawBody of ['service_code=place&description=Caf%E9', 'service_code=place&description=%FF%FEa'])
      expect(refused(await posts({}, 'requests.json', rawBody)).told).toEqual([
        expect.stringMatching(/^description: ./),
      ]);
    // "404 for resources that don't exist, 403 for a key, and basically 400 for any other error".
    const json = await town.ask('POST /open311/{city}/{list}', undefined, {
      params: { city: CITY, list: 'requests.json' },
      body: { service_code: 'place' },
    });
    expect(refused(json).status).toBe(400);
    const marks = await posts({ service_code: '<&>' }, 'requests.xml');
    expect([marks.status, String(marks.body).match(/<error>/g)?.length]).toEqual([400, 2]);
  });

  test('tells a fault of the market, and who asks too fast, as the standard does', async () => {
    const logged: unknown[] = [];
    const table = {
      ...town.world.table,
      client: { send: () => Promise.reject(new Error('password=hunter2')) } as never,
    };
    const logger = { ...town.world.logger, error: (...line: unknown[]) => void logged.push(line) } as never;
    const asks = (world: object, number: string) =>
      marketOf({ ...town.world, cache: new Map(), ...world }).ask('GET /open311/{city}/requests/{number}', undefined, {
        params: { city: CITY, number },
      });
    const { status, told } = refused(await asks({ table, logger }, 'aaaaaaaaaa.json'));
    expect([status, told.length, logged.length]).toEqual([500, 1, 1]);
    // The number by which it is found in the log.
    expect(told[0]).toMatch(/^Ada yang salah di pihak kami\..* \(\S+\)$/);
    const asXml = await asks({ table, logger }, 'aaaaaaaaaa.xml');
    expect([asXml.status, asXml.headers['content-type']]).toEqual([500, 'text/xml; charset=utf-8']);
    const rate = { perSecond: 0.1, burst: 1 };
    const throttle = { buckets: new Map(), address: rate, person: rate };
    await asks({ throttle }, 'aaaaaaaaaa');
    const hurried = await asks({ throttle }, 'aaaaaaaaaa');
    expect([refused(hurried).status, Number(hurried.headers['retry-after']) > 0]).toEqual([429, true]);
  });

  test('has its services as JSON and as XML, and says where a tool begins', async () => {
    const definition = async (code: string) => textOf(await get('GET /open311/{city}/services/{code}', { code }));
    expect(JSON.parse(await definition('place.json'))).toEqual({ service_code: 'place', attributes: [] });
    expect(await definition('place.xml')).toContain(
      '<service_definition><service_code>place</service_code><attributes/></service_definition>',
    );
    const services: { service_code: string; type: string }[] = JSON.parse(await list('services.json'));
    expect(services.every(({ service_code, type }) => service_code !== '' && type === 'realtime')).toBe(true);
    expect((await list('services.xml')).match(/<service><service_code>/g)?.length).toBe(services.length);
    const { endpoints } = JSON.parse(await list('discovery.json'));
    const url = 'https://pasar.contoh.id/api/open311/35.73';
    expect(endpoints).toMatchObject([{ url, type: 'production', formats: ['text/xml', 'application/json'] }]);
    expect(await list('discovery.xml')).toContain(`<url>${url}</url>`);
    expect(await list('discovery.xml')).toContain(
      '<formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>',
    );
  });
});
