import { describe, expect, test } from 'vitest';
import { cityBody } from '../../infra/regions.ts';
import { testWorld } from '../engine.ts';
import { townOf } from '../market.ts';

describe('a city', () => {
  test.each(['11.07', '11.08'])('as large as %s is founded by the body that is printed for it', async (city) => {
    const town = await townOf(await testWorld());
    const { status } = await town.ask('PUT /cities/{city}', 'operator', {
      params: { city },
      rawBody: JSON.stringify(await cityBody(city), null, 2),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  });
});
