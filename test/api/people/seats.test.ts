import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_INVITED } from '../../../shared/domain/people/invitation.ts';
import { MOST_UNVERIFIED } from '../../../shared/domain/register/merchant.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { marketOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
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

const codeOf = async (answer: Promise<{ status: number; body: never }>) => {
  const { status, body } = await answer;
  return [status, (body as { code?: string } | null)?.code];
};
const accepts = (person: string, of = scope) =>
  codeOf(town.ask('POST /me/invitations/{scope}/accept', person, { params: { scope: of } }));
const declines = (person: string) => codeOf(town.ask('DELETE /me/invitations/{scope}', person, { params: { scope } }));
const removes = (by: string, person: string, of = scope) =>
  codeOf(town.ask('DELETE /scopes/{scope}/members/{person}', by, { params: { scope: of, person } }));
const membershipsOf = async (person: string) => (await town.as(person)('GET /me')).memberships;
const invitationsOf = async (person: string) => (await town.as(person)('GET /me/invitations')).items;
const members = async (state: 'held' | 'invited' = 'held') =>
  (await town.as('sri')('GET /scopes/{scope}/members', { params: { scope }, query: { state } })).items;

describe('a seat', () => {
  test('waits for the person’s consent, and gives no right until then', async () => {
    const product = await town.offers(shop);
    expect(await town.invites(scope, 'wati', 'staff', 'sri')).toMatchObject({ state: 'invited', role: 'staff' });
    expect(await membershipsOf('wati')).toEqual([]);
    // Who is only invited is a stranger in the shop, and may buy from it.
    expect(
      (await town.ask('GET /merchants/{merchantId}/file', 'wati', { params: { merchantId: shop.merchantId } })).status,
    ).toBe(404);
    await town.buys('wati', product);
    expect(await invitationsOf('wati')).toMatchObject([{ scope, role: 'staff', invitedBy: 'sri' }]);
    expect(await members('invited')).toMatchObject([{ person: 'wati', state: 'invited' }]);
    expect(await members()).toMatchObject([{ person: 'sri', state: 'held' }]);
    expect(await town.consents(scope, 'wati')).toMatchObject({ role: 'staff', grantedBy: 'sri' });
    expect(await membershipsOf('wati')).toMatchObject([{ scope, role: 'staff' }]);
    expect(await invitationsOf('wati')).toEqual([]);
    // The second click finds it done.
    expect(await accepts('wati')).toEqual([200, undefined]);
  });

  test('cannot crowd out what somebody is: a hundred invitations take no role away', async () => {
    const admin = town.adminOf(CITY);
    for (let number = 0; number < 24; number++) {
      const stranger = `penyerang-${Math.floor(number / MOST_UNVERIFIED)}`;
      const { merchantId } = await town.applies(CITY, { name: `Usaha ${number}` }, stranger);
      await town.invites(`merchant:${merchantId}`, admin, 'staff', stranger);
    }
    expect(await membershipsOf(admin)).toMatchObject([{ scope: `city:${CITY}`, role: 'city-admin' }]);
    expect((await town.ask('GET /cities/{city}/register', admin, { params: { city: CITY } })).status).toBe(200);
    expect((await invitationsOf(admin)).length).toBeGreaterThan(0);
  });

  test('is not taken by consent after it was withdrawn, declined, or left to expire', async () => {
    await town.invites(scope, 'wati', 'staff', 'sri');
    expect(await removes('sri', 'wati')).toEqual([204, undefined]);
    expect(await accepts('wati')).toEqual([404, 'invitation_not_found']);
    await town.invites(scope, 'wati', 'staff', 'sri');
    expect(await declines('wati')).toEqual([204, undefined]);
    expect(await accepts('wati')).toEqual([404, 'invitation_not_found']);
    await town.invites(scope, 'wati', 'staff', 'sri');
    clock.pass(15 * 86_400_000);
    expect(await invitationsOf('wati')).toEqual([]);
    expect(await accepts('wati')).toEqual([404, 'invitation_not_found']);
    // Asked again, it can be taken again.
    await town.invites(scope, 'wati', 'owner', 'sri');
    expect(await town.consents(scope, 'wati')).toMatchObject({ role: 'owner' });
  });

  test('is not taken on the word of somebody who may no longer give it', async () => {
    await town.seats(scope, 'joko', 'owner', 'sri');
    await town.invites(scope, 'kawan', 'owner', 'joko');
    await removes('sri', 'joko');
    expect(await accepts('kawan')).toEqual([404, 'invitation_not_found']);
    expect(await accepts('orang-lain')).toEqual([404, 'invitation_not_found']);
  });

  test('can always be left, and taken away by the operator, but for the last who keeps the place', async () => {
    await town.seats(scope, 'wati', 'staff', 'sri');
    expect(await removes('wati', 'wati')).toEqual([204, undefined]);
    expect(await membershipsOf('wati')).toEqual([]);
    expect(await removes('sri', 'sri')).toEqual([409, 'last_admin']);
    await town.seats(scope, 'wati', 'staff', 'sri');
    expect(await removes('orang-lain', 'wati')).toEqual([404, 'not_found']);
    expect(await removes('operator', 'wati')).toEqual([204, undefined]);
    expect(await removes('operator', 'sri')).toEqual([409, 'last_admin']);
    await town.seats(scope, 'joko', 'owner', 'sri');
    expect(await removes('sri', 'sri')).toEqual([204, undefined]);
    expect(await removes('joko', 'joko')).toEqual([409, 'last_admin']);
  });

  test('leaves nobody to keep the place, however many owners leave at once', async () => {
    const owners = ['sri', ...Array.from({ length: 7 }, (_, number) => `pemilik-${number}`)];
    for (const owner of owners.slice(1)) await town.seats(scope, owner, 'owner', 'sri');
    const left = await Promise.all(owners.map((owner) => removes(owner, owner)));
    expect(left.filter(([status]) => status === 204)).toHaveLength(owners.length - 1);
    expect(left.filter(([, code]) => code === 'last_admin')).toHaveLength(1);
    // The others were many, and none was looked past.
    const last = owners[left.findIndex(([, code]) => code === 'last_admin')] as string;
    expect((await town.as(last)('GET /scopes/{scope}/members', { params: { scope } })).items).toHaveLength(1);
  });

  test('of an owner who becomes staff counts as one owner less, and back', async () => {
    await town.seats(scope, 'joko', 'owner', 'sri');
    const becomes = (person: string, role: 'owner' | 'staff', by: string) =>
      codeOf(town.ask('PUT /scopes/{scope}/members/{person}', by, { params: { scope, person }, body: { role } }));
    expect(await becomes('sri', 'staff', 'joko')).toEqual([200, undefined]);
    expect(await becomes('joko', 'staff', 'joko')).toEqual([409, 'last_admin']);
    expect(await removes('joko', 'joko')).toEqual([409, 'last_admin']);
    expect(await becomes('sri', 'owner', 'joko')).toEqual([200, undefined]);
    expect(await removes('joko', 'joko')).toEqual([204, undefined]);
  });

  test('is offered to no more than a handful who have not answered', async () => {
    for (let number = 0; number < MOST_INVITED; number++) await town.invites(scope, `teman-${number}`, 'staff', 'sri');
    const one = (person: string) =>
      codeOf(
        town.ask('PUT /scopes/{scope}/members/{person}', 'sri', { params: { scope, person }, body: { role: 'staff' } }),
      );
    expect(await one('satu-lagi')).toEqual([409, 'seat_limit']);
    expect(await one('teman-0')).toEqual([200, undefined]);
    await town.consents(scope, 'teman-0');
    expect(await one('satu-lagi')).toEqual([200, undefined]);
  });
});

