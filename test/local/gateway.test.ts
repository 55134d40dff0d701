import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as Event } from 'aws-lambda';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gateway } from '../../infra/local/origin/gateway.ts';
import {
  API_SCOPE,
  AUDIENCE,
  authorizer,
  CLIENT_ID,
  type Keys,
  newKeys,
  signToken,
} from '../../infra/local/sign-in/tokens.ts';

let keys: Keys;
let server: Server;
let url: string;
const seen: Event[] = [];

const echo = async (event: Event) => {
  seen.push(event);
  if (event.queryStringParameters?.answer === 'plain') return { greeting: 'halo' };
  if (event.queryStringParameters?.answer === 'crash') throw new Error('secret detail');
  if (event.queryStringParameters?.answer === 'never') return new Promise(() => {});
  if (event.queryStringParameters?.answer === 'bytes')
    return { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true };
  return { statusCode: 201, headers: { 'x-seen': event.routeKey }, cookies: ['a=1', 'b=2'], body: event.routeKey };
};

beforeAll(async () => {
  keys = await newKeys('http://issuer.test/masuk');
  const route = (key: string, open = true) => ({ key, open, functionName: 'echo', handler: echo as never });
  const listener = gateway({
    routes: [
      route('GET /shops/{shopId}/goods'),
      route('GET /shops/mine/goods'),
      route('GET /shops/{shopId}/{part}'),
      route('GET /shops/{shopId}'),
      route('POST /shops'),
      route('GET /me', false),
    ],
    authorize: authorizer(keys),
    scopes: [API_SCOPE],
    timeoutMs: 200,
    now: () => '2031-05-06T07:08:09.500Z',
  });
  server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = async (path: string, options: RequestInit = {}) => {
  seen.length = 0;
  const response = await fetch(`${url}${path}`, options);
  return { status: response.status, headers: response.headers, body: await response.text(), event: seen[0] };
};
const refused = (message: string) => JSON.stringify({ message });

describe('a route', () => {
  test('is found by method and path, its parameters decoded, its stage in the path only', async () => {
    const { status, event } = await call('/api/shops/a%2Fb%20c/goods?x=1&x=2&y=&z=a%2Cb');
    expect(status).toBe(201);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /shops/{shopId}/goods',
      rawPath: '/api/shops/a%2Fb%20c/goods',
      rawQueryString: 'x=1&x=2&y=&z=a%2Cb',
      pathParameters: { shopId: 'a/b c' },
      queryStringParameters: { x: '1,2', y: '', z: 'a,b' },
      isBase64Encoded: false,
      requestContext: { stage: 'api', routeKey: 'GET /shops/{shopId}/goods', http: { method: 'GET' } },
    });
    expect(event).not.toHaveProperty('body');
    expect(event?.requestContext).not.toHaveProperty('authorizer');
  });
  test.each([
    ['/api/shops/mine/goods', 'GET /shops/mine/goods'],
    ['/api/shops/other/goods', 'GET /shops/{shopId}/goods'],
    ['/api/shops/mine/other', 'GET /shops/{shopId}/{part}'],
    ['/api/shops/mine', 'GET /shops/{shopId}'],
  ])('%s is %s: what is written out wins over a parameter', async (path, key) => {
    expect((await call(path)).event?.routeKey).toBe(key);
  });
  test.each(['/api', '/api/', '/api/shops', '/api/shops/', '/api/shops/a/goods/', '/api/shops//goods', '/api/nothing'])(
    '%s is none: 404 of the gateway, no function runs',
    async (path) => {
      const { status, body, event } = await call(path);
      expect([status, body, event]).toEqual([404, refused('Not Found'), undefined]);
    },
  );
  test('with a broken percent sign is refused', async () => {
    expect(await call('/api/shops/%E0%A4')).toMatchObject({ status: 400, body: refused('Bad Request') });
  });
  test('keeps names like __proto__ as plain data', async () => {
    const { event } = await call('/api/shops/__proto__?__proto__=x&constructor=y');
    expect(event?.pathParameters).toEqual({ shopId: '__proto__' });
    expect(Object.entries(event?.queryStringParameters ?? {})).toContainEqual(['constructor', 'y']);
  });
});

