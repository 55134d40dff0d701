import { beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../../functions/http/serve.ts';
import { endpoints as orders } from '../../../functions/orders/api.ts';
import { endpoints } from '../../../functions/people/api.ts';
import type { World } from '../../../functions/world.ts';
import { contract } from '../../../shared/contract.ts';
import { testWorld } from '../../engine.ts';
import { eventOf } from '../../market.ts';

/*
 * The authorizer in front checks signature, issuer, audience and time (test/local). What it lets through as claims is
 * checked again by the handlers, because an ID token passes the same authorizer.
 */
let world: World;
beforeAll(async () => {
  world = await testWorld();
});

const ask = async (claims: Record<string, unknown> | undefined, key = 'GET /me', of = endpoints) => {
  const event = eventOf(key, 'x', key === 'GET /me' ? {} : { body: {} });
  event.requestContext = {
    ...event.requestContext,
    ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : { authorizer: undefined }),
  } as never;
  const { statusCode, body } = await serve(contract, of, () => world)(event, {} as never);
  return { status: statusCode, body: JSON.parse(body ?? 'null') };
};

describe('an access token', () => {
  test.each([
    ['as Cognito makes it', { sub: 'sri', token_use: 'access', scope: 'openid' }],
    ['of another issuer, known by its scope', { sub: 'sri', scope: 'pasar' }],
  ])('%s is let in', async (_, claims) => {
    expect(await ask(claims)).toMatchObject({ status: 200, body: { person: 'sri', memberships: [] } });
  });
});

describe('is sent to the door:', () => {
  test.each<[string, Record<string, unknown> | undefined]>([
    ['nobody', undefined],
    ['a token of nobody', { token_use: 'access' }],
    ['an ID token', { sub: 'sri', token_use: 'id' }],
    ['an ID token that brings a scope', { sub: 'sri', token_use: 'id', scope: 'openid' }],
    ['an ID token without token_use', { sub: 'sri', aud: 'client', nonce: 'n', email: 'sri@example.id' }],
    ['a refresh token', { sub: 'sri', token_use: 'refresh' }],
    ['a list of uses', { sub: 'sri', token_use: ['access'] }],
    ['a subject with the table’s separator', { sub: 'sri#MEMBER', token_use: 'access' }],
    ['a subject with a space', { sub: 'sri ani', token_use: 'access' }],
    ['a subject in brackets, as API Gateway writes lists', { sub: '[sri ani]', token_use: 'access' }],
    ['a list of subjects', { sub: ['sri', 'ani'], token_use: 'access' }],
    ['an object for a subject', { sub: { toString: 'sri' }, token_use: 'access' }],
    ['a number for a subject', { sub: 1, token_use: 'access' }],
    ['a subject with a line break', { sub: 'sri\n', token_use: 'access' }],
    ['an empty subject', { sub: '', token_use: 'access' }],
    ['a subject too long', { sub: 'x'.repeat(129), token_use: 'access' }],
  ])('%s', async (_, claims) => {
    for (const [key, of] of [
      ['GET /me', endpoints],
      ['POST /orders', orders],
    ] as const) {
      const { status, body } = await ask(claims, key, of);
      expect([400, 401]).toContain(status);
      if (key === 'GET /me') expect([status, body.code]).toEqual([401, 'sign_in_required']);
    }
  });
});

describe('a role in a token', () => {
  test('is worth nothing: roles are memberships in the table', async () => {
    const claims = {
      sub: 'mallory',
      token_use: 'access',
      'cognito:groups': ['operator'],
      role: 'operator',
      scope: 'operator',
      memberships: '[{"role":"operator"}]',
    };
    expect((await ask(claims)).body.memberships).toEqual([]);
  });
});
