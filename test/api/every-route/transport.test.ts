import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';
import { type TestServer, testServer } from '../../server.ts';

const CITY = '35.73';
let server: TestServer;
let town: Town;
let token: string;

beforeAll(async () => {
  town = await townOf(await testWorld());
  await town.founds(CITY);
  server = await testServer(town.world);
  token = await server.token('owner-ani');
});
afterAll(() => server.close());

const post = async (body: Uint8Array | string, headers: Record<string, string>) => {
  const answer = await fetch(`${server.url}/api/merchants`, {
    method: 'POST',
    body: body as never,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
};
const shop = (name: string) => JSON.stringify(town.application(CITY, { name }));
/** A lone byte E9 is é in Latin-1 and nothing in UTF-8. */
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a body', () => {
  test.each<[string, () => [Uint8Array | string, Record<string, string>], number, string]>([
    ['packed', () => [gzipSync(shop('Kopi')), { 'content-encoding': 'gzip' }], 415, 'unsupported_media_type'],
    ['said to be packed', () => [shop('Kopi'), { 'content-encoding': 'br' }], 415, 'unsupported_media_type'],
    [
      'in another charset, and said so',
      () => [latin1(shop('Café')), { 'content-type': 'application/json; charset=ISO-8859-1' }],
      415,
      'unsupported_media_type',
    ],
    ['in another charset', () => [latin1(shop('Café')), {}], 400, 'malformed_json'],
    [
      'in another charset, called UTF-8',
      () => [latin1(shop('Café')), { 'content-type': 'application/json;charset=utf-8' }],
      400,
      'malformed_json',
    ],
    ['with half a letter, escaped', () => [shop('Kopi').replace('Kopi', 'Kopi \\ud83d'), {}], 400, 'malformed_json'],
    [
      'with a replacement character, escaped',
      () => [shop('Kopi').replace('Kopi', 'K\\ufffdpi'), {}],
      400,
      'malformed_json',
    ],
  ])('%s is refused, and nothing is stored', async (_, sent, status, code) => {
    const [body, headers] = sent();
    expect(await post(body, headers)).toEqual({ status, code });
  });

  test.each(['application/json', 'application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"'])(
    'called %s is read, letters and escapes alike',
    async (type) => {
      // One person's second application under the first one's name would be pointed out.
      const { status } = await post(shop(`Café 🍜 ${type.length}`).replace('Café', 'Caf\\u00e9'), {
        'content-type': type,
        'content-encoding': 'identity',
      });
      expect(status).toBe(201);
    },
  );

  const MARK = '\u{feff}';
  test('that begins with a byte order mark is read as if it did not', async () => {
    const { status } = await post(MARK + shop('Kopi bertanda'), { 'content-type': 'application/json; charset=utf-8' });
    expect(status).toBe(201);
  });

  test.each<[string, (body: string) => Uint8Array | string]>([
    ['two marks', (body) => MARK + MARK + body],
    ['a mark at the end', (body) => body + MARK],
    ['UTF-16 with its mark', (body) => Buffer.from(MARK + body, 'utf16le')],
  ])('with %s is refused', async (_, sent) => {
    expect(await post(sent(shop('Kopi')), {})).toEqual({ status: 400, code: 'malformed_json' });
  });

  test('of a mark alone is an empty one: what is missing is told by name', async () => {
    expect(await post(MARK, {})).toEqual({ status: 400, code: 'invalid_request' });
  });
});

describe('HEAD', () => {
  const both = async (path: string) => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(`${server.url}/api${path}`, { method })),
    );
    return { get, head, body: await get?.text(), nothing: await head?.text() };
  };

  test.each([`/cities/${CITY}`, '/cities?limit=5', '/cities/99.99', '/cities?limit=many'])(
    '%s answers what GET answers, without the body',
    async (path) => {
      const { get, head, body, nothing } = await both(path);
      expect(head?.status).toBe(get?.status);
      for (const name of ['content-type', 'cache-control', 'etag'])
        expect(head?.headers.get(name), name).toBe(get?.headers.get(name));
      expect(nothing).toBe('');
      const lengths = [get, head].map((one) => Number(one?.headers.get('content-length')));
      // A refusal carries the number of its own request.
      expect(Math.abs((lengths[0] ?? 0) - (lengths[1] ?? 9))).toBe(0);
      expect(lengths[0]).toBe(Buffer.byteLength(body ?? ''));
    },
  );

  test('is not there for what only some may read, nor for what writes', async () => {
    for (const path of ['/me', '/orders']) {
      const answer = await fetch(`${server.url}/api${path}`, { method: 'HEAD' });
      expect(answer.status).toBe(404);
    }
  });
});
