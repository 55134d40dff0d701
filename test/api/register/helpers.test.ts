import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { QRIS, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let shop: Shop;
beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { helperName: 'Rina dari kelurahan' }, 'rina');
});
const acts = async (person = 'rina') => {
  const asked = { params: { merchantId: shop.merchantId }, query: { limit: 100 } };
  return (await town.as(person)('GET /merchants/{merchantId}/helper-acts', asked)).items;
};
const operations = async () => (await acts()).map(({ operation }) => operation).sort();
const scope = () => `merchant:${shop.merchantId}`;

const confirms = (person: string, by = town.adminOf(CITY)) =>
  town.as(by)('POST /merchants/{merchantId}/owners/{person}/confirm', {
    params: { merchantId: shop.merchantId, person },
  });
const gives = (by: string, person: string, role: 'owner' | 'staff') =>
  town.as(by)('PUT /scopes/{scope}/members/{person}', { params: { scope: scope(), person }, body: { role } });

describe('whom a helper calls in', () => {
  const closes = (person: string) =>
    town.as(person)('POST /merchants/{merchantId}/close', {
      params: { merchantId: shop.merchantId },
      body: { confirm: 'TUTUP' },
    });
  const waiting = async () => {
    const asked = { params: { merchantId: shop.merchantId } };
    const { unconfirmedOwners } = await town.as(town.adminOf(CITY))('GET /merchants/{merchantId}/file', asked);
    return unconfirmedOwners?.map(({ person }) => person);
  };

  test('is the owner once the city has seen who it is, and makes nobody sure before', async () => {
    await town.seats(scope(), 'sri', 'owner', 'rina');
    expect(await waiting()).toEqual(['sri']);
    expect(await refusalOf(closes('sri'))).toMatchObject({ code: 'not_allowed' });
    // By whichever way: invited, or raised from the staff; after the helper has left, too.
    await town.seats(scope(), 'kedua', 'owner', 'sri');
    await town.seats(scope(), 'ketiga', 'staff', 'sri');
    await gives('sri', 'ketiga', 'owner');
    await town.as('rina')('DELETE /scopes/{scope}/members/{person}', { params: { scope: scope(), person: 'rina' } });
    await town.seats(scope(), 'keempat', 'owner', 'kedua');
    expect((await waiting())?.sort()).toEqual(['kedua', 'keempat', 'ketiga', 'sri']);
    await confirms('kedua');
    expect((await waiting())?.sort()).toEqual(['keempat', 'ketiga', 'sri']);
    // Whoever is sure cannot be put out by who is not, and makes others sure.
    const out = town.as('sri')('DELETE /scopes/{scope}/members/{person}', {
      params: { scope: scope(), person: 'kedua' },
    });
    for (const refused of [out, gives('sri', 'kedua', 'staff')])
      expect(await refusalOf(refused)).toMatchObject({ code: 'not_allowed' });
    await gives('kedua', 'ketiga', 'staff');
    await gives('kedua', 'ketiga', 'owner');
    expect((await waiting())?.sort()).toEqual(['keempat', 'sri']);
    await closes('ketiga');
  });

  test('is not confirmed by an officer who helped, who is the one called in, or of another city', async () => {
    await town.founds('35.78');
    await town.seats(`city:${CITY}`, 'rina', 'city-admin', town.adminOf(CITY));
    await town.seats(`city:${CITY}`, 'lurah', 'city-admin', town.adminOf(CITY));
    await town.seats(scope(), 'lurah', 'owner', 'rina');
    for (const by of ['rina', 'lurah'])
      expect(await refusalOf(confirms('lurah', by))).toMatchObject({ code: 'own_shop' });
    expect(await refusalOf(confirms('lurah', town.adminOf('35.78')))).toMatchObject({ code: 'merchant_not_found' });
    expect(await refusalOf(confirms('orang-lain'))).toMatchObject({ code: 'membership_not_found' });
    await confirms('lurah');
    // The second click finds it done, and one act is on record.
    await confirms('lurah');
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } });
    expect(items.filter(({ act, person }) => act === 'owner-confirmed' && person === 'lurah')).toHaveLength(1);
  });
});

