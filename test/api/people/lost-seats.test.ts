import { beforeEach, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, QRIS, refusalOf, type Shop, type Town, townOf } from '../../market.ts';
import { isWrite, tampered } from '../../table/clients.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let scope: string;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, {}, 'sri');
  scope = `merchant:${shop.merchantId}`;
});

const removes = (by: string, person: string, of = scope) =>
  town.as(by)('DELETE /scopes/{scope}/members/{person}', { params: { scope: of, person } });

/** The market as somebody finds it whose request is on its way while `lost` happens: just before it first writes. */
const meanwhile = (lost: () => Promise<unknown>) => {
  let before = true;
  const table = tampered(town.world.table, {
    before: async (sent) => {
      if (!isWrite(sent) || !before) return;
      before = false;
      await lost();
    },
  });
  return marketOf({ ...town.world, table });
};
const typesOf = async (type: string) => (await everything(town.world)).filter((item) => item.type === type);

describe('a right that is lost while a request is on its way', () => {
  test('seats nobody: an inviter’s, by invitation and by link', async () => {
    await town.seats(scope, 'joko', 'owner', 'sri');
    await town.invites(scope, 'wati', 'staff', 'joko');
    const link = town.as('joko')('POST /scopes/{scope}/invitation-links', {
      params: { scope },
      body: { role: 'staff' },
    });
    const { token } = await link;
    const late = meanwhile(() => removes('sri', 'joko')).as('wati');
    expect((await refusalOf(late('POST /me/invitations/{scope}/accept', { params: { scope } }))).code).toBe(
      'invitation_not_found',
    );
    await town.seats(scope, 'joko', 'owner', 'sri');
    const later = meanwhile(() => removes('sri', 'joko')).as('budi');
    expect((await refusalOf(later('POST /me/invitation-links/accept', { body: { scope, token } }))).code).toBe(
      'invitation_not_found',
    );
    expect((await typesOf('Membership')).filter((seat) => seat['scope'] === scope)).toHaveLength(1);
  });

  test('makes no link and no invitation, and changes no role, no account, no QRIS and no keys', async () => {
    const { merchantId } = shop;
    for (const asked of [
      (as: ReturnType<Town['as']>) =>
        as('POST /scopes/{scope}/invitation-links', { params: { scope }, body: { role: 'staff' } }),
      (as: ReturnType<Town['as']>) =>
        as('PUT /scopes/{scope}/members/{person}', { params: { scope, person: 'kawan' }, body: { role: 'owner' } }),
      (as: ReturnType<Town['as']>) =>
        as('PATCH /merchants/{merchantId}', {
          params: { merchantId: shop.merchantId },
          body: { account: { bank: '002', number: '0011-2233-4455', holder: 'Joko' } },
        }),
      (as: ReturnType<Town['as']>) =>
        as('PUT /merchants/{merchantId}/payment-ways', {
          params: { merchantId },
          body: { cod: null, qris: QRIS, transfer: false },
        }),
      (as: ReturnType<Town['as']>) =>
        as('PUT /merchants/{merchantId}/payment-providers/{provider}', {
          params: { merchantId, provider: 'midtrans' },
          body: { serverKey: 'SB-Mid-server-of-joko' },
        }),
      (as: ReturnType<Town['as']>) =>
        as('PUT /merchants/{merchantId}/courier-partners/{partner}', {
          params: { merchantId, partner: 'lalamove' },
          body: { apiKey: 'pk_test_of_joko', apiSecret: 'sk_test_of_joko' },
        }),
    ]) {
      await town.seats(scope, 'joko', 'owner', 'sri');
      const late = meanwhile(() => removes('sri', 'joko')).as('joko');
      expect((await refusalOf(asked(late))).status).toBe(404);
    }
    expect(await typesOf('InvitationLink')).toEqual([]);
    expect(await typesOf('Invitation')).toEqual([]);
    for (const type of ['AccountChange', 'PaymentWays', 'PaymentProvider', 'CourierKeys'])
      expect(await typesOf(type)).toEqual([]);
  });

  test('decides nothing as the city: who a shop is, its proposal, its standing on the market', async () => {
    const acts = await typesOf('AuditEntry');
    const [merchantId, params] = [shop.merchantId, { merchantId: shop.merchantId }];
    await town.as('sri')('PATCH /merchants/{merchantId}', { params, body: { name: 'Dapur Tugu' } });
    const asked = [
      (as: ReturnType<Town['as']>) =>
        as('POST /merchants/{merchantId}/identity', { params, body: { ownerName: 'Sri W', reason: 'KTP' } }),
      (as: ReturnType<Town['as']>) => as('POST /merchants/{merchantId}/proposal/confirm', { params }),
      (as: ReturnType<Town['as']>) => as('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Palsu' } }),
      (as: ReturnType<Town['as']>) =>
        as('PATCH /cities/{city}', { params: { city: CITY }, body: { accent: '#aa0000' } }),
    ];
    for (const one of asked) {
      await town.seats(`city:${CITY}`, 'petugas', 'city-admin');
      const late = meanwhile(() => removes('operator', 'petugas', `city:${CITY}`)).as('petugas');
      expect([403, 404]).toContain((await refusalOf(one(late))).status);
    }
    const shopNow = (await typesOf('Merchant')).find((item) => item['merchantId'] === merchantId);
    expect(shopNow).toMatchObject({ name: 'Dapur Bu Sri', ownerName: 'Sri', status: 'verified' });
    const after = (await typesOf('AuditEntry')).filter(({ by }) => by === 'petugas');
    expect(new Set(after.map(({ act }) => act))).toEqual(new Set(['seat-taken']));
    expect(acts.length).toBeGreaterThan(0);
  });
});

describe('an invitation', () => {
  test('does not come back with a seat that was given again', async () => {
    await town.seats(scope, 'joko', 'owner', 'sri');
    await town.invites(scope, 'wati', 'staff', 'joko');
    await removes('sri', 'joko');
    clock.pass(1);
    await town.seats(scope, 'joko', 'owner', 'sri');
    expect((await refusalOf(town.consents(scope, 'wati'))).code).toBe('invitation_not_found');
  });
});

describe('a proposal', () => {
  test('of an owner who left is not confirmed, before nor meanwhile; the present owner withdraws it and proposes anew', async () => {
    const params = { merchantId: shop.merchantId };
    const confirms = (market: Pick<Town, 'as'> = town) =>
      market.as(town.adminOf(CITY))('POST /merchants/{merchantId}/proposal/confirm', { params });
    await town.seats(scope, 'joko', 'owner', 'sri');
    const proposes = (person: string, name: string) =>
      town.as(person)('PATCH /merchants/{merchantId}', { params, body: { name } });
    await proposes('joko', 'Dapur Joko');
    expect((await refusalOf(confirms(meanwhile(() => removes('sri', 'joko'))))).code).toBe('proposal_not_found');
    expect((await refusalOf(confirms())).code).toBe('proposal_not_found');
    await town.as('sri')('POST /merchants/{merchantId}/proposal/withdraw', { params });
    await proposes('sri', 'Dapur Tugu');
    expect(await confirms()).toMatchObject({ name: 'Dapur Tugu' });
  });
});
