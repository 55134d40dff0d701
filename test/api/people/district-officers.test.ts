import { beforeAll, describe, expect, test } from 'vitest';
import { routeKeys, routeOf } from '../../../shared/contract.ts';
import { closeCity } from '../../close-city.ts';
import { freshTable, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const [HOME, AWAY] = [`${CITY}.02`, `${CITY}.05`];
const OFFICER = 'petugas';
const NO_VISIT = `vis_${'0'.repeat(26)}`;
const clock = testClock('2026-08-05T02:00:00.000Z');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let here: Shop;
let there: Shop;
const admin = () => town.as(town.adminOf(CITY));
const officer = () => town.as(OFFICER);

const villageOf = (district: string) => `${district}.1001`;
const opensIn = (district: string, name: string) =>
  town.opens(CITY, {
    name,
    district,
    village: villageOf(district),
    account: { bank: '014', number: '0011223344', holder: 'Sri' },
  });
const districts = [HOME, AWAY].map((code) => ({
  code,
  name: code === HOME ? 'Klojen' : 'Lowokwaru',
  villages: [{ code: villageOf(code), name: 'Kelurahan' }],
}));
beforeAll(async () => {
  world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  await town.founds(CITY, { districts });
  await town.seats(`district:${HOME}`, OFFICER, 'district-officer', town.adminOf(CITY));
  await town.seats(`district:${AWAY}`, 'petugas-lain', 'district-officer', town.adminOf(CITY));
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  [here, there] = [await opensIn(HOME, 'Dapur Klojen'), await opensIn(AWAY, 'Dapur Lowokwaru')];
  for (const shop of [here, there]) {
    const { productId } = await town.offers(shop);
    const params = { merchantId: shop.merchantId, productId };
    await town.as('ani')('POST /merchants/{merchantId}/products/{productId}/reports', {
      params,
      body: { kind: 'other' },
    });
  }
  clock.set('2026-10-12T02:00:00.000Z');
  const close = { phase: 'final', takenAt: clock.now() } as const;
  for (const month of ['2026-08', '2026-09']) await closeCity(world, memoryFiles(), CITY, { ...close, month });
});

const city = { city: CITY };
const takes = (shop: Shop, by: string, person = by) =>
  town.as(by)('PUT /cities/{city}/follow-ups/{merchantId}/officer', {
    params: { ...city, merchantId: shop.merchantId },
    body: { officer: person, officerName: 'Bu Lurah' },
  });
const steps = (shop: Shop, by: string) =>
  town.as(by)('POST /cities/{city}/follow-ups/{merchantId}/steps', {
    params: { ...city, merchantId: shop.merchantId },
    body: { state: 'visited', note: 'Sudah didatangi.' },
  });
/** Every list of shops of the city, as the names of those somebody finds. */
const found = async (person: string) => {
  const as = town.as(person);
  const register = await as('GET /cities/{city}/register', { params: city, query: { status: 'verified' } });
  const searched = await as('GET /cities/{city}/register', { params: city, query: { q: 'dapur' } });
  const phoned = await as('GET /cities/{city}/register', { params: city, query: { q: '0812 3456 7890' } });
  const cases = await as('GET /cities/{city}/goods-cases', { params: city });
  const standings = await as('GET /cities/{city}/standings/{month}', { params: { ...city, month: '2026-08' } });
  const gap = await as('GET /cities/{city}/gap/{month}', { params: { ...city, month: '2026-09' } });
  return {
    register: register.items.map(({ name }) => name),
    searched: searched.items.map(({ name }) => name),
    phoned: phoned.items.map(({ name }) => name),
    cases: cases.items.map(({ merchantName }) => merchantName),
    standings: standings.items.map(({ name }) => name),
    gap: gap.items.flatMap(({ shops }) => shops.map(({ name }) => name)),
    owners: gap.summary.owners,
  };
};

describe('an officer of a district', () => {
  test('finds the shops of that district in every list, and no other, without asking', async () => {
    const own = ['Dapur Klojen'];
    expect(await found(OFFICER)).toEqual({
      register: own,
      searched: own,
      phoned: own,
      cases: own,
      standings: own,
      gap: own,
      owners: 1,
    });
    expect((await found(town.adminOf(CITY))).register).toHaveLength(2);
    const elsewhere = { params: city, query: { district: AWAY, status: 'verified' as const } };
    expect((await officer()('GET /cities/{city}/register', elsewhere)).items).toEqual([]);
  });

  test('reads a file and what happened to the shop, and not where its money goes', async () => {
    const file = await officer()('GET /merchants/{merchantId}/file', { params: here });
    expect(file).toMatchObject({ name: 'Dapur Klojen', ownerName: 'Sri' });
    expect(JSON.stringify(file)).not.toMatch(/3344|account/);
    expect((await officer()('GET /merchants/{merchantId}/timeline', { params: here })).items.length).toBeGreaterThan(0);
    for (const key of ['GET /merchants/{merchantId}/file', 'GET /merchants/{merchantId}/timeline'] as const)
      expect((await refusalOf(officer()(key, { params: there }))).code).toBe('merchant_not_found');
    const changes = officer()('GET /merchants/{merchantId}/account-changes', { params: here });
    expect((await refusalOf(changes)).code).toBe('merchant_not_found');
  });

  test('takes up shops of that district for themselves, and goes on with what is theirs', async () => {
    expect((await takes(here, OFFICER)).officer).toBe(OFFICER);
    expect((await steps(here, OFFICER)).state).toBe('visited');
    expect((await officer()('GET /cities/{city}/follow-ups', { params: city })).items).toHaveLength(1);
    expect((await town.as('petugas-lain')('GET /cities/{city}/follow-ups', { params: city })).items).toEqual([]);
    const reading = await officer()('GET /cities/{city}/follow-ups/{merchantId}', { params: { ...city, ...here } });
    expect(reading.shop.phone).toMatch(/^\+62/);
    for (const act of [() => takes(there, OFFICER), () => steps(there, OFFICER)])
      expect(await refusedWithoutTrace(world, act)).toMatchObject({ code: 'merchant_not_found' });
    const gives = () => takes(here, OFFICER, town.adminOf(CITY));
    expect(await refusedWithoutTrace(world, gives)).toMatchObject({ code: 'not_allowed' });
  });

  test('is given shops of that district by the city, and of no other', async () => {
    expect(await refusalOf(takes(there, town.adminOf(CITY), OFFICER))).toMatchObject({ code: 'membership_not_found' });
    expect((await takes(there, town.adminOf(CITY), 'petugas-lain')).officer).toBe('petugas-lain');
  });

  test('loses a shop that moves away, with what they noted, and it is its new district’s', async () => {
    const moving = await opensIn(HOME, 'Warung Pindah');
    await takes(moving, OFFICER);
    const change = { district: AWAY, village: villageOf(AWAY) };
    await town.as(moving.owner)('PATCH /merchants/{merchantId}', { params: moving, body: change });
    await admin()('POST /merchants/{merchantId}/proposal/confirm', { params: moving });
    expect(await refusedWithoutTrace(world, () => steps(moving, OFFICER))).toMatchObject({
      code: 'merchant_not_found',
    });
    const { items } = await officer()('GET /cities/{city}/follow-ups', { params: city });
    expect(items.map(({ name }) => name)).not.toContain('Warung Pindah');
    expect((await found(OFFICER)).standings).not.toContain('Warung Pindah');
    const theirs = await town.as('petugas-lain')('GET /cities/{city}/follow-ups', { params: city });
    expect(theirs.items.map(({ name }) => name)).toContain('Warung Pindah');
  });

  test('holds several districts by several seats, each named with its city and on record', async () => {
    const seat = await town.seats(`district:${AWAY}`, OFFICER, 'district-officer', town.adminOf(CITY));
    expect(seat).toMatchObject({ name: `Kecamatan Lowokwaru, Kota ${CITY}`, city: CITY });
    world.cache.clear();
    expect((await found(OFFICER)).register.sort()).toEqual(['Dapur Klojen', 'Dapur Lowokwaru', 'Warung Pindah']);
    const { items } = await town.as('inspektur')('GET /cities/{city}/district-officers', { params: city });
    expect(items.map(({ scope, person }) => [scope, person])).toEqual([
      [`district:${HOME}`, OFFICER],
      [`district:${AWAY}`, OFFICER],
      [`district:${AWAY}`, 'petugas-lain'],
    ]);
    const asked = { params: { scope: `district:${AWAY}`, person: OFFICER } };
    await admin()('DELETE /scopes/{scope}/members/{person}', asked);
    world.cache.clear();
    expect((await found(OFFICER)).register).toEqual(['Dapur Klojen']);
    const { items: acts } = await town.as('inspektur')('GET /cities/{city}/audit', { params: city });
    expect(acts[0]).toMatchObject({ act: 'seat-revoked', subjects: [`district:${AWAY}`], person: OFFICER });
  });

  test('comes by a link, and whoever works for the city takes no shop by one', async () => {
    const scope = `district:${HOME}`;
    const asked = { params: { scope }, body: { role: 'district-officer' as const } };
    const { token } = await admin()('POST /scopes/{scope}/invitation-links', asked);
    const seat = await town.as('lewat-tautan')('POST /me/invitation-links/accept', { body: { scope, token } });
    expect(seat).toMatchObject({ role: 'district-officer', scope });
    for (const role of ['city-admin', 'inspectorate'] as const)
      expect(
        (await refusalOf(admin()('POST /scopes/{scope}/invitation-links', { params: { scope }, body: { role } }))).code,
      ).toBe('invalid_request');
  });
});

describe('an officer of a district who tries every filter', () => {
  beforeAll(async () => {
    const shop = await opensIn(AWAY, 'Dapur Lowokwaru');
    await takes(shop, 'petugas-lain');
    await closeCity(world, memoryFiles(), CITY, { phase: 'final', takenAt: clock.now(), month: '2026-10' });
    there = shop;
  });

  /** Whatever somebody may write behind the address of a list to find more in it. */
  const wishes = (): readonly Record<string, string>[] => [
    {},
    { district: AWAY },
    { merchant: there.merchantId },
    { merchant: there.merchantId, district: AWAY },
    { q: 'Lowokwaru' },
    { q: '3573024508800001' },
    { q: '081234567890', district: AWAY },
    { category: 'meeting-food', district: AWAY },
    { unsoldSince: '2026-08' },
    { order: 'most', district: AWAY },
    { view: 'all' },
    { officer: 'petugas-lain' },
    { state: 'planned', district: AWAY },
  ];
  const reads = routeKeys.filter((key) => {
    const { who } = routeOf(key);
    return key.startsWith('GET ') && who.includes('district-officer') && !who.includes('anybody');
  });
  const toldTo = async (key: string, person: string): Promise<string[]> => {
    const filled = { ...city, month: '2026-10', format: 'csv', merchantId: there.merchantId, visitId: NO_VISIT };
    const told: string[] = [];
    for (const query of wishes()) {
      const { body } = await town.ask(key, person, { params: filled, query } as never);
      const { bytes } = (body ?? {}) as { bytes?: Uint8Array };
      const said = bytes ? new TextDecoder().decode(bytes) : JSON.stringify(body);
      if (said.includes('Dapur Lowokwaru')) told.push(`${JSON.stringify(query)}: ${said.slice(0, 200)}`);
    }
    return told;
  };
  test.each(reads)('finds no shop of another district: %s', async (key) => {
    expect(await toldTo(key, OFFICER)).toEqual([]);
  });
  test.each([
    'GET /cities/{city}/register',
    'GET /cities/{city}/register/sheet/{format}',
    'GET /cities/{city}/standings/{month}',
    'GET /cities/{city}/follow-ups',
    'GET /merchants/{merchantId}/file',
  ])('is looked for where its city finds it: %s', async (key) => {
    expect(await toldTo(key, town.adminOf(CITY))).not.toEqual([]);
  });
});
