import { beforeAll, describe, expect, test } from 'vitest';
import { BODY_BYTES } from '../../../functions/http/read-body.ts';
import { contract, type Key } from '../../../shared/contract.ts';
import { problems } from '../../../shared/problem.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { type Answer, lasting, type Office, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
let closed: Shop;
let office: Office;
let nasi: Awaited<ReturnType<Town['offers']>>;
let kain: Awaited<ReturnType<Town['offers']>>;

beforeAll(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  for (const city of [CITY, '35.78']) await town.founds(city);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 10, priceRupiah: 10_000, deliversTo: [`${CITY}.02`] });
  closed = await town.opens(CITY, { name: 'Batik Tutup' });
  kain = await town.offers(closed, { amount: 10_000, priceRupiah: 100_000 });
  office = await town.seatsOffice(CITY);
  const { merchantId, owner } = closed;
  await town.as(owner)('PATCH /merchants/{merchantId}', {
    params: { merchantId },
    body: { pausedUntil: '2026-11-20' },
  });
});

type Ask = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  rawBody?: string;
  headers?: Record<string, string>;
};
type Case = { key: Key; by?: () => string | undefined; ask: () => Ask; code: string; pointer?: string };
const cart = (but: object = {}, quantity = 1) => town.cart([{ product: nasi, quantity }], but);
const order = (ask: () => Ask, code: string, pointer?: string): Case => ({
  key: 'POST /orders',
  ask,
  code,
  ...(pointer === undefined ? {} : { pointer }),
});
const raw = (rawBody: string, type = 'application/json') => ({ rawBody, headers: { 'content-type': type } });

