import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { serve } from '../../functions/http/serve.ts';
import { makeWorld } from '../../functions/world.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const uncounted = {
  addMetric: () => undefined,
  addDimension: () => undefined,
  publishStoredMetrics: () => undefined,
} as never;

const answer = async (originSecret: string | undefined, headers: Record<string, string>) => {
  const world = makeWorld({
    client: { send: () => Promise.reject(new Error('no table here')) } as never,
    tableName: 'market',
    secret: 'x'.repeat(32),
    logger: silent,
    metrics: uncounted,
    ...(originSecret === undefined ? {} : { originSecret }),
  });
  const event = { routeKey: 'GET /nowhere', headers, requestContext: { requestId: 'r1' } };
  return serve([], () => world)(event as unknown as APIGatewayProxyEventV2, {} as Context);
};

describe('a request that did not come through the distribution', () => {
  test.each([{}, { 'x-origin-secret': '' }, { 'x-origin-secret': 'rahasia ' }, { 'x-origin-secret': 'salah' }])(
    'is refused before anything is read: %j',
    async (headers: Record<string, string>) => {
      const { statusCode, headers: sent, body } = await answer('rahasia', headers);
      expect(statusCode).toBe(403);
      expect(sent).toMatchObject({ 'content-type': 'application/problem+json' });
      expect(body).not.toContain('rahasia');
    },
  );
});

describe('a request', () => {
  test('that brings the secret goes on', async () => {
    expect((await answer('rahasia', { 'x-origin-secret': 'rahasia' })).statusCode).toBe(404);
  });

  test('needs none where none is set, as on one machine', async () => {
    expect((await answer(undefined, {})).statusCode).toBe(404);
  });
});
