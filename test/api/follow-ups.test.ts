import { beforeAll, describe, expect, test } from 'vitest';
import { freshTable, testClock, testWorld } from '../engine.ts';
import { refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';
import { watched } from '../table/clients.ts';

const CITY = '35.73';
const clock = testClock('2026-09-05T02:00:00.000Z');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let reads: () => number;
const admin = () => town.adminOf(CITY);
beforeAll(async () => {
  const table = watched(await freshTable());
  reads = () => table.sent.length;
  world = await testWorld({ now: clock.now, table });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  await town.seats(`city:${CITY}`, 'joko', 'city-admin');
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
});

const names: Record<string, string> = { joko: 'Pak Joko' };
const takes = (shop: Shop, officer: string, but: { by?: string; headers?: Record<string, string> } = {}) =>
  town.ask('PUT /cities/{city}/follow-ups/{merchantId}/officer', but.by ?? officer, {
    params: { city: CITY, merchantId: shop.merchantId },
    body: { officer, officerName: names[officer] ?? 'Bu Retno' },
    ...(but.headers ? { headers: but.headers } : {}),
  });
const steps = (shop: Shop, by: string, state: 'contacted' | 'visited' | 'solved', note = 'Harga akan diturunkan.') =>
  town.as(by)('POST /cities/{city}/follow-ups/{merchantId}/steps', {
    params: { city: CITY, merchantId: shop.merchantId },
    body: { state, note },
  });
const reading = (shop: Shop, by: string, city = CITY) =>
  town.as(by)('GET /cities/{city}/follow-ups/{merchantId}', { params: { city, merchantId: shop.merchantId } });
const listed = async (query: { span?: 'open' | 'over'; officer?: string } = {}) =>
  (await town.as(admin())('GET /cities/{city}/follow-ups', { params: { city: CITY }, query })).items;

describe('a shop that a city looks after', () => {
  test('is one officer’s, however many reach for it at once', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Rebutan' });
    const answers = await Promise.all([takes(shop, admin()), takes(shop, 'joko')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { followUp } = await reading(shop, 'joko');
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'follow_up_taken' });
    expect(String(lost?.body['title'])).toContain(`Dapur Rebutan sedang ditangani ${followUp?.officerName}`);
  });

  test('goes to a colleague who has seen whose it is, and then only that one writes on', async () => {
    const shop = await town.opens(CITY, {});
    await takes(shop, admin());
    expect((await takes(shop, 'joko', { headers: { 'if-match': '"7"' } })).body).toMatchObject({
      code: 'version_mismatch',
    });
    expect((await takes(shop, 'joko', { headers: { 'if-match': '"1"' } })).status).toBe(200);
    expect(await refusedWithoutTrace(world, () => steps(shop, admin(), 'visited'))).toMatchObject({
      code: 'follow_up_taken',
    });
    await steps(shop, 'joko', 'visited');
    await steps(shop, 'joko', 'visited');
    const { followUp } = await reading(shop, admin());
    expect(followUp).toMatchObject({ state: 'visited', officerName: 'Pak Joko', version: 3 });
    expect(followUp?.steps).toHaveLength(1);
  });

  test('is given to people of the city who may act for it, and to nobody else', async () => {
    const shop = await town.opens(CITY, {});
    for (const officer of ['inspektur', 'seseorang', town.adminOf('35.78')])
      expect((await takes(shop, officer, { by: admin() })).body).toMatchObject({ code: 'membership_not_found' });
    expect((await takes(shop, 'joko', { by: admin() })).status).toBe(200);
    expect((await takes(shop, admin(), { by: 'inspektur' })).status).toBe(403);
  });

  test('is there for its own city alone; the inspectorate reads it without the phone', async () => {
    const shop = await town.opens(CITY, {});
    expect((await reading(shop, admin())).shop.phone).toMatch(/^\+62/);
    expect((await reading(shop, 'inspektur')).shop.phone).toBeNull();
    expect((await refusalOf(reading(shop, town.adminOf('35.78'), '35.78'))).code).toBe('merchant_not_found');
    expect((await refusalOf(steps(shop, admin(), 'visited'))).code).toBe('follow_up_not_found');
  });

  test('is on its officer’s list until it is over, and each act is in the audit trail', async () => {
    const shop = await town.opens(CITY, { name: 'Dapur Daftar' });
    await takes(shop, 'joko');
    const mine = async (span: 'open' | 'over') =>
      (await listed({ span, officer: 'joko' })).some(({ merchantId }) => merchantId === shop.merchantId);
    expect([await mine('open'), await mine('over')]).toEqual([true, false]);
    await steps(shop, 'joko', 'solved', 'Sudah menjual lagi.');
    expect([await mine('open'), await mine('over')]).toEqual([false, true]);
    const { items } = await town.as('inspektur')('GET /cities/{city}/audit', { params: { city: CITY } });
    expect(items.slice(0, 2).map(({ act, by, details }) => [act, by, details])).toEqual([
      ['follow-up-recorded', 'joko', { state: 'solved' }],
      ['follow-up-assigned', 'joko', { officer: 'joko' }],
    ]);
    expect(JSON.stringify(items)).not.toContain('Sudah menjual lagi');
  });

  test('tells month by month whether it sold after, read by key whatever the list is long', async () => {
    const [sells, silent] = [await town.opens(CITY, {}), await town.opens(CITY, {})];
    const product = await town.offers(sells);
    for (const shop of [sells, silent]) await takes(shop, 'joko');
    clock.set('2026-10-12T02:00:00.000Z');
    await town.sells(sells, product, 2);
    const soldBy = async (shop: Shop) =>
      (await listed({ officer: 'joko' })).find(({ merchantId }) => merchantId === shop.merchantId)?.soldAfter;
    expect(await soldBy(sells)).toEqual([{ month: '2026-10', sold: true }]);
    expect(await soldBy(silent)).toEqual([{ month: '2026-10', sold: false }]);
    expect((await reading(sells, 'inspektur')).soldAfter).toEqual([{ month: '2026-10', sold: true }]);
    const before = reads();
    await listed();
    expect(reads() - before).toBeLessThanOrEqual(4);
  });
});
