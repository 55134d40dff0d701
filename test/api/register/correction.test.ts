import { beforeEach, describe, expect, test } from 'vitest';
import { eventOf } from '../../../events/changes.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const RIGHT = '3573024508809999';
const reason = 'Salah ketik; KTP sudah dilihat';
let town: Town;
let shop: Shop;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  shop = await town.opens(CITY, { nib: '9120001234567' }, 'sri');
});

const corrects = (body: object, of = shop, headers = {}) =>
  town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/identity', {
    params: { merchantId: of.merchantId },
    body: { reason, ...body } as never,
    headers,
  });
const stored = async () => (await everything(town.world)).find(({ type }) => type === 'Merchant');
const acts = async () =>
  (await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } })).items;

describe('who a verified shop is', () => {
  test('is mended by the city with its reason, and the act is on record without the numbers', async () => {
    const before = await stored();
    const mended = await corrects({ nik: RIGHT, nib: '9120007654321', name: 'Dapur Bu Sri Rahayu' });
    expect(mended).toMatchObject({ nik: '••••••••••••9999', nib: '•••••••••4321', name: 'Dapur Bu Sri Rahayu' });
    expect(mended.corrections).toMatchObject([{ fields: ['nik', 'nib', 'name'], reason, by: town.adminOf(CITY) }]);
    expect(mended.status).toBe('verified');
    expect((await acts())[0]).toMatchObject({ act: 'identity-corrected', details: { fields: 'nik nib name' } });
    expect(JSON.stringify(await acts())).not.toMatch(/9999|4321|Rahayu|KTP/);
    const after = await stored();
    expect(eventOf({ before, after, at: '2026-11-10T02:00:00.000Z' } as never)?.type).toBe('MerchantChanged');
    // Said again it is done: nothing more is written.
    expect(await corrects({ nik: RIGHT })).toMatchObject({ version: mended.version });
    expect((await acts()).filter(({ act }) => act === 'identity-corrected')).toHaveLength(1);
  });

  test('under another number is another owner, or the one whose number it is; the former keeps theirs', async () => {
    const sister = await town.opens(CITY, { name: 'Kedua', phone: '0812-1111-2222' }, 'wati');
    const other = await town.opens(CITY, { name: 'Ketiga', nik: RIGHT, phone: '0812-3333-4444' }, 'joko');
    const ownerOf = async ({ merchantId, owner }: Shop) =>
      (await town.as(owner)('GET /merchants/{merchantId}/file', { params: { merchantId } })).ownerId;
    expect(await ownerOf(sister)).toBe(await ownerOf(shop));
    await corrects({ nik: '3573024508808888' }, sister);
    expect(await ownerOf(sister)).not.toBe(await ownerOf(shop));
    await corrects({ nik: RIGHT }, sister);
    expect(await ownerOf(sister)).toBe(await ownerOf(other));
  });

  test.each<[string, object, string]>([
    ['nothing', {}, '/'],
    ['no reason', { nik: RIGHT, reason: '' }, '/reason'],
    ['no number', { nik: '123' }, '/nik'],
    ['another field', { nik: RIGHT, phone: '0812-3456-0000' }, '/phone'],
  ])('is not mended by %s', async (_, body, pointer) => {
    const { code, body: told } = await refusedWithoutTrace(town.world, () => corrects(body));
    expect(code).toBe('invalid_request');
    expect(told['errors']).toMatchObject([{ pointer }]);
  });

  test('is not mended over what another officer wrote meanwhile', async () => {
    const { code } = await refusedWithoutTrace(town.world, () => corrects({ nik: RIGHT }, shop, { 'if-match': '"1"' }));
    expect(code).toBe('version_mismatch');
  });
});

describe('a proposal', () => {
  const params = () => ({ merchantId: shop.merchantId });
  const proposes = (name: string) =>
    town.as('sri')('PATCH /merchants/{merchantId}', { params: params(), body: { name } });
  const withdraws = (by = 'sri') => town.as(by)('POST /merchants/{merchantId}/proposal/withdraw', { params: params() });
  const confirms = () =>
    town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/proposal/confirm', { params: params() });

  test('is taken back by its shop, so that another can be made', async () => {
    await proposes('Dapur Tugu');
    expect((await refusedWithoutTrace(town.world, () => proposes('Dapur Alun'))).code).toBe('proposal_open');
    expect(await withdraws()).toMatchObject({
      name: 'Dapur Bu Sri',
      proposed: { state: 'withdrawn', decidedBy: 'sri' },
    });
    const again = await withdraws();
    expect(again.proposed?.state).toBe('withdrawn');
    expect((await refusedWithoutTrace(town.world, confirms)).code).toBe('proposal_not_found');
    await proposes('Dapur Alun');
    expect(await confirms()).toMatchObject({ name: 'Dapur Alun' });
  });

  test('that was decided, or never made, cannot be', async () => {
    expect((await refusedWithoutTrace(town.world, withdraws)).code).toBe('proposal_not_found');
    await proposes('Dapur Tugu');
    await confirms();
    expect((await refusedWithoutTrace(town.world, withdraws)).code).toBe('proposal_not_found');
  });

  test('is its owner’s alone to take back', async () => {
    await proposes('Dapur Tugu');
    await town.seats(`merchant:${shop.merchantId}`, 'wati', 'staff', 'sri');
    for (const person of ['wati', 'orang-lain', town.adminOf(CITY)])
      expect((await refusedWithoutTrace(town.world, () => withdraws(person))).status).toBe(404);
  });
});