describe('headers', () => {
  test('are lower case, repeated ones joined, cookies apart', async () => {
    seen.length = 0;
    const request = httpRequest(`${url}/api/shops/a`, { headers: { 'X-Many': ['1', '2'], Cookie: 'a=1; b=2' } }).end();
    await once(request, 'response').then(([response]) => response.resume());
    expect(seen[0]?.headers['x-many']).toBe('1,2');
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.cookies).toEqual(['a=1', 'b=2']);
  });
});

describe('a body', () => {
  const post = (type: string, body: BodyInit) =>
    call('/api/shops', { method: 'POST', headers: { 'content-type': type }, body });
  test.each(['application/json', 'text/csv; charset=utf-8', 'application/problem+json'])('%s is text', async (type) => {
    const { event } = await post(type, '{"ë":1}');
    expect([event?.body, event?.isBase64Encoded]).toEqual(['{"ë":1}', false]);
  });
  test.each(['image/png', 'application/x-www-form-urlencoded', 'application/octet-stream'])(
    '%s is base64',
    async (type) => {
      const { event } = await post(type, new Uint8Array([0, 255, 1]));
      expect([event?.body, event?.isBase64Encoded]).toEqual(['AP8B', true]);
    },
  );
  test('of 10 MB passes, a byte more is 413', async () => {
    const most = 10 * 1024 * 1024;
    expect((await post('text/plain', 'x'.repeat(most))).status).toBe(201);
    expect(await post('text/plain', 'x'.repeat(most + 1))).toMatchObject({
      status: 413,
      body: refused('Request Entity Too Large'),
      event: undefined,
    });
  });
  test('that tells no length is counted as it comes', async () => {
    const request = httpRequest(`${url}/api/shops`, { method: 'POST', headers: { 'content-type': 'text/plain' } });
    request.on('error', () => {});
    for (let i = 0; i < 11; i++) request.write('x'.repeat(1024 * 1024));
    request.end();
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
    response.resume();
  });
});

describe('an answer', () => {
  test('carries status, headers, cookies and the request id', async () => {
    const { status, headers, body } = await call('/api/shops/a');
    expect([status, body, headers.get('x-seen')]).toEqual([201, 'GET /shops/{shopId}', 'GET /shops/{shopId}']);
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('apigw-requestid')).toMatch(/.+/);
  });
  test('tells the market’s time, which pages go by', async () => {
    const { headers } = await call('/api/shops/a');
    expect(headers.get('date')).toBe('Tue, 06 May 2031 07:08:09 GMT');
  });

  test('without a status code is a 200 with that as JSON', async () => {
    const { status, headers, body } = await call('/api/shops/a?answer=plain');
    expect([status, headers.get('content-type'), body]).toEqual([200, 'application/json', '{"greeting":"halo"}']);
  });
  test('may be bytes', async () => {
    const response = await fetch(`${url}/api/shops/a?answer=bytes`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  });
  test('of a crashed function is 500 and tells nothing', async () => {
    expect(await call('/api/shops/a?answer=crash')).toMatchObject({
      status: 500,
      body: refused('Internal Server Error'),
    });
  });
  test('that does not come is 503', async () => {
    expect(await call('/api/shops/a?answer=never')).toMatchObject({
      status: 503,
      body: refused('Service Unavailable'),
    });
  });
});