describe('a person', () => {
  test('that is still offered is found behind those that expired, on one page', async () => {
    for (let number = 0; number < 3; number++) {
      const { merchantId, owner } = await town.applies(CITY, { nik: `357302450880001${number}` });
      await town.invites(`merchant:${merchantId}`, 'wati', 'staff', owner);
    }
    clock.pass(40 * 86_400_000);
    await town.invites(`city:${CITY}`, 'wati', 'inspectorate');
    await town.invites(scope, 'wati', 'staff', 'sri');
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await town.as('wati')('GET /me/invitations', { query: { limit: 1, ...(cursor ? { cursor } : {}) } });
      pages.push(page.items.map((invitation) => invitation.scope));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(pages).toEqual([[`city:${CITY}`], [scope]]);
  });

  test('has at most a handful of shops that no city has verified, also when all apply at once', async () => {
    const apply = (number: number) =>
      town.ask('POST /merchants', 'budi', {
        body: town.application(CITY, {
          name: `Usaha ${number}`,
          phone: `08123450${1000 + number}`,
          nik: `357302450880${1000 + number}`,
        }),
      });
    const answers = await Promise.all(Array.from({ length: MOST_UNVERIFIED + 3 }, (_, number) => apply(number)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(MOST_UNVERIFIED);
    for (const { status, body } of answers)
      if (status !== 201) expect([status, (body as { code: string }).code]).toEqual([409, 'shop_limit']);
    // A shop that is verified makes room for another.
    await town.verifies({
      merchantId: (made[0] as unknown as { body: { merchantId: string } }).body.merchantId,
      owner: 'budi',
      cityCode: CITY,
    });
    expect((await apply(99)).status).toBe(201);
    expect((await apply(100)).status).toBe(409);
  });

  test('consents twice at once, and has one seat', async () => {
    await town.invites(scope, 'wati', 'staff', 'sri');
    const other = marketOf({ ...town.world, cache: new Map() });
    const both = await Promise.all(
      [town, other].map((market) => market.ask('POST /me/invitations/{scope}/accept', 'wati', { params: { scope } })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await members()).toHaveLength(2);
    expect(await removes('wati', 'wati')).toEqual([204, undefined]);
    expect(await removes('sri', 'sri')).toEqual([409, 'last_admin']);
  });
});
