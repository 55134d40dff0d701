import { describe, expect, test } from 'vitest';
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
    const before = await rankings();
    expect(before.shops.indexOf(shop.merchantId)).toBe(3);
    expect(before.items[3]?.ranking?.sentence).toContain('belum didatangi petugas kota');
    expect(before.sentence).toContain('menunggu didatangi petugas kota');
    expect(before.own.sentence).toContain('dihitung Rp108.000 dari 1 toko');
    expect(before.own.sentence).toContain('Petugas dinas belum datang ke usaha Anda.');

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
    expect((await rankings()).shops.indexOf(shop.merchantId)).toBe(3);
    await visits('2027-01-12', 'owner');
    const after = await rankings();
    expect(after.shops.indexOf(shop.merchantId)).toBe(2);
    expect(after.own.sentence).not.toContain('belum datang');
    expect(after.own.recentSalesRupiah).toBe(108_000);
  });
});
