import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';

const [CITY, OTHER] = ['35.73', '35.78'];
const scope = `city:${CITY}`;
let town: Town;
let admin: string;

beforeEach(async () => {
  town = await townOf(await testWorld());
  await town.founds(CITY);
  await town.founds(OTHER);
  admin = town.adminOf(CITY);
});

type Role = 'inspectorate' | 'city-admin' | 'mentor';
const invites = (person: string, role: Role, personName?: string) =>
  town.as(admin)('PUT /scopes/{scope}/members/{person}', {
    params: { scope, person },
    body: { role, ...(personName === undefined ? {} : { personName }) },
  });
const accepts = (person: string) => town.as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
const members = async (by = admin) => {
  const { items, people } = await town.as(by)('GET /scopes/{scope}/members', { params: { scope } });
  return { names: Object.fromEntries(items.map(({ person, personName }) => [person, personName])), people };
};
const trail = async (by: string, city = CITY) =>
  (await town.as(by)('GET /cities/{city}/audit', { params: { city } })).people;

describe('the name of a seat', () => {
  test('is written by who seats them, stays through consent and a change of role, and is changed alone', async () => {
    await invites('ratih', 'inspectorate', 'Ratih Kusumawati');
    expect(await accepts('ratih')).toMatchObject({ personName: 'Ratih Kusumawati' });
    await invites('ratih', 'city-admin');
    expect((await members()).names).toMatchObject({ ratih: 'Ratih Kusumawati' });
    const before = await invites('ratih', 'city-admin');
    const after = await invites('ratih', 'city-admin', 'Ratih K.');
    expect(after).toMatchObject({ personName: 'Ratih K.', grantedAt: before.grantedAt, version: before.version + 1 });
    expect(await invites('ratih', 'city-admin', 'Ratih K.')).toEqual(after);
    const acts = await town.as(admin)('GET /cities/{city}/audit', {
      params: { city: CITY },
      query: { act: 'seat-named' },
    });
    expect(acts.items.map(({ by, person }) => [by, person])).toEqual([[admin, 'ratih']]);
    // The chain keeps no name: it cannot be taken out of there again.
    expect(JSON.stringify(acts.items)).not.toContain('Ratih');
  });

  test('comes with a link to whoever takes it', async () => {
    const made = await town.as(admin)('POST /scopes/{scope}/invitation-links', {
      params: { scope },
      body: { role: 'mentor', personName: 'Wira Santosa' },
    });
    await town.as('wira')('POST /me/invitation-links/accept', { body: { scope, token: made.token } });
    expect((await members()).names).toMatchObject({ wira: 'Wira Santosa' });
  });

  test('says in the trail who decided, to the city’s own people, as what they act there', async () => {
    await invites('ratih', 'inspectorate', 'Ratih Kusumawati');
    await accepts('ratih');
    const told = await trail('ratih');
    expect(told['ratih']).toEqual({ name: 'Ratih Kusumawati', role: 'inspectorate' });
    expect(told[admin]).toEqual({ name: null, role: 'city-admin' });
    expect(told['operator']).toEqual({ name: null, role: 'operator' });
    expect((await members('ratih')).people[admin]).toEqual({ name: null, role: 'city-admin' });
  });

  test('is not told another city, nor a shop, and goes with the seat', async () => {
    await invites('ratih', 'city-admin', 'Ratih Kusumawati');
    await accepts('ratih');
    // She takes a seat of the other city, which knows her by what it was told.
    const other = `city:${OTHER}`;
    await town.seats(other, 'ratih', 'inspectorate', town.adminOf(OTHER));
    expect((await trail(town.adminOf(OTHER), OTHER))['ratih']).toEqual({ name: null, role: 'inspectorate' });
    const shop = await town.opens(CITY, {}, 'sri');
    const seats = await town.as('sri')('GET /scopes/{scope}/members', {
      params: { scope: `merchant:${shop.merchantId}` },
    });
    expect(seats.people).toEqual({});
    await town.as(admin)('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'ratih' } });
    expect((await trail(admin))['ratih']).toEqual({ name: null, role: null });
  });
});