const cases: Record<string, Case> = {
  'a city that is not on the market': {
    key: 'GET /cities/{city}',
    ask: () => ({ params: { city: '99.99' } }),
    code: 'city_not_found',
  },
  'a city that is not on the market, to sell in': {
    key: 'POST /merchants',
    ask: () => ({ body: town.application('99.99') }),
    code: 'city_not_found',
  },
  'a district of another city': {
    key: 'POST /merchants',
    ask: () => ({ body: town.application(CITY, { district: '35.78.02', village: '35.78.02.1001' }) }),
    code: 'region_not_found',
    pointer: '/district',
  },
  'a village of another district': {
    key: 'POST /merchants',
    ask: () => ({ body: town.application(CITY, { village: `${CITY}.03.1001` }) }),
    code: 'region_not_found',
    pointer: '/village',
  },
  'a city code that is none': {
    key: 'GET /cities/{city}',
    ask: () => ({ params: { city: '3573' } }),
    code: 'invalid_request',
    pointer: '#/path/city',
  },
  'a closed shop': order(
    () => ({ body: town.cart([{ product: kain, quantity: 1 }]) }),
    'merchant_closed',
    '/shops/0/merchantId',
  ),
  'too little stock': order(() => ({ body: cart({}, 11) }), 'stock_too_little', '/shops/0/lines/0/quantity'),
  'a delivery yesterday': order(() => ({ body: cart({ deliverOn: '2026-11-09' }) }), 'date_not_possible', '/deliverOn'),
  'an event that is past': {
    key: 'POST /orders',
    by: () => office.buyer,
    ask: () => ({ body: cart({ agency: { ...town.purposeOf(office), eventDate: '2026-11-09' } }) }),
    code: 'date_not_possible',
    pointer: '/agency/eventDate',
  },
  'an amount over the policy': {
    key: 'POST /orders',
    ask: () => ({ body: cart({}, 1_001) }),
    code: 'amount_over_policy',
    pointer: '/shops',
  },
  'a district the shop does not serve': order(
    () => ({ body: cart({ deliverTo: { address: 'Jl. Jauh', district: `${CITY}.03` } }) }),
    'not_delivered_there',
    '/deliverTo/district',
  ),
  'a price that is no longer': order(
    () => ({ body: town.cart([{ product: nasi, quantity: 1, priceRupiah: 9_999 }]) }),
    'price_changed',
    '/shops/0/lines/0/priceRupiah',
  ),
  'one shop twice': order(
    () => ({ body: { ...cart(), shops: [cart().shops[0], cart().shops[0]] } }),
    'invalid_request',
    '/shops',
  ),
  'an empty cart': order(() => ({ body: { ...cart(), shops: [] } }), 'invalid_request', '/shops'),
  'no body': order(() => ({}), 'invalid_request', '/shops'),
  'a field nobody asked for': order(() => ({ body: { ...cart(), discount: 99 } }), 'invalid_request', '/discount'),
  'a field nobody asked for, deep down': order(
    () => ({ body: { ...cart(), deliverTo: { ...cart().deliverTo, free: true } } }),
    'invalid_request',
    '/deliverTo/free',
  ),
  'a field with a slash and a tilde in its name': order(
    () => ({ body: { ...cart(), 'a/b~c': 1 } }),
    'invalid_request',
    '/a~1b~0c',
  ),
  'a state set by the buyer': order(
    () => ({ body: { ...cart(), state: 'received', totalRupiah: 0 } }),
    'invalid_request',
    '/state',
  ),
  'a role nobody has': {
    key: 'PUT /scopes/{scope}/members/{person}',
    by: () => 'operator',
    ask: () => ({ params: { scope: `city:${CITY}`, person: 'x' }, body: { role: 'owner' } }),
    code: 'invalid_request',
    pointer: '/role',
  },
  'JSON that breaks off': order(() => raw('{"shops":['), 'malformed_json'),
  'text that is no JSON': order(() => raw('beli nasi'), 'malformed_json'),
  'a form instead of JSON': order(() => raw('shops=1', 'application/x-www-form-urlencoded'), 'unsupported_media_type'),
  'a file instead of JSON': order(() => raw('{}', 'text/plain'), 'unsupported_media_type'),
  'a body too large': order(() => raw(JSON.stringify({ note: 'x'.repeat(BODY_BYTES) })), 'body_too_large'),
  'no object': order(() => raw('[]'), 'invalid_request', '/'),
  'a malformed cursor': {
    key: 'GET /me/orders',
    ask: () => ({ query: { cursor: 'bukan-penanda' } }),
    code: 'malformed_cursor',
    pointer: '#/query/cursor',
  },
  'a page too long': {
    key: 'GET /me/orders',
    ask: () => ({ query: { limit: 101 } }),
    code: 'invalid_request',
    pointer: '#/query/limit',
  },
  'a page of nothing': {
    key: 'GET /me/orders',
    ask: () => ({ query: { limit: 0 } }),
    code: 'invalid_request',
    pointer: '#/query/limit',
  },
  'a query nobody asked for': {
    key: 'GET /me/orders',
    ask: () => ({ query: { person: 'budi' } }),
    code: 'invalid_request',
    pointer: '#/query/person',
  },
  'a month that is none': {
    key: 'GET /merchants/{merchantId}/turnover/{month}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId, month: '2026-13' } }),
    code: 'month_invalid',
    pointer: '#/path/month',
  },
  'a report of a month to come': {
    key: 'PUT /merchants/{merchantId}/turnover/{month}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId, month: '2026-12' }, body: { outside: [] } }),
    code: 'month_invalid',
    pointer: '#/path/month',
  },
  'a report of a month before the shop': {
    key: 'PUT /merchants/{merchantId}/turnover/{month}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId, month: '2026-10' }, body: { outside: [] } }),
    code: 'month_invalid',
    pointer: '#/path/month',
  },
  'a reopening of a month to come': {
    key: 'POST /merchants/{merchantId}/turnover/{month}/reopen',
    by: () => town.adminOf(CITY),
    ask: () => ({ params: { merchantId: shop.merchantId, month: '2027-01' }, body: { reason: 'Salah' } }),
    code: 'month_invalid',
    pointer: '#/path/month',
  },
  'a report that is locked': {
    key: 'PUT /merchants/{merchantId}/turnover/{month}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId, month: '2026-09' }, body: { outside: [] } }),
    code: 'report_locked',
  },
  'a close of a month that runs': {
    key: 'POST /cities/{city}/months/{month}/close',
    by: () => town.adminOf(CITY),
    ask: () => ({ params: { city: CITY, month: '2026-11' } }),
    code: 'month_not_over',
    pointer: '#/path/month',
  },
  'a close of a month before the city was here': {
    key: 'POST /cities/{city}/months/{month}/close',
    by: () => town.adminOf(CITY),
    ask: () => ({ params: { city: CITY, month: '2000-01' } }),
    code: 'month_invalid',
    pointer: '#/path/month',
  },
  'a snapshot nobody took': {
    key: 'GET /cities/{city}/snapshots/{month}',
    ask: () => ({ params: { city: CITY, month: '2026-01' } }),
    code: 'snapshot_not_found',
  },
  'an office limit above the law': {
    key: 'PUT /cities/{city}',
    by: () => 'operator',
    ask: () => ({
      params: { city: CITY },
      body: {
        name: 'Kota',
        provinceName: 'Jawa Timur',
        zone: 'Asia/Jakarta',
        accent: null,
        policies: { personMaxRupiah: 1, agencyMaxRupiah: 200_000_001 },
        districts: [{ code: `${CITY}.02`, name: 'Klojen', villages: [{ code: `${CITY}.02.1001`, name: 'Klojen' }] }],
      },
    }),
    code: 'amount_over_policy',
    pointer: '/policies/agencyMaxRupiah',
  },
  'districts of another city': {
    key: 'PUT /cities/{city}',
    by: () => 'operator',
    ask: () => ({
      params: { city: CITY },
      body: {
        name: 'Kota',
        provinceName: 'Jawa Timur',
        zone: 'Asia/Jakarta',
        accent: null,
        policies: { personMaxRupiah: 1, agencyMaxRupiah: 1 },
        districts: [{ code: '35.78.02', name: 'Klojen', villages: [{ code: `${CITY}.02.1001`, name: 'Klojen' }] }],
      },
    }),
    code: 'region_not_found',
    pointer: '/districts/0/code',
  },
  'a verified owner’s name changed by the owner': {
    key: 'PATCH /merchants/{merchantId}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId }, body: { ownerName: 'Orang Lain' } }),
    code: 'not_allowed',
    pointer: '/ownerName',
  },
  'a key that is none': order(
    () => ({ body: cart(), headers: { 'idempotency-key': 'dua kata' } }),
    'invalid_request',
    '#/header/idempotency-key',
  ),
  'a version that is none': {
    key: 'PATCH /merchants/{merchantId}',
    by: () => shop.owner,
    ask: () => ({ params: { merchantId: shop.merchantId }, body: { description: 'x' }, headers: { 'if-match': '3' } }),
    code: 'invalid_request',
    pointer: '#/header/if-match',
  },
  'a version somebody changed': {
    key: 'PATCH /merchants/{merchantId}',
    by: () => shop.owner,
    ask: () => ({
      params: { merchantId: shop.merchantId },
      body: { description: 'x' },
      headers: { 'if-match': '"99"' },
    }),
    code: 'version_mismatch',
    pointer: '#/header/if-match',
  },
};

