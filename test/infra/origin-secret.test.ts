import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { serve } from '../../functions/http/serve.ts';
import { makeWorld, servingWorld, workingWorld } from '../../functions/world.ts';

const SECRET = 'rahasia antara distribusi dan fungsi';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const answer = async (originSecret: string | undefined, headers: Record<string, string>) => {
  const world = makeWorld({
    client: { send: () => Promise.reject(new Error('no table here')) } as never,
    tableName: 'market',
    secret: 'x'.repeat(32),
    logger: silent,
    ...(originSecret === undefined ? {} : { originSecret }),
  });
  const event = { routeKey: 'GET /nowhere', headers, requestContext: { requestId: 'r1', http: { method: 'GET' } } };
  return serve({}, [], () => world)(event as unknown as APIGatewayProxyEventV2, {} as Context);
};

describe('a request that did not come through the distribution', () => {
  test.each([{}, { 'x-origin-secret': '' }, { 'x-origin-secret': `${SECRET} ` }, { 'x-origin-secret': 'salah' }])(
    'is refused before anything is read: %j',
    async (headers: Record<string, string>) => {
      const { statusCode, headers: sent, body } = await answer(SECRET, headers);
      expect(statusCode).toBe(403);
      expect(sent).toMatchObject({ 'content-type': 'application/problem+json' });
      expect(body).not.toContain(SECRET);
    },
  );
});

describe('a request', () => {
  test('that brings the secret goes on', async () => {
    expect((await answer(SECRET, { 'x-origin-secret': SECRET })).statusCode).toBe(404);
  });

  test('needs none where none is set, as on one machine', async () => {
    expect((await answer(undefined, {})).statusCode).toBe(404);
  });
});

describe('a secret', () => {
  test.each(['', 'rahasia', 'x'.repeat(31)])(
    'so short that it can be guessed is refused, not switched off: %j',
    async (short) => {
      await expect(answer(short, { 'x-origin-secret': short })).rejects.toThrow(/ORIGIN_SECRET has \d+ characters/);
    },
  );
});

describe('a function that starts', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  const settings = {
    AWS_REGION: 'ap-southeast-3',
    TABLE_NAME: 'market',
    SEAL_SECRET: 's'.repeat(48),
    ORIGIN_SECRET: 'o'.repeat(48),
    FILES_BUCKET: 'files',
    BUS_NAME: 'bus',
  };
  const files = () => ({ put: async () => undefined, get: async () => undefined });
  const start = (but: Record<string, string>, world = servingWorld({ files })) => {
    Object.assign(process.env, settings, but);
    return world();
  };

  test('has a world when all is set, and knows the secret only where it serves', () => {
    expect(start({}).originSecret).toBe(settings.ORIGIN_SECRET);
    expect(start({}, workingWorld({ files }))).not.toHaveProperty('originSecret');
  });

  test.each(Object.keys(settings).filter((name) => !['AWS_REGION', 'BUS_NAME'].includes(name)))(
    'says so when %s is empty',
    (name) => {
      expect(() => start({ [name]: '' })).toThrow(`the setting ${name} is missing`);
    },
  );

  test('says so when its bus is not set', () => {
    const publish = () => async () => undefined;
    expect(() => start({ BUS_NAME: '' }, workingWorld({ publish }))).toThrow('BUS_NAME is missing');
  });

  test.each(['SEAL_SECRET', 'ORIGIN_SECRET'])('says so when %s is short', (name) => {
    expect(() => start({ [name]: 'pendek' })).toThrow(`${name} has 6 characters`);
  });
});
