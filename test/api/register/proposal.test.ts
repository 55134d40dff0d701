import { beforeEach, describe, expect, test } from 'vitest';
import { eventOf } from '../../../events/changes.ts';
import { followMerchants } from '../../../functions/catalogue/follow-merchants.ts';
import { readChain } from '../../../shared/table/audit.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const moved = { name: 'Dapur Tugu', district: `${CITY}.03`, village: `${CITY}.03.1001` };
let town: Town;
let shop: Shop;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, {}, 'sri');
  await town.offers(shop);
});

const params = () => ({ merchantId: shop.merchantId });
const admin = () => town.as(town.adminOf(CITY));
const proposes = (body: object) => town.as('sri')('PATCH /merchants/{merchantId}', { params: params(), body });
const confirms = () => admin()('POST /merchants/{merchantId}/proposal/confirm', { params: params() });
const refuses = (reason = 'Belum ada surat pindah') =>
  admin()('POST /merchants/{merchantId}/proposal/refuse', { params: params(), body: { reason } });
const waiting = async () =>
  (
    await admin()('GET /cities/{city}/register', {
      params: { city: CITY },
      query: { status: 'verified', proposal: 'open' },
    })
  ).items.map(({ merchantId }) => merchantId);
const follows = () => followMerchants(() => town.world)({ detail: params() } as never);
const found = async (query: object) =>
  (await town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: query as never })).items.map(
    ({ merchantName, district }) => [merchantName, district],
  );

describe('a proposal of a verified shop', () => {
  test('changes nothing until the city confirms it; then goods, lists and the month follow', async () => {
    const asked = await proposes({ ...moved, description: 'Pedas' });
    expect(asked).toMatchObject({ name: 'Dapur Bu Sri', district: `${CITY}.02`, description: 'Pedas' });
    expect(asked.proposed).toMatchObject({ ...moved, state: 'open', by: 'sri' });
    expect(await waiting()).toEqual([shop.merchantId]);
    const before = (await everything(town.world)).find(({ type }) => type === 'Merchant');
    const done = await confirms();
    expect(done).toMatchObject({ ...moved, status: 'verified', proposed: { state: 'confirmed' } });
    const after = (await everything(town.world)).find(({ type }) => type === 'Merchant');
    const at = '2026-11-10T02:00:00.000Z';
    expect(eventOf({ before, after, at } as never)?.type).toBe('MerchantChanged');
    await follows();
    expect(await waiting()).toEqual([]);
    expect(await found({ district: moved.district })).toEqual([['Dapur Tugu', moved.district]]);
    expect(await found({ district: `${CITY}.02` })).toEqual([]);
    const standing = (await everything(town.world)).find(({ type }) => type === 'Standing');
    expect([standing?.['name'], standing?.['district'], standing?.['offering']]).toEqual([
      'Dapur Tugu',
      moved.district,
      true,
    ]);
    const { acts } = await readChain(town.world.table, CITY);
    expect(acts.at(-1)).toMatchObject({
      act: 'proposal-confirmed',
      subjects: [shop.merchantId],
      by: town.adminOf(CITY),
    });
    expect(await confirms()).toEqual(done);
  });

  test('refused with a reason leaves the shop as it was, and another may be made', async () => {
    await proposes({ name: moved.name });
    expect(await refuses()).toMatchObject({
      name: 'Dapur Bu Sri',
      proposed: { state: 'refused', reason: 'Belum ada surat pindah' },
    });
    expect((await refusedWithoutTrace(town.world, confirms)).code).toBe('proposal_not_found');
    expect((await proposes({ name: 'Dapur Ijen' })).proposed).toMatchObject({ name: 'Dapur Ijen', state: 'open' });
  });

  test('is one at a time; the same again is the same, and what the shop is already is none', async () => {
    const { proposed } = await proposes({ name: moved.name });
    expect((await proposes({ name: moved.name })).proposed).toEqual(proposed);
    const other = () => proposes({ name: 'Dapur Lain' });
    expect((await refusedWithoutTrace(town.world, other)).code).toBe('proposal_open');
    await refuses();
    expect((await proposes({ name: 'Dapur Bu Sri' })).proposed?.state).toBe('refused');
  });

  test('of a district that has no such village is refused', async () => {
    const wrong = () => proposes({ district: moved.district });
    expect((await refusedWithoutTrace(town.world, wrong)).code).toBe('region_not_found');
  });

  test('of a suspended shop waits until it is back', async () => {
    await proposes({ name: moved.name });
    await admin()('POST /merchants/{merchantId}/suspend', { params: params(), body: { reason: 'Keluhan' } });
    expect((await refusedWithoutTrace(town.world, confirms)).code).toBe('merchant_moved_on');
    await town.verifies(shop);
    expect((await confirms()).name).toBe(moved.name);
  });
});