describe('a token', () => {
  const me = (token?: string) => call('/api/me', token === undefined ? {} : { headers: { authorization: token } });
  const now = Math.floor(Date.now() / 1000);

  test('of the issuer opens the route; claims arrive as text', async () => {
    const token = await signToken(keys, 'wati', {
      groups: ['a b', 'c'],
      odd: '[x] {y} "z"',
      flag: true,
      deep: { a: [1] },
    });
    const { status, event } = await me(`Bearer ${token}`);
    expect(status).toBe(201);
    expect(event?.requestContext.authorizer.jwt.claims).toMatchObject({
      sub: 'wati',
      token_use: 'access',
      groups: '[a b c]',
      odd: '[x] {y} "z"',
      flag: 'true',
      deep: '{"a":[1]}',
    });
    expect(event?.requestContext.authorizer.jwt.claims.exp).toMatch(/^\d+$/);
  });
  test('may come without the word Bearer, and with client_id instead of aud', async () => {
    expect((await me(await signToken(keys, 'wati'))).status).toBe(201);
    expect((await me(await signToken(keys, 'wati', { aud: undefined }))).status).toBe(201);
  });

  const another = async () => ({ ...(await newKeys(keys.issuer)), issuer: keys.issuer });
  const bad: [string, () => string | undefined | Promise<string>][] = [
    ['is missing', () => undefined],
    ['is empty', () => 'Bearer '],
    ['is not a token', () => 'Bearer a.b.c'],
    ['is of another issuer', () => signToken(keys, 'wati', { iss: 'http://issuer.test/lain' })],
    ['is signed by another key', async () => signToken(await another(), 'wati')],
    [
      'is signed by another key under our key id',
      async () => {
        const other = await another();
        return signToken({ ...other, signing: { ...other.signing, kid: keys.signing.kid ?? '' } }, 'wati');
      },
    ],
    [
      'says alg none',
      () =>
        new UnsecuredJWT({ client_id: CLIENT_ID, sub: 'wati', scope: API_SCOPE })
          .setIssuer(keys.issuer)
          .setAudience(AUDIENCE)
          .setIssuedAt(now)
          .setExpirationTime('1h')
          .encode(),
    ],
    [
      'is signed with the public key as a shared secret',
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify({ n: keys.signing.n, e: keys.signing.e }));
        return new SignJWT({ sub: 'wati', iss: keys.issuer, aud: AUDIENCE, iat: now, exp: now + 60, scope: API_SCOPE })
          .setProtectedHeader({ alg: 'HS256', kid: keys.signing.kid ?? '' })
          .sign(secret);
      },
    ],
    [
      'brings its own key',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256');
        return new SignJWT({ sub: 'wati', iss: keys.issuer, aud: AUDIENCE, iat: now, exp: now + 60, scope: API_SCOPE })
          .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(publicKey) })
          .sign(privateKey);
      },
    ],
    ['is expired', () => signToken(keys, 'wati', { iat: now - 7200, exp: now - 1 })],
    ['never expires', () => signToken(keys, 'wati', { exp: undefined })],
    ['is not yet valid', () => signToken(keys, 'wati', { nbf: now + 60 })],
    ['is issued in the future', () => signToken(keys, 'wati', { iat: now + 60 })],
    ['is for another audience', () => signToken(keys, 'wati', { aud: 'lain', client_id: 'lain' })],
    [
      'was changed',
      async () => (await signToken(keys, 'wati')).replace(/\.[^.]+\./, (body) => `${body.slice(0, -2)}A.`),
    ],
  ];
  test.each(bad)('that %s is 401, and no function runs', async (_, make) => {
    const token = await make();
    const { status, body, event, headers } = await me(token === undefined ? undefined : token);
    expect([status, body, event]).toEqual([401, refused('Unauthorized'), undefined]);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
  });
  test('that is an ID token carries no scope: 403, and no function runs', async () => {
    const token = await signToken(keys, 'wati', { aud: CLIENT_ID, scope: undefined, token_use: 'id' });
    const { status, body, event } = await me(token);
    expect([status, body, event]).toEqual([403, refused('Forbidden'), undefined]);
  });
});
