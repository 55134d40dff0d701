import { dayOf, monthOf } from '../../shared/domain/basics/month.ts';
import { day as written } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { announcementOf } from '../../shared/domain/ranking/policy/announcement.ts';
import {
  checkedPolicy,
  PolicyNotInForce,
  policyIn,
  type RankingPolicy,
  successorOf,
} from '../../shared/domain/ranking/policy/policy.ts';
import { type PolicyChange, policyNumbers } from '../../shared/domain/ranking/policy/policy-change.ts';
import { drawnStarts, type Starts } from '../../shared/domain/ranking/policy/starts.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { announcementsOf, saveAnnouncement } from '../../shared/table/ranking/announcements.ts';
import {
  getSimulation,
  insertPolicy,
  insertSimulation,
  SimulationRecord,
} from '../../shared/table/ranking/policies.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import { policiesOfCity, policyNow } from '../reads/city-ledger.ts';
import type { World } from '../world.ts';
import { triedRule } from './tried-rule.ts';

/** The policy with a change, every number in its range, or the refusal that names all that are not. */
const changedPolicy = (from: RankingPolicy, change: PolicyChange): RankingPolicy => {
  const given = Object.entries(change).filter(
    ([name, value]) => policyNumbers.includes(name as never) && value !== undefined,
  );
  return checkedPolicy({ ...from, ...Object.fromEntries(given) });
};

const sameNumbers = (a: RankingPolicy, b: RankingPolicy): boolean => policyNumbers.every((name) => a[name] === b[name]);

/** Read as they are: an officer decides over what stood here. */
const presentPolicies = (world: World, city: City): Promise<RankingPolicy[]> => {
  world.cache.delete(`policies ${city.cityCode}`);
  return policiesOfCity(world, city);
};

export const readPolicy = endpoint('GET /cities/{city}/ranking-policy', async ({ params }, world) => {
  const city = await expectCity(world, params.city);
  const [all, announced] = await Promise.all([
    presentPolicies(world, city),
    announcementsOf(world.table, city.cityCode),
  ]);
  const month = monthOf(world.now(), city.zone);
  const inForce = policyIn(all, month);
  return {
    inForce,
    planned: all.filter(({ effectiveFrom }) => effectiveFrom > month),
    past: all.filter((policy) => policy.effectiveFrom <= month && policy.version !== inForce.version),
    announcements: announced.map(({ policyVersion, shops, announcedAt }) => ({ policyVersion, shops, announcedAt })),
  };
});

export const simulatePolicy = endpoint('POST /cities/{city}/ranking-policy/simulations', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const present = await policyNow(world, city);
  const proposed = changedPolicy(present, ask.body);
  const { outcome, counted } = await triedRule(world, city, present, proposed);
  const record: SimulationRecord = {
    simulationId: ask.newId('sim', city.cityCode),
    city: city.cityCode,
    proposed,
    present,
    ...outcome,
    by: ask.caller.person,
    at: world.now(),
    request: ask.fingerprint(),
  };
  const existing = await commit(world.table, [insertSimulation(record), ...counted]);
  return existing ? firstResult(existing, ask, SimulationRecord) : record;
});

const noSimulation = () => new Problem('simulation_not_found', 'Simulasi ini tidak ditemukan di kota ini.');

export const readSimulation = endpoint(
  'GET /cities/{city}/ranking-policy/simulations/{simulationId}',
  async ({ params, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const found = await getSimulation(world.table, cityCode, params.simulationId);
    if (!found) throw noSimulation();
    return found;
  },
);

/** Drawn once: who could draw again until the order pleases has chosen it. */
const newStarts = (
  world: World,
  city: City,
  { starts }: RankingPolicy,
  { effectiveFrom, stepMonths }: { effectiveFrom: string; stepMonths: number },
): Starts => {
  if (starts !== null)
    throw new Problem('policy_out_of_range', 'Urutan kategori kota ini sudah pernah diundi.', [
      { pointer: '/stepMonths', detail: `Diundi ${written(starts.drawnOn)}; tidak dapat diundi lagi.` },
    ]);
  const drawnOn = dayOf(world.now(), city.zone);
  return drawnStarts({ dayKey: world.dayKey(city.cityCode, drawnOn), drawnOn }, effectiveFrom, stepMonths);
};

/** A change takes the next version's number, after the last one its officer saw: of two at once, one is shown the other's. */
export const setPolicy = endpoint('PUT /cities/{city}/ranking-policy', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const { effectiveFrom, simulationId, stepMonths, ...change } = ask.body;
  const latest = (await presentPolicies(world, city)).at(-1) as RankingPolicy;
  requireVersion(ask, latest);
  const numbers = changedPolicy(await policyNow(world, city), change);
  if (simulationId === undefined)
    throw new Problem('policy_not_simulated', 'Coba dulu aturan ini pada bulan-bulan lalu kota Anda.', [
      { pointer: '/simulationId', detail: 'Wajib: nomor simulasi dengan angka yang sama.' },
    ]);
  const simulation = await getSimulation(world.table, city.cityCode, simulationId);
  if (!simulation) throw noSimulation();
  if (!sameNumbers(simulation.proposed, numbers))
    throw new Problem('policy_not_simulated', 'Simulasi itu memakai angka lain. Simulasikan angka yang ini.', [
      { pointer: '/simulationId', detail: 'Angkanya tidak sama.' },
    ]);
  const now = world.now();
  const starts =
    stepMonths === undefined ? latest.starts : newStarts(world, city, latest, { effectiveFrom, stepMonths });
  const next = { ...numbers, starts, version: latest.version + 1, effectiveFrom };
  try {
    successorOf(latest, next, monthOf(now, city.zone));
  } catch (error) {
    if (!(error instanceof PolicyNotInForce)) throw error;
    throw new Problem('policy_too_early', 'Aturan baru berlaku mulai tanggal 1 bulan sesudah aturan terakhir.', [
      { pointer: '/effectiveFrom', detail: `Sesudah ${latest.effectiveFrom} dan sesudah bulan ini.` },
    ]);
  }
  const by = ask.caller.person;
  await commit(world.table, [
    insertPolicy({ ...next, decidedBy: by, decidedAt: now, simulationId }),
    saveAnnouncement(announcementOf(next, now)),
    ...(await recordAct(
      world.table,
      {
        chain: city.cityCode,
        at: now,
        by,
        act: 'policy-decided',
        subjects: [simulationId],
        person: null,
        details: { effectiveFrom: next.effectiveFrom },
      },
      ask.caller,
    )),
  ]);
  world.cache.delete(`policies ${city.cityCode}`);
  return next;
});
