import { describe, expect, test } from 'vitest';
import { waitFor } from '../../functions/rates.ts';
import { testWorld } from '../engine.ts';
import { marketOf } from '../market.ts';

describe('a bucket', () => {
  test('lets a burst through, then so many a second, each key for itself', () => {
    const [buckets, rate] = [new Map(), { burst: 3, perSecond: 2 }];
    const ask = (key: string, now: number) => waitFor(buckets, key, rate, now);
    expect([1, 2, 3, 4].map(() => ask('a', 0))).toEqual([0, 0, 0, 1]);
    expect(ask('b', 0)).toBe(0);
    expect([ask('a', 500), ask('a', 500)]).toEqual([0, 1]);
    expect([1, 2, 3, 4].map(() => ask('a', 60_000))).toEqual([0, 0, 0, 1]);
    // A clock that steps back fills nothing and takes nothing.
    expect(ask('a', 0)).toBe(1);
  });
});

test('Whoever asks too fast is told when to come back, and others are not held up', async () => {
  const rate = { burst: 2, perSecond: 0.1 };
  const world = { ...(await testWorld()), throttle: { person: rate, address: rate, buckets: new Map() } };
  const { ask } = marketOf(world);
  const [, , third] = [await ask('GET /me', 'ani'), await ask('GET /me', 'ani'), await ask('GET /me', 'ani')];
  expect(third).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  expect(Number(third?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('GET /me', 'budi')).status).toBe(200);
  for (let time = 0; time < 2; time++) expect((await ask('GET /cities', undefined)).status).toBe(200);
  expect((await ask('GET /cities', undefined)).status).toBe(429);
});
