import { addDays, dayOf, type Zone } from '../../shared/domain/basics/month.ts';
import { type Ceiling, CeilingRecord, type PublishedCeiling } from '../../shared/domain/catalogue/ceiling.ts';
import { requireWithin } from '../../shared/domain/orders/delivery-day.ts';
import { provinceOf } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { countryCeilings } from '../../shared/rules/ceilings.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { ceilingsOf, getCeiling, insertCeiling, replaceCeiling } from '../../shared/table/catalogue/ceilings.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import { ceilingsKey } from '../reads/ceilings.ts';
import type { World } from '../world.ts';

const published = (scope: PublishedCeiling['scope'], ceiling: Ceiling & { ceilingId?: string }): PublishedCeiling => {
  const { ceilingId = null, category, goods, unit, ceilingRupiah, validFrom, validTo, source } = ceiling;
  return { ceilingId, scope, category, goods, unit, ceilingRupiah, validFrom, validTo, source };
};

export const listCeilings = endpoint('GET /cities/{city}/price-ceilings', async ({ params }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const own = await ceilingsOf(world.table, cityCode);
  return {
    items: [
      ...countryCeilings(provinceOf(cityCode)).map((one) => published('country', one)),
      ...own.map((one) => published('city', one)),
    ],
  };
});

/** A ceiling begins and ends within ten years: what lies beyond is a slip of the pen. */
const CEILING_DAYS = 3660;
const requireDays = (world: World, zone: Zone, days: { validFrom?: string; validTo?: string | undefined }) => {
  const last = addDays(dayOf(world.now(), zone), CEILING_DAYS);
  for (const name of ['validFrom', 'validTo'] as const)
    requireWithin(days[name] ?? last, '2000-01-01', last, `/${name}`, 'Hari berlakunya');
};

export const setCeiling = endpoint('POST /cities/{city}/price-ceilings', async (ask, world) => {
  const { cityCode, zone } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  requireDays(world, zone, ask.body);
  const ceiling: CeilingRecord = {
    ...ask.body,
    validTo: ask.body.validTo ?? null,
    ceilingId: ask.newId('clg', cityCode),
    cityCode,
    by: ask.caller.person,
    at: world.now(),
    version: 1,
    request: ask.fingerprint(),
  };
  const act = { chain: cityCode, at: world.now(), by: ask.caller.person, act: 'ceiling-set' as const, person: null };
  const existing = await commit(world.table, [
    insertCeiling(ceiling),
    countToday('ceiling', cityCode, world.now()),
    ...(await recordAct(
      world.table,
      {
        ...act,
        subjects: [ceiling.ceilingId],
        details: { ceilingRupiah: String(ceiling.ceilingRupiah) },
      },
      ask.caller,
    )),
  ]);
  world.cache.delete(ceilingsKey(cityCode));
  return published('city', existing ? firstResult(existing, ask, CeilingRecord) : ceiling);
});

/** What was shown under a ceiling stays true: it ends today at the earliest, and keeps its other numbers for ever. */
export const endCeiling = endpoint('POST /cities/{city}/price-ceilings/{ceilingId}/end', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const before = await getCeiling(world.table, city.cityCode, ask.params.ceilingId);
  if (!before) throw new Problem('ceiling_not_found', 'Batas harga ini tidak ditemukan di kota ini.');
  if (before.validTo === ask.body.validTo) return published('city', before);
  requireVersion(ask, before);
  requireDays(world, city.zone, ask.body);
  const today = dayOf(world.now(), city.zone);
  const earliest = before.validFrom > today ? before.validFrom : today;
  if (ask.body.validTo < earliest)
    throw new Problem('date_not_possible', 'Batas harga berakhir paling cepat hari ini.', [
      { pointer: '/validTo', detail: `Paling awal ${earliest}.` },
    ]);
  const after: CeilingRecord = { ...before, validTo: ask.body.validTo, version: before.version + 1 };
  const act = { chain: city.cityCode, at: world.now(), by: ask.caller.person, act: 'ceiling-ended' as const };
  await commit(world.table, [
    replaceCeiling(after),
    ...(await recordAct(
      world.table,
      {
        ...act,
        subjects: [after.ceilingId],
        person: null,
        details: { validTo: ask.body.validTo },
      },
      ask.caller,
    )),
  ]);
  world.cache.delete(ceilingsKey(city.cityCode));
  return published('city', after);
});
