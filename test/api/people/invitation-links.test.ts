import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const DAY_MS = 86_400_000;
let clock: Clock;
let town: Town;
let shop: Shop;
let scope: string;

beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, {}, 'sri');
  scope = `merchant:${shop.merchantId}`;
});

const makes = (role = 'staff', by = 'sri', of = scope) =>
  town.as(by)('POST /scopes/{scope}/invitation-links', { params: { scope: of }, body: { role: role as never } });
const takes = (person: string, token: string, of = scope) =>
  town.as(person)('POST /me/invitation-links/accept', { body: { scope: of, token } });
const withdraws = (linkId: string, by = 'sri') =>
  town.as(by)('DELETE /scopes/{scope}/invitation-links/{linkId}', { params: { scope, linkId } });
const refused = (asked: () => Promise<unknown>) => refusedWithoutTrace(town.world, asked);

describe('an invitation by link', () => {
  test('gives its role to who takes it first, once, and is on record', async () => {
    const { token, linkId } = await makes();
    expect(await takes('wati', token)).toMatchObject({ person: 'wati', role: 'staff', grantedBy: 'sri' });
    expect((await refused(() => takes('budi', token))).code).toBe('invitation_not_found');
    // Who has it already is told so, as often as they click.
    expect(await takes('wati', token)).toMatchObject({ role: 'staff' });
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } });
    expect(items.slice(0, 2).map(({ act, by, person }) => [act, by, person])).toEqual([
      ['seat-taken', 'wati', 'wati'],
      ['link-made', 'sri', null],
    ]);
    expect(items[1]?.subjects).toEqual([scope, linkId]);
  });

  test('is kept as a hash: neither the table, nor a list, nor the trail shows what opens it', async () => {
    const { token } = await makes();
    const { items } = await town.as('sri')('GET /scopes/{scope}/invitation-links', { params: { scope } });
    expect(items).toHaveLength(1);
    expect(JSON.stringify([await everything(town.world), items])).not.toContain(token.slice(4));
    expect((await refused(() => takes('wati', (items[0]?.linkId ?? '').replace('lnk_', 'tkn_')))).code).toBe(
      'invitation_not_found',
    );
  });

  test('taken by many at once seats one', async () => {
    const { token } = await makes();
    const done = await Promise.allSettled(['a', 'b', 'c', 'd'].map((person) => takes(person, token)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('ends after three days, when it is withdrawn, and with its maker’s right', async () => {
    const late = await makes();
    clock.pass(3 * DAY_MS);
    expect((await refused(() => takes('wati', late.token))).code).toBe('invitation_not_found');
    const gone = await makes();
    await withdraws(gone.linkId);
    expect((await refused(() => takes('wati', gone.token))).code).toBe('invitation_not_found');
    await town.seats(scope, 'joko', 'owner', 'sri');
    const made = await makes('staff', 'joko');
    await town.as('sri')('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'joko' } });
    expect((await refused(() => takes('wati', made.token))).code).toBe('invitation_not_found');
  });

  test.each([
    ['owner', () => makes('owner')],
    ['buyer', () => makes('buyer')],
    ['city-admin', () => makes('city-admin', town.adminOf(CITY), `city:${CITY}`)],
    ['operator', () => makes('operator', 'operator', 'country')],
  ])('never gives a role that seats others, nor one of elsewhere: %s', async (_, made) => {
    expect((await refused(made)).code).toBe('invalid_request');
  });

  test('is its place’s: nobody else makes, sees or withdraws it, nor takes it for another place', async () => {
    const { token, linkId } = await makes();
    const other = await town.opens(CITY, { name: 'Lain', phone: '0812-1111-2222', nik: '3573024508807777' }, 'joko');
    await town.seats(scope, 'wati', 'staff', 'sri');
    for (const person of ['wati', 'joko', 'orang-lain', town.adminOf(CITY)]) {
      expect((await refused(() => makes('staff', person))).status).toBe(404);
      expect((await refused(() => withdraws(linkId, person))).status).toBe(404);
      const list = town.as(person)('GET /scopes/{scope}/invitation-links', { params: { scope } });
      expect((await refusalOf(list)).status).toBe(404);
    }
    expect((await refused(() => takes('budi', token, `merchant:${other.merchantId}`))).code).toBe(
      'invitation_not_found',
    );
    expect((await refusalOf(takes('budi', 'tkn_x'))).code).toBe('invalid_request');
  });

  test('answers the invitation of who takes it too: nothing is left open, however often', async () => {
    const member = (person: string) => ({ params: { scope, person } });
    for (const leaves of [true, false]) {
      await town.invites(scope, 'wati', 'staff', 'sri');
      await takes('wati', (await makes()).token);
      if (!leaves) expect(await town.consents(scope, 'wati')).toMatchObject({ role: 'staff' });
      await town.as(leaves ? 'wati' : 'sri')('DELETE /scopes/{scope}/members/{person}', member('wati'));
    }
    const seats = (await everything(town.world)).find(({ pk, sk }) => pk === `SCOPE#${scope}` && sk === 'SEATS');
    expect(seats).toMatchObject({ members: 1, invited: 0 });
    expect((await town.as('wati')('GET /me/invitations')).items).toEqual([]);
  });

  test('counts among the open invitations of its place', async () => {
    for (let made = 0; made < 20; made++) await makes();
    expect((await refused(() => makes())).code).toBe('seat_limit');
    const { items } = await town.as('sri')('GET /scopes/{scope}/invitation-links', { params: { scope } });
    await withdraws(items[0]?.linkId ?? '');
    expect((await makes()).role).toBe('staff');
  });
});
