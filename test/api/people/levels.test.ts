import { beforeAll, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  await town.seats('province:35', 'jatim', 'province-admin');
  await town.seats('province:18', 'lampung', 'province-admin');
});

const statusOf = async (key: string, person: string, params: Record<string, string> = {}, body?: unknown) =>
  (await town.ask(key, person, { params, ...(body === undefined ? {} : { body }) })).status;
const reads = (person: string) =>
  Promise.all([
    statusOf('GET /cities/{city}/audit', person, { city: CITY }),
    statusOf('GET /provinces/{province}/audit', person, { province: '35' }),
    statusOf('GET /provinces/{province}/live/{month}', person, { province: '35', month: '2026-11' }),
    statusOf('GET /country/audit', person),
    statusOf('GET /country/live/{month}', person, { month: '2026-11' }),
  ]);
const seats = (person: string, scope: string, role: string) =>
  statusOf('PUT /scopes/{scope}/members/{person}', person, { scope, person: 'kawan' }, { role });

describe('a level of government', () => {
  test('is read by its own and, from above, by the operator alone', async () => {
    expect(await reads(town.adminOf(CITY))).toEqual([200, 403, 403, 403, 403]);
    expect(await reads('jatim')).toEqual([403, 200, 200, 403, 403]);
    expect(await reads('lampung')).toEqual([403, 403, 403, 403, 403]);
    expect(await reads('operator')).toEqual([403, 200, 200, 200, 200]);
  });

  test('is seated by its own and by the operator; never from below, nor by a province in its cities or in another', async () => {
    const asked = [
      [`city:${CITY}`, 'inspectorate'],
      ['province:35', 'province-admin'],
      ['province:18', 'province-admin'],
      ['country', 'operator'],
    ] as const;
    const seated = (person: string) => Promise.all(asked.map(([scope, role]) => seats(person, scope, role)));
    expect(await seated(town.adminOf(CITY))).toEqual([200, 404, 404, 404]);
    expect(await seated('jatim')).toEqual([404, 200, 404, 404]);
    expect(await seated('lampung')).toEqual([404, 404, 200, 404]);
    expect(await seated('operator')).toEqual([200, 200, 200, 200]);
  });

  test('is changed by nobody above it: a city’s settings, months and shops are its own', async () => {
    for (const person of ['jatim', 'lampung', 'operator']) {
      expect(await statusOf('PATCH /cities/{city}', person, { city: CITY }, { accent: null })).toBe(403);
      expect(await statusOf('POST /cities/{city}/months/{month}/close', person, { city: CITY, month: '2026-10' })).toBe(
        403,
      );
      expect(await statusOf('GET /cities/{city}/register', person, { city: CITY })).toBe(403);
    }
    expect(await statusOf('PUT /cities/{city}', 'jatim', { city: CITY }, {})).toBe(400);
    expect(
      await statusOf('DELETE /scopes/{scope}/members/{person}', 'jatim', { scope: 'country', person: 'operator' }),
    ).toBe(404);
    expect(
      await statusOf('DELETE /scopes/{scope}/members/{person}', 'jatim', {
        scope: `city:${CITY}`,
        person: town.adminOf(CITY),
      }),
    ).toBe(404);
  });

  test.each([
    ['province first', ['province:35', 'country']],
    ['country first', ['country', 'province:35']],
  ])('is held beside another in either order, and lost alone: %s', async (name, scopes) => {
    const person = `dua-${name.replace(' ', '-')}`;
    for (const scope of scopes) await town.seats(scope, person, scope === 'country' ? 'operator' : 'province-admin');
    expect(await reads(person)).toEqual([403, 200, 200, 200, 200]);
    await town.as('operator')('DELETE /scopes/{scope}/members/{person}', { params: { scope: 'country', person } });
    const asked = { params: { scope: 'country' as const, person: 'kawan' }, body: { role: 'operator' as const } };
    expect((await town.ask('PUT /scopes/{scope}/members/{person}', person, asked)).status).toBe(404);
    expect((await town.as(person)('GET /me')).memberships.map(({ scope }) => scope)).toEqual(['province:35']);
  });
});
