import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authorizer, CLIENT_ID } from '../../infra/local/sign-in/tokens.ts';
import { client } from '../client.ts';
import { testWorld } from '../engine.ts';
import { type TestServer, testServer } from '../server.ts';

let server: TestServer;
let issuer: string;
let endpoints: Record<string, string>;
beforeAll(async () => {
  server = await testServer(await testWorld());
  issuer = `${server.url}/masuk`;
  const people = [
    { person: 'wati', name: 'Bu Wati <b>', role: 'Pemilik warung & dapur' },
    { person: 'operator', name: 'Operator', role: 'Pengelola' },
  ];
  await writeFile(join(server.folder, 'people.json'), JSON.stringify(people));
  endpoints = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>;
});
afterAll(() => server.close());

/** As much of a browser as a sign-in needs: it keeps cookies and follows nothing by itself. */
let cookies: Map<string, string>;
beforeEach(() => {
  cookies = new Map();
});
const visit = async (url: string, form?: Record<string, string>) => {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(new URL(url, server.url), {
    redirect: 'manual',
    headers: { cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
  return { response, to: response.headers.get('location') ?? '', html: await response.text() };
};

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const ask = (change: Record<string, string | undefined> = {}): string => {
  const query = {
    client_id: CLIENT_ID,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${server.url}/dasbor/`,
    state: 'keadaan',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  };
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${endpoints.authorization_endpoint}?${new URLSearchParams(given)}`;
};
const signIn = async (person = 'wati') => {
  const picking = await visit((await visit(ask())).to);
  const action = /action="([^"]+)"/.exec(picking.html)?.[1] ?? '';
  const back = await visit((await visit(action, { person })).to);
  return { picking, action, back: new URL(back.to) };
};
const redeem = async (form: Record<string, string>) => {
  const response = await fetch(endpoints.token_endpoint ?? '', { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};
const grant = (code: string, change: Record<string, string> = {}) => ({
  grant_type: 'authorization_code',
  client_id: CLIENT_ID,
  redirect_uri: `${server.url}/dasbor/`,
  code_verifier: verifier,
  code,
  ...change,
});

describe('discovery', () => {
  test('names this origin, code and S256 only', () => {
    expect(endpoints).toMatchObject({
      issuer,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
    });
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'])
      expect(endpoints[name]).toMatch(new RegExp(`^${issuer}/`));
  });
});

describe('signing in', () => {
  test('shows the people, says that it is a demo, and runs no script', async () => {
    const { picking } = await signIn();
    expect(picking.html).toContain('Bu Wati &#60;b&#62;');
    expect(picking.html).toContain('Pemilik warung &#38; dapur');
    expect(picking.html).toContain('pasar contoh');
    expect(picking.html).toContain('<html lang="id">');
    expect(picking.html).not.toMatch(/<script|style=|onclick/);
    expect(picking.response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await visit('/masuk/gaya.css')).response.headers.get('content-type')).toMatch(/^text\/css/);
  });
  test('gives an access token that opens the API, and an ID token with the name', async () => {
    const { back } = await signIn();
    expect(`${back.origin}${back.pathname}`).toBe(`${server.url}/dasbor/`);
    expect(back.searchParams.get('state')).toBe('keadaan');
    expect(back.searchParams.get('iss')).toBe(issuer);
    const { status, body } = await redeem(grant(back.searchParams.get('code') ?? ''));
    expect(status).toBe(200);
    expect(body.expires_in).toBe(3600);
    const { payload } = await jwtVerify(
      body.access_token ?? '',
      createRemoteJWKSet(new URL(endpoints.jwks_uri ?? '')),
      {
        issuer,
      },
    );
    expect(payload).toMatchObject({ sub: 'wati', token_use: 'access', client_id: CLIENT_ID, scope: 'openid' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({ sub: 'wati', aud: CLIENT_ID, name: 'Bu Wati <b>' });
    expect(await client(server.url, body.access_token)('GET /me')).toMatchObject({ person: 'wati' });
    await expect(authorizer(server.keys)(body.access_token ?? '')).resolves.toMatchObject({ sub: 'wati' });
  });
  test('is remembered until signing out', async () => {
    await signIn();
    expect(new URL((await visit(ask())).to).searchParams.get('code')).toBeTruthy();
    const leave = `${endpoints.end_session_endpoint}?${new URLSearchParams({
      client_id: CLIENT_ID,
      post_logout_redirect_uri: `${server.url}/akun/`,
    })}`;
    const asked = await visit(leave);
    expect(asked.html).toContain('Keluar');
    expect(asked.html).not.toContain('<script');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const left = await visit(/action="([^"]+)"/.exec(asked.html)?.[1] ?? '', { xsrf, logout: 'yes' });
    expect(left.to).toBe(`${server.url}/akun/`);
    expect((await visit(ask())).to).toMatch(/^\/masuk\/pilih\//);
  });
  test('as somebody who is not on the list is refused', async () => {
    const refused = await visit((await visit(ask())).to, { person: 'orang-lain' });
    expect([refused.response.status, refused.to]).toEqual([400, '']);
    expect(refused.html).toContain('Bu Wati');
  });
});

describe('a sign-in is refused', () => {
  test('without PKCE', async () => {
    const { to } = await visit(ask({ code_challenge: undefined, code_challenge_method: undefined }));
    expect(new URL(to).searchParams.get('error')).toBe('invalid_request');
  });
  test('with a plain challenge', async () => {
    const { to } = await visit(ask({ code_challenge_method: 'plain' }));
    expect(new URL(to).searchParams.get('error')).toBe('invalid_request');
  });
  test.each([undefined, ''])('without state (%s)', async (state) => {
    const { response, html } = await visit(ask({ state }));
    expect(response.status).toBe(400);
    expect(html).toContain('state');
  });
  test.each([
    'https://jahat.example/',
    'http://localhost.jahat.example/dasbor/',
    '//jahat.example/',
    'javascript:alert(1)',
    'dasbor/../../jahat',
  ])('back to %s, which is not ours: no redirect at all', async (redirect_uri) => {
    const { response, to, html } = await visit(ask({ redirect_uri }));
    expect([response.status, to]).toEqual([400, '']);
    expect(html).not.toMatch(/href="[^"]*jahat/);
  });
  test('back to a path of ours that is not registered', async () => {
    expect((await visit(ask({ redirect_uri: `${server.url}/api/` }))).response.status).toBe(400);
  });
  test('for another client, or another response type', async () => {
    expect((await visit(ask({ client_id: 'lain' }))).response.status).toBe(400);
    expect((await visit(ask({ response_type: 'token' }))).to).toContain('error=unsupported_response_type');
  });
  test('when the picking page is posted without its cookie', async () => {
    const { to } = await visit(ask());
    cookies.clear();
    expect((await visit(to, { person: 'wati' })).response.status).toBe(400);
  });
  test('when another sign-in’s page is posted', async () => {
    const first = (await visit(ask())).to;
    cookies.clear();
    await visit(ask());
    expect((await visit(first, { person: 'wati' })).response.status).toBe(400);
  });
  test('after signing out towards a foreign address', async () => {
    await signIn();
    const leave = await visit(
      `${endpoints.end_session_endpoint}?client_id=${CLIENT_ID}&post_logout_redirect_uri=https://jahat.example/`,
    );
    expect([leave.response.status, leave.to]).toEqual([400, '']);
  });
});

describe('a code', () => {
  test('is worth one token, once', async () => {
    const code = (await signIn()).back.searchParams.get('code') ?? '';
    expect((await redeem(grant(code))).status).toBe(200);
    expect(await redeem(grant(code))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
  test.each([
    ['another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['another address', { redirect_uri: 'https://jahat.example/' }],
  ])('is worth nothing with %s', async (_, change) => {
    const code = (await signIn()).back.searchParams.get('code') ?? '';
    expect(await redeem(grant(code, change))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});
