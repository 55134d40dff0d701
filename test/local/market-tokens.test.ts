import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, refusal } from '../client.ts';
import { testWorld } from '../engine.ts';
import { type TestServer, testServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer(await testWorld());
});
afterAll(() => server.close());

describe('the market behind the gateway', () => {
  test('answers a public route to anybody', async () => {
    expect(await (await server.as())('GET /cities')).toEqual({ items: [], next: null });
  });
  test('answers who one is', async () => {
    expect(await (await server.as('wati'))('GET /me')).toEqual({ person: 'wati', memberships: [] });
  });
  test('refuses an ID token that somehow carries a scope', async () => {
    const token = await server.token('wati', { token_use: 'id' });
    expect(await refusal(client(server.url, token)('GET /me'))).toMatchObject({
      status: 401,
      code: 'sign_in_required',
    });
  });
  test('explains a refusal with code and pointer', async () => {
    const call = (await server.as())('GET /cities/{city}', { params: { city: 'malang' } });
    expect(await refusal(call)).toMatchObject({
      status: 400,
      code: 'invalid_request',
      flaws: [{ pointer: '#/path/city' }],
    });
  });
});
