import { beforeEach, describe, expect, test } from 'vitest';
import { appliesAt, seatsBank } from '../../banks.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
});
const of = ({ merchantId }: Shop) => ({ params: { merchantId } });
const closes = (shop: Shop, person = shop.owner) =>
  town.as(person)('POST /merchants/{merchantId}/close', { ...of(shop), body: { confirm: 'TUTUP' } });
const leaves = ({ merchantId, owner }: Shop, person = owner) =>
  town.as(person)('DELETE /scopes/{scope}/members/{person}', {
    params: { scope: `merchant:${merchantId}`, person },
  });
const verifies = (shop: Shop) => town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/verify', of(shop));

describe('a shop that its owner closes', () => {
  test('is left by its last owner, who can then be erased, and sells nothing more', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop);
    expect((await refusalOf(leaves(shop))).code).toBe('last_admin');
    const [seat] = (await town.as(shop.owner)('GET /me/erasure')).obstacles;
    expect(seat?.mend).toContain('tutup dulu tokonya');
    const closed = await closes(shop);
    expect(closed).toMatchObject({
      status: 'suspended',
      closedAt: clock.now(),
    });
    expect((await closes(shop)).version).toBe(closed.version);
    expect((await refusalOf(town.buys('ani', product, 1))).code).toBe('merchant_closed');
    await leaves(shop);
    expect((await town.as(shop.owner)('GET /me/erasure')).obstacles).toEqual([]);
    await town.as(shop.owner)('POST /me/erasure', { body: { confirm: 'HAPUS' } });
    expect((await refusalOf(verifies(shop))).code).toBe('merchant_moved_on');
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', {
      params: { city: CITY },
      query: { act: 'merchant-closed' },
    });
    expect(items).toMatchObject([{ by: shop.owner, subjects: [shop.merchantId] }]);
  });

  test('is read by no bank from then on, nor what an owner consented to once they left', async () => {
    const bank = await seatsBank(town, CITY);
    const reads = async (applicationId: string) =>
      (
        await town.ask('GET /banks/{bankId}/applications/{applicationId}', bank.officer, {
          params: { bankId: bank.bankId, applicationId },
        })
      ).status;
    const shop = await town.opens(CITY);
    const one = await appliesAt(town, shop, bank);
    expect(await reads(one.applicationId)).toBe(200);
    await closes(shop);
    expect(await reads(one.applicationId)).toBe(404);
    const { items } = await town.as(shop.owner)('GET /merchants/{merchantId}/capital-applications', of(shop));
    expect(items).toMatchObject([{ ended: 'withdrawn', state: 'withdrawn', phone: null }]);
    await verifies(shop);
    expect(await reads(one.applicationId)).toBe(404);

    const sold = await town.opens(CITY, { nik: '3573024508800019', phone: '0812-0000-1199' });
    const two = await appliesAt(town, sold, bank);
    await town.seats(`merchant:${sold.merchantId}`, 'pembeli-toko', 'owner', sold.owner);
    expect(await reads(two.applicationId)).toBe(200);
    await leaves(sold);
    expect(await reads(two.applicationId)).toBe(404);
  });

  test('waits until nobody waits for it: orders end first, and money is confirmed or given back', async () => {
    const shop = await town.opens(CITY, { account: { bank: '014', number: '0011223344', holder: 'Sri' } });
    const product = await town.offers(shop);
    const order = await town.buys('ani', product, 1);
    for (const move of ['accept', 'deliver'] as const) {
      expect((await refusalOf(closes(shop))).code).toBe('shop_not_done');
      await town.moves(shop.owner, move, order);
    }
    expect((await refusalOf(closes(shop))).code).toBe('shop_not_done');
    await town.receives('ani', order);
    const at = { params: { orderId: order.orderId } };
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', {
      ...of(shop),
      body: { cod: null, qris: null, transfer: true },
    });
    await town.as('ani')('PUT /orders/{orderId}/payment/way', { ...at, body: { way: 'transfer' } });
    await town.as('ani')('POST /orders/{orderId}/payment/claim', { ...at, body: {} });
    expect((await refusalOf(closes(shop))).message).toContain('uang pembeli');
    await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', {
      ...at,
      body: { rupiah: order.totalRupiah },
    });
    expect((await closes(shop)).closedAt).toBeDefined();
  });

  test('is closed by an owner alone: by no staff, helper, stranger, officer, and by no slip', async () => {
    const shop = await town.opens(CITY);
    await town.seats(`merchant:${shop.merchantId}`, 'joko', 'staff', shop.owner);
    for (const person of ['joko', 'ani', town.adminOf(CITY)])
      expect((await refusalOf(closes(shop, person))).code).toBe('merchant_not_found');
    const helped = await town.applies(CITY, { helperName: 'Pendamping', nik: '3573024508800009' }, 'pendamping');
    expect((await refusalOf(closes(helped))).code).toBe('not_allowed');
    const slip = town.as(shop.owner)('POST /merchants/{merchantId}/close', {
      ...of(shop),
      body: { confirm: 'tutup' as 'TUTUP' },
    });
    expect((await refusalOf(slip)).code).toBe('invalid_request');
    const stale = town.as(shop.owner)('POST /merchants/{merchantId}/close', {
      ...of(shop),
      headers: { 'if-match': '"1"' },
      body: { confirm: 'TUTUP' },
    });
    expect((await refusalOf(stale)).code).toBe('version_mismatch');
  });

  test('is opened again by the city while its owner is there, and then needs one again', async () => {
    const shop = await town.opens(CITY);
    await closes(shop);
    expect(await verifies(shop)).toMatchObject({ status: 'verified' });
    expect(await verifies(shop)).not.toHaveProperty('closedAt');
    expect((await refusalOf(leaves(shop))).code).toBe('last_admin');
    await closes(shop);
    const race = await Promise.allSettled([leaves(shop), verifies(shop)]);
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is left by its last owner after its staff, and by one of several before', async () => {
    const shop = await town.opens(CITY);
    const scope = `merchant:${shop.merchantId}`;
    await town.seats(scope, 'joko', 'staff', shop.owner);
    await town.seats(scope, 'tono', 'owner', shop.owner);
    await closes(shop);
    await leaves(shop);
    expect((await refusalOf(leaves(shop, 'tono'))).message).toContain('Masih ada staf');
    await town.as('tono')('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'joko' } });
    await leaves(shop, 'tono');
    const race = await town.opens(CITY, { nik: '3573024508800008' });
    await town.seats(`merchant:${race.merchantId}`, 'siti', 'staff', race.owner);
    await closes(race);
    await Promise.allSettled([leaves(race), leaves(race, 'siti')]);
    await leaves(race, race.owner).catch(() => undefined);
    for (const person of ['siti', race.owner])
      expect(
        (await town.as(person)('GET /me')).memberships.filter(({ scope: of }) => of.includes(race.merchantId)),
      ).toEqual([]);
  });

  test('is an application taken back, where no city has verified it, and mended it is one again', async () => {
    const shop = await town.applies(CITY);
    expect(await closes(shop)).toMatchObject({ status: 'returned', reasons: [] });
    const body = { description: 'Kue basah' };
    const mended = await town.as(shop.owner)('PATCH /merchants/{merchantId}', { ...of(shop), body });
    expect(mended).toMatchObject({ status: 'pending' });
    expect(mended).not.toHaveProperty('closedAt');
    await closes(shop);
    await leaves(shop);
    expect((await refusalOf(verifies(shop))).code).toBe('merchant_moved_on');
  });

  test('stays suspended where the city suspended it, for the city’s reason', async () => {
    const shop = await town.opens(CITY);
    const body = { reason: 'Alamat tidak ada' };
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', { ...of(shop), body });
    expect(await closes(shop)).toMatchObject({ status: 'suspended', suspendedReason: 'Alamat tidak ada' });
    await leaves(shop);
    expect((await refusalOf(verifies(shop))).code).toBe('merchant_moved_on');
  });
});
