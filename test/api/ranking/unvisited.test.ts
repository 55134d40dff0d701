import { describe, expect, test } from 'vitest';
import { checkPublished } from '../../../scripts/verify/replay.ts';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { insertPolicy } from '../../../shared/table/ranking/policies.ts';
import { visited } from '../../visited.ts';
import { CITY, stallsOf } from './stalls.ts';

describe('a newcomer whom the city has to visit first', () => {
  test('stands behind everybody after one order, and like any other once an officer met somebody there', async () => {
    const { world, town, clock, stall, opens, sells, refresh, list } = await stallsOf([18_000, 18_000, 18_000]);
    const rule = { ...standardPolicy(CITY), version: 2, effectiveFrom: '2026-12', confirmAfterMonths: 1 };
    const decided = { decidedBy: 'admin', decidedAt: world.now(), simulationId: 'sim' };
    await commit(world.table, [insertPolicy(Object.assign({}, rule, decided))]);
    await town.seats(`city:${CITY}`, 'lapangan', 'field-officer');
    clock.set('2027-01-11T09:00:00.000+07:00');
    const shop = await opens();
    const late = { shop, product: await town.offers(shop, { priceRupiah: 18_000, amount: 1000 }) };
    await sells(stall(0), 40);
    await sells(late, 6);
    const rankings = async () => {
      await refresh('OwnersRuled');
      const { items, ranking } = await list();
      const own = await town.as(shop.owner)('GET /merchants/{merchantId}/ranking', {
        params: { merchantId: shop.merchantId },
      });
      return { shops: items.map(({ merchantId }) => merchantId), items, sentence: ranking?.sentence, own };
    };
    const redrawn = async () => {
      const { ranking } = await list();
      const params = { decisionId: ranking?.decisionId ?? '' };
      const page = await town.as()('GET /rankings/{decisionId}', { params });
      return { ...page, items: [...page.items] };
    };
    const before = await rankings();
    expect(before.shops.indexOf(shop.merchantId)).toBe(3);
    expect(before.items[3]?.ranking?.sentence).toContain('belum didatangi petugas kota');
    expect(before.sentence).toContain('menunggu didatangi petugas kota');
    expect(before.own.sentence).toContain('dihitung Rp108.000 dari 1 toko');
    expect(before.own.sentence).toContain('Petugas dinas belum datang ke usaha Anda.');
    // What is published is what it sold itself, and that it waits; who draws the list again finds it where it stood.
    const published = await redrawn();
    const own = published.items.find(({ offer }) => offer.shopId === shop.merchantId);
    expect([own?.waits, Number(own?.step) <= 1, own?.exposure]).toEqual([true, true, expect.any(Number)]);
    expect(published.items.every(({ step }) => step < 1000)).toBe(true);
    expect(checkPublished(published)).toMatchObject({ matches: true });
    const awaited = async () =>
      (await town.as(town.adminOf(CITY))('GET /cities/{city}/awaited-visits', { params: { city: CITY } })).items;
    const today = async () =>
      (await town.as(town.adminOf(CITY))('GET /cities/{city}/today', { params: { city: CITY } })).queues.find(
        ({ queue }) => queue === 'awaited-visits',
      );
    expect(await awaited()).toMatchObject([{ merchantId: shop.merchantId, newcomer: true, tried: false }]);
    expect(await today()).toMatchObject({ count: 1, first: [{ id: shop.merchantId }] });
    expect(before.own.visit).toMatchObject({ since: (await awaited())[0]?.since, tried: false });

    const visits = async (day: string, met: 'owner' | 'nobody') => {
      const of = { merchantId: shop.merchantId, day, visitor: 'lapangan', visitorName: 'Pak Dwi' };
      const { visitId } = await town.as(town.adminOf(CITY))('POST /cities/{city}/visits', {
        params: { city: CITY },
        body: of,
      });
      const headers = { 'idempotency-key': `uuid-${day}` };
      await town.as('lapangan')('POST /visits/{visitId}/record', {
        params: { visitId },
        body: { ...visited, met },
        headers,
      });
    };
    await visits('2027-01-11', 'nobody');
    const notMet = await rankings();
    expect(notMet.shops.indexOf(shop.merchantId)).toBe(3);
    expect(notMet.own.visit?.tried).toBe(true);
    await visits('2027-01-12', 'owner');
    const after = await rankings();
    expect(after.shops.indexOf(shop.merchantId)).toBe(2);
    expect(after.own.sentence).not.toContain('belum datang');
    expect(after.own.visit).toBeNull();
    expect([await awaited(), await today()]).toEqual([[], undefined]);
    expect(after.own.recentSalesRupiah).toBe(108_000);
  });
});