/** Sentences people read are Indonesian: they hold one of its small words, and none of English's. */
const indonesian = (title: string) => {
  expect(title).toMatch(/^[A-Z].*\.$/);
  expect(title).not.toMatch(/\b(the|is|not|please|error|invalid|must|cannot)\b/i);
};

describe('the market refuses', () => {
  test.each(Object.entries(cases))(
    '%s: with a code, a sentence and a place, and writes nothing',
    async (_, { key, by, ask, code, pointer }) => {
      const before = await lasting(town.world);
      const { status, headers, body }: Answer = await town.ask(key, by ? by() : 'ani', ask());
      const told = body as {
        code: string;
        title: string;
        type: string;
        status: number;
        instance: string;
        errors?: { pointer: string; detail: string }[];
      };
      expect(told.code, JSON.stringify(told)).toBe(code);
      expect(status).toBe(problems[code as keyof typeof problems]);
      expect(told).toMatchObject({ status, type: `/masalah#${code}`, instance: expect.stringMatching(/./) });
      expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
      indonesian(told.title);
      if (pointer !== undefined) expect(told.errors?.map((flaw) => flaw.pointer)).toContain(pointer);
      expect(await lasting(town.world)).toEqual(before);
    },
  );

  test('and tells all flaws at once', async () => {
    const { body } = await town.ask('POST /orders', 'ani', {
      body: { ...cart(), deliverOn: 'besok', contact: { name: '', phone: '12' }, extra: 1 },
    });
    const { errors } = body as { errors: { pointer: string }[] };
    expect([...new Set(errors.map(({ pointer }) => pointer))].sort()).toEqual([
      '/contact/name',
      '/contact/phone',
      '/deliverOn',
      '/extra',
    ]);
  });

  test('no nought below nothing, and keeps it as nought, however it is written', async () => {
    const goods = await town.offers(shop, { amount: 3 });
    for (const written of ['-0', ' -0.0', '-1e-400', '-0E+9'])
      expect(
        await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
          params: { merchantId: shop.merchantId, productId: goods.productId },
          rawBody: `{"amount":${written}}`,
        } as never),
      ).toMatchObject({ counted: 0, free: 0 });
  });

  test('a key a route does not have', async () => {
    const { serve } = await import('../../../functions/http/serve.ts');
    const { endpoints } = await import('../../../functions/orders/api.ts');
    const { eventOf } = await import('../../market.ts');
    const answer = await serve(
      contract,
      endpoints,
      () => town.world,
    )(eventOf('GET /elsewhere', 'ani', {}), {} as never);
    expect(answer.statusCode).toBe(404);
  });
});

describe('a fault of ours', () => {
  test('is answered with a fixed sentence, logged whole, and shows nothing of itself', async () => {
    const logged: unknown[] = [];
    const broken = {
      ...town.world,
      cache: new Map(),
      table: { ...town.world.table, client: { send: () => Promise.reject(new Error('password=hunter2')) } as never },
      logger: { ...town.world.logger, error: (...line: unknown[]) => void logged.push(line) } as never,
    };
    const { marketOf } = await import('../../market.ts');
    const { status, body } = await marketOf(broken).ask('GET /cities/{city}', undefined, { params: { city: CITY } });
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(logged).toHaveLength(1);
  });
});