describe('who acts for an owner without a phone', () => {
  test('leaves every act on record, from the application on, in the same commit', async () => {
    expect(await operations()).toEqual(['register-merchant']);
    const product = await town.offers(shop, { amount: 5 });
    const order = await town.buys('ani', product);
    await town.moves('rina', 'accept', order);
    await town.moves('rina', 'deliver', order);
    await town.as('rina')('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId: shop.merchantId },
      body: { courier: { feeRupiah: 5_000, freeFromRupiah: null, districts: [] }, pickUp: null },
    });
    await town.as('rina')('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: product.productId },
      body: { amount: 7 },
    });
    await town.as('rina')('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId: shop.merchantId, month: clock.now().slice(0, 7) },
      body: { outside: [{ channel: 'own-place', rupiah: 100_000 }] },
    });
    const named = await operations();
    expect(named).toEqual(
      ['accept-order', 'add-product', 'count-stock', 'deliver-order', 'register-merchant']
        .concat(['save-turnover', 'set-delivery-terms'])
        .sort(),
    );
    expect((await acts())[0]).toMatchObject({ by: 'rina', helperName: 'Rina dari kelurahan' });
  });

  test('leaves nothing on record for what was refused, read, or bought elsewhere', async () => {
    const product = await town.offers(await town.opens(CITY, { nik: '3573024508800071' }));
    await town.buys('rina', product);
    await town.as('rina')('GET /merchants/{merchantId}/file', { params: { merchantId: shop.merchantId } });
    await refusalOf(town.offers(shop, { name: '' }));
    expect(await operations()).toEqual(['register-merchant']);
  });

  test('is read by the owner and the city, and by nobody else', async () => {
    await town.seats(scope(), 'sri', 'owner', 'rina');
    for (const person of ['sri', town.adminOf(CITY)]) expect((await acts(person)).length).toBeGreaterThan(0);
    expect(await refusalOf(acts('ani'))).toMatchObject({ status: 404 });
  });

  test('consents to nothing for them: no story, no bank, no end of the shop', async () => {
    const params = { merchantId: shop.merchantId };
    const body = { bankId: 'bnk_00000000000000000000000000', schemeId: 'sch_00000000000000000000000000' } as const;
    const asked: Promise<unknown>[] = [
      town.as('rina')('POST /merchants/{merchantId}/story/consent', { params, body: { version: 1 } }),
      town.as('rina')('POST /merchants/{merchantId}/capital-applications', {
        params,
        body: {
          ...body,
          amountRupiah: 20_000_000,
          phone: '081234567890',
          consent: { months: 6, days: 30, repeated: true },
        },
      }),
      town.as('rina')('POST /merchants/{merchantId}/close', { params, body: { confirm: 'TUTUP' } }),
    ];
    for (const refused of asked) expect(await refusalOf(refused)).toMatchObject({ code: 'not_allowed' });
    expect(await operations()).toEqual(['register-merchant']);
  });

  test('says of the money what the city still looks at, and nothing once buyers see it', async () => {
    const mine = { bank: '002', number: '0099887766', holder: 'Rina' } as const;
    const gives = ({ merchantId }: { merchantId: string }, person = 'rina') =>
      town.as(person)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: { account: mine } });
    const ways = (qris?: string | null, person = 'rina') =>
      town.as(person)('PUT /merchants/{merchantId}/payment-ways', {
        params: { merchantId: shop.merchantId },
        body: { cod: { maxRupiah: 100_000, districts: [] }, qris, transfer: false },
      });
    const waits = await town.applies(
      CITY,
      { helperName: 'Rini', nik: '3573024508800072', phone: '0812-0000-7272' },
      'rini',
    );
    expect((await gives(waits, 'rini')).account).toMatchObject({ holder: 'Rina' });
    const provides = (person: string) =>
      town.as(person)('PUT /merchants/{merchantId}/payment-providers/{provider}', {
        params: { merchantId: shop.merchantId, provider: 'midtrans' },
        body: { serverKey: 'SB-Mid-server-punya-rina' },
      });
    for (const refused of [gives(shop), ways(QRIS), provides('rina')])
      expect(await refusalOf(refused)).toMatchObject({ code: 'not_allowed' });
    await ways();
    await town.seats(scope(), 'sri', 'owner', 'rina');
    // Who was called in may be the helper's own second account: the city looks first.
    for (const refused of [gives(shop, 'sri'), ways(QRIS, 'sri'), provides('sri')])
      expect(await refusalOf(refused)).toMatchObject({ code: 'not_allowed' });
    await confirms('sri');
    await gives(shop, 'sri');
    await ways(QRIS, 'sri');
    await provides('sri');
    // The rest of the ways is a helper's work, and the owner's QRIS stays through it.
    expect((await ways()).qris).toMatchObject({ nmid: 'ID1020000000001' });
    expect((await ways(QRIS)).qris).toMatchObject({ nmid: 'ID1020000000001' });
    expect((await ways(null)).qris).toBeNull();
  });

  test('calls in one owner and no second, who could put the first out for them', async () => {
    const gives = (person: string, role: 'owner' | 'staff') =>
      town.as('rina')('PUT /scopes/{scope}/members/{person}', { params: { scope: scope(), person }, body: { role } });
    await town.seats(scope(), 'kawan', 'staff', 'rina');
    for (const person of ['sri', 'boneka']) await gives(person, 'owner');
    // Called in again before anybody came is called in once.
    await gives('sri', 'owner');
    await town.consents(scope(), 'sri');
    for (const refused of [town.consents(scope(), 'boneka'), gives('boneka', 'owner'), gives('lain', 'owner')])
      expect(await refusalOf(refused)).toMatchObject({ code: 'not_allowed' });
    expect(await refusalOf(gives('kawan', 'owner'))).toMatchObject({ code: 'not_allowed' });
    await gives('lain', 'staff');
    await town.seats(scope(), 'budi', 'owner', 'sri');
    const { items } = await town.as('sri')('GET /scopes/{scope}/members', {
      params: { scope: scope() },
      query: { state: 'held' },
    });
    expect(items.map(({ person, role }) => `${person} ${role}`).sort()).toEqual([
      'budi owner',
      'kawan staff',
      'rina owner',
      'sri owner',
    ]);
  });

  test('can call the owner in, and never put the owner out; the owner ends it', async () => {
    await town.seats(scope(), 'sri', 'owner', 'rina');
    const params = (person: string) => ({ params: { scope: scope(), person } });
    const out = town.as('rina')('DELETE /scopes/{scope}/members/{person}', params('sri'));
    expect(await refusalOf(out)).toMatchObject({ code: 'not_allowed' });
    const lower = town.as('rina')('PUT /scopes/{scope}/members/{person}', {
      ...params('sri'),
      body: { role: 'staff' },
    });
    expect(await refusalOf(lower)).toMatchObject({ code: 'not_allowed' });
    await town.as('sri')('DELETE /scopes/{scope}/members/{person}', params('rina'));
    expect(await refusalOf(town.offers(shop))).toMatchObject({ status: 404 });
    // What an owner does is nobody's help.
    const before = (await acts('sri')).length;
    await town.offers({ ...shop, owner: 'sri' });
    expect((await acts('sri')).length).toBe(before);
  });
});
