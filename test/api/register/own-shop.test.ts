import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const DAY_MS = 86_400_000;
let clock: Clock;
let town: Town;
let admin: string;
let people = 0;

beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  admin = town.adminOf(CITY);
});

/** An application of somebody with a number and a phone of their own. */
const applies = (owner?: string) => {
  people += 1;
  const number = String(people).padStart(4, '0');
  return town.applies(
    CITY,
    { nik: `357302450880${number}`, phone: `0812345${number}`, name: `Dapur ${number}` },
    owner,
  );
};
const scopeOf = ({ merchantId }: Shop) => `merchant:${merchantId}`;
const leaves = (shop: Shop, person: string) =>
  town.as(person)('DELETE /scopes/{scope}/members/{person}', { params: { scope: scopeOf(shop), person } });
const decisions = ({ merchantId }: Shop) => {
  const params = { merchantId };
  const reason = 'Alasan yang jelas';
  const as = town.as(admin);
  return {
    verify: () => as('POST /merchants/{merchantId}/verify', { params }),
    return: () => as('POST /merchants/{merchantId}/return', { params, body: { reasons: [{ field: 'nik', reason }] } }),
    correct: () => as('POST /merchants/{merchantId}/identity', { params, body: { ownerName: 'Lain', reason } }),
    rule: () =>
      as('POST /cities/{city}/owner-rulings', {
        params: { city: CITY },
        body: { rule: 'no_evidence', kind: 'phone', shopId: merchantId, reason },
      }),
    reopen: () =>
      as('POST /merchants/{merchantId}/turnover/{month}/reopen', {
        params: { ...params, month: '2026-11' },
        body: { reason },
      }),
    scale: () =>
      as('PUT /merchants/{merchantId}/scale', {
        params,
        body: { scale: 'micro', fromYear: '2026', basis: reason },
      }),
  };
};
const refused = async (shop: Shop) => {
  for (const [name, decide] of Object.entries(decisions(shop)))
    expect((await refusedWithoutTrace(town.world, decide)).code, name).toBe('own_shop');
};

describe('an officer decides nothing about', () => {
  test('a shop they applied for, also when they have handed it on', async () => {
    const shop = await applies(admin);
    await refused(shop);
    await town.seats(scopeOf(shop), 'kakak', 'owner', admin);
    await leaves(shop, admin);
    await refused(shop);
    clock.pass(3 * 365 * DAY_MS);
    await refused(shop);
  });

  test('a shop they worked in, for a year after they left it, however they left', async () => {
    const [left, ousted] = [await applies('sri'), await applies('sri')];
    for (const shop of [left, ousted]) await town.seats(scopeOf(shop), admin, 'staff', 'sri');
    await leaves(left, admin);
    await town.as('sri')('DELETE /scopes/{scope}/members/{person}', {
      params: { scope: scopeOf(ousted), person: admin },
    });
    for (const shop of [left, ousted]) await refused(shop);
    clock.pass(364 * DAY_MS);
    await refused(left);
    clock.pass(2 * DAY_MS);
    for (const shop of [left, ousted]) expect(await town.verifies(shop)).toMatchObject({ status: 'verified' });
  });

  test('a shop of the owner, or of the people, they run another shop with', async () => {
    const [work, sister, shared, foreign] = [
      await applies('sri'),
      await applies('sri'),
      await applies('joko'),
      await applies(),
    ];
    await town.seats(scopeOf(work), admin, 'staff', 'sri');
    await town.seats(scopeOf(work), 'paman', 'staff', 'sri');
    await town.seats(scopeOf(shared), 'paman', 'staff', 'joko');
    for (const shop of [sister, shared]) await refused(shop);
    // And from the day on which they leave.
    await leaves(work, admin);
    for (const shop of [sister, shared]) await refused(shop);
    expect(await town.verifies(foreign)).toMatchObject({ status: 'verified' });
  });

  test('an application under the number of a shop they work in, whoever hands it in', async () => {
    const work = await applies('sri');
    await town.verifies(work);
    await town.seats(scopeOf(work), admin, 'owner', 'sri');
    const nik = `357302450880${String(people).padStart(4, '0')}`;
    await refused(await town.applies(CITY, { nik, phone: '0813-9999-0001', name: 'Toko Suruhan' }, 'suruhan'));
    expect(await town.verifies(await applies())).toMatchObject({ status: 'verified' });
  });

  test('what nobody but another officer may: they do', async () => {
    const shop = await applies(admin);
    await town.seats(`city:${CITY}`, 'petugas-lain', 'city-admin');
    const params = { merchantId: shop.merchantId };
    expect(await town.as('petugas-lain')('POST /merchants/{merchantId}/verify', { params })).toMatchObject({
      status: 'verified',
    });
    await refusedWithoutTrace(town.world, () =>
      town.as(admin)('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Alasan yang jelas' } }),
    );
  });

  test('nothing for a phone that somebody wrote down to keep them from deciding', async () => {
    const work = await applies('sri');
    await town.seats(scopeOf(work), admin, 'staff', 'sri');
    const { phone } = await town.as('sri')('GET /merchants/{merchantId}/file', {
      params: { merchantId: work.merchantId },
    });
    const shop = await town.applies(CITY, { nik: '3573024508807777', phone, name: 'Toko Lain' });
    expect(await town.verifies(shop)).toMatchObject({ status: 'verified' });
  });
});
