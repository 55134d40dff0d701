import { beforeEach, describe, expect, test } from 'vitest';
import { visitsMade } from '../../../functions/integrity/visits-made.ts';
import { manyVisits } from '../../../shared/domain/integrity/checks/many-visits.ts';
import { oneVisitPlace } from '../../../shared/domain/integrity/checks/one-visit-place.ts';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { insertPolicy } from '../../../shared/table/ranking/policies.ts';
import { refusalOf, type Shop } from '../../market.ts';
import { visited } from '../../visited.ts';
import { CITY, stallsOf } from '../ranking/stalls.ts';

type Stalls = Awaited<ReturnType<typeof stallsOf>>;
let stalls: Stalls;
const admin = () => stalls.town.as(stalls.town.adminOf(CITY));
const city = { city: CITY };
beforeEach(async () => {
  stalls = await stallsOf([18_000]);
  const { world, town, clock } = stalls;
  const rule = { ...standardPolicy(CITY), version: 2, effectiveFrom: '2026-12', confirmAfterMonths: 1 };
  const decided = { decidedBy: 'admin', decidedAt: world.now(), simulationId: 'sim' };
  await commit(world.table, [insertPolicy(Object.assign({}, rule, decided))]);
  await town.seats(`city:${CITY}`, 'lapangan', 'field-officer');
  clock.set('2027-01-11T09:00:00.000+07:00');
});

const plans = ({ merchantId }: Shop, day = '2027-01-11') =>
  admin()('POST /cities/{city}/visits', {
    params: city,
    body: { merchantId, day, visitor: 'lapangan', visitorName: 'Pak Dwi' },
  });
const visits = async (shop: Shop, day?: string) => {
  const { visitId } = await plans(shop, day);
  const headers = { 'idempotency-key': `uuid-${visitId}` };
  await stalls.town.as('lapangan')('POST /visits/{visitId}/record', { params: { visitId }, body: visited, headers });
};
/** Whom the city is to meet, after owners were looked for again. */
const awaited = async () => {
  await stalls.refresh('OwnersRuled');
  return (await admin()('GET /cities/{city}/awaited-visits', { params: city })).items;
};
const idsOf = (rows: Awaited<ReturnType<typeof awaited>>) => rows.map(({ merchantId }) => merchantId).sort();
const closes = ({ merchantId, owner }: Shop) =>
  stalls.town.as(owner)('POST /merchants/{merchantId}/close', { params: { merchantId }, body: { confirm: 'TUTUP' } });

describe('a confirmation by a visit', () => {
  test('outlives the shop’s being closed and opened again, and a closed shop that waits is in nobody’s list meanwhile', async () => {
    const { town, opens, clock } = stalls;
    const [met, waits] = [await opens(), await opens()];
    await visits(met);
    const [row] = await awaited();
    expect(row?.merchantId).toBe(waits.merchantId);
    for (const shop of [met, waits]) await closes(shop);
    expect(await awaited()).toEqual([]);
    clock.pass(40 * 86_400_000);
    for (const shop of [met, waits]) await town.verifies(shop);
    const after = await awaited();
    expect(idsOf(after)).toEqual([waits.merchantId]);
    // It waits since it entered: who closes and opens again is no newcomer.
    expect(after[0]?.since).toBe(row?.since);
  });

  test('is of the owner: a second shop of who was visited does not wait, and none is confirmed by a neighbour’s visit', async () => {
    const { opens } = stalls;
    const first = await opens({ nik: '3573024508801111' });
    const [second, other] = [await opens({ nik: '3573024508801111' }), await opens()];
    expect(idsOf(await awaited())).toHaveLength(2);
    await visits(second);
    expect(idsOf(await awaited())).toEqual([other.merchantId]);
    expect(idsOf(await awaited())).not.toContain(first.merchantId);
  });

  test('that a ruling joins to an unvisited shop confirms both', async () => {
    const { opens } = stalls;
    const [met, waits] = [await opens(), await opens()];
    await visits(met);
    expect(idsOf(await awaited())).toEqual([waits.merchantId]);
    await admin()('POST /cities/{city}/owner-rulings', {
      params: city,
      body: { rule: 'same_owner', shopIds: [met.merchantId, waits.merchantId], reason: 'Satu dapur, dua nama.' },
    } as never);
    expect(await awaited()).toEqual([]);
  });

  test('is asked of a shop from the city’s list once somebody claims it, as of a newcomer', async () => {
    const { town, clock } = stalls;
    const sheet = [
      'No;Nama Usaha;Pemilik;NIK;No. HP;Kecamatan;Kelurahan;Alamat;Jenis Usaha',
      '1;Warung Bu Tin;Tin;3573024508899001;081300009001;Kec. Kecamatan 02;Kelurahan 1001;Jl. Ijen 9;Kuliner',
    ].join('\n');
    clock.set('2026-11-20T09:00:00.000+07:00');
    await town.ask('POST /cities/{city}/register/import', town.adminOf(CITY), {
      params: city,
      query: { mode: 'good' },
      rawBody: sheet,
      headers: { 'content-type': 'text/csv' },
    });
    const found = await admin()('GET /cities/{city}/register', { params: city, query: { q: 'warung bu tin' } });
    const merchantId = found.items[0]?.merchantId ?? '';
    await admin()('POST /merchants/{merchantId}/verify', { params: { merchantId } });
    clock.set('2027-02-11T09:00:00.000+07:00');
    expect(await awaited()).toEqual([]);
    const { scope, token } = await admin()('POST /merchants/{merchantId}/claim-link', { params: { merchantId } });
    const claimedAt = stalls.world.now();
    await town.as('tin')('POST /me/invitation-links/accept', { body: { scope, token } });
    expect(await awaited()).toMatchObject([{ merchantId, newcomer: true, since: claimedAt }]);
  });

  test('is awaited where the shop stands now, when it moved to another kecamatan meanwhile', async () => {
    const { town, opens } = stalls;
    const shop = await opens();
    const [row] = await awaited();
    expect(row?.district).toBe('35.73.02');
    const params = { merchantId: shop.merchantId };
    await town.as(shop.owner)('PATCH /merchants/{merchantId}', {
      params,
      body: { district: '35.73.03', village: '35.73.03.1001' },
    });
    await admin()('POST /merchants/{merchantId}/proposal/confirm', { params });
    expect(await awaited()).toMatchObject([{ merchantId: shop.merchantId, district: '35.73.03', since: row?.since }]);
  });
});

describe('an officer', () => {
  test('is sent to no more shops on a day than anybody can talk with, and what is one place is asked about', async () => {
    const { opens, world } = stalls;
    const shops: Shop[] = [];
    for (let at = 0; at < 32; at++) shops.push(await opens());
    const [last, ...rest] = shops as [Shop, ...Shop[]];
    for (const shop of rest.slice(0, 20)) await visits(shop);
    for (const shop of rest.slice(20, 30)) await plans(shop);
    const refusal = await refusalOf(plans(last));
    expect(refusal).toMatchObject({ code: 'limit_reached' });
    // Sent on the same day for another, it is asked about.
    await visits(last, '2027-01-12');
    const made = await visitsMade(world, (await getCity(world.table, CITY)) as never, '2027-01', new Map());
    expect(made).toHaveLength(21);
    const facts = { month: '2027-01', visits: made } as never;
    expect(manyVisits(facts).map(({ facts: said }) => said[0]?.value)).toEqual(['21']);
    expect(oneVisitPlace(facts)[0]?.merchantIds).toHaveLength(21);
    expect(await visitsMade(world, (await getCity(world.table, CITY)) as never, '2027-06', new Map())).toEqual([]);
  });
});
