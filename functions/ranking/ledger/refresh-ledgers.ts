import * as z from 'zod';
import { addDays, DAY_MS, dayOf, later, monthOf, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import {
  type ImpressionCounter,
  LedgerState,
  noState,
  withEntries,
  withImpressions,
} from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import { ledgerFrom, salted, versionOf } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { makeLedger } from '../../../shared/domain/ranking/ledger/make-ledger.ts';
import { referencesIn } from '../../../shared/domain/ranking/ledger/references-in.ts';

import { countsFrom } from '../../../shared/domain/ranking/ledger/sure-orders.ts';
import { confirmedFrom, oldShareIn, unvisitedOf } from '../../../shared/domain/ranking/ledger/unvisited.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import type { OwnerCluster } from '../../../shared/domain/register/owners/owner-cluster.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { impressionsOn } from '../../../shared/table/ranking/impressions.ts';
import { entriesRecordedSince, getLedgerPointer, saveLedgerPointer } from '../../../shared/table/ranking/ledgers.ts';
import { visitedShopsOf } from '../../../shared/table/visits/visited-shops.ts';
import { ledgerKey, policiesOfCity, policyNow } from '../../reads/city-ledger.ts';
import { getPacked, putNamed, putPacked } from '../../reads/packed-files.ts';
import { s3Files } from '../../s3-files.ts';
import { type World, workingWorld } from '../../world.ts';
import { ownersShown, recordChanges, recordQuestions } from './cluster-owners.ts';
import { keepAttainable } from './keep-attainable.ts';
import { keepAwaited } from './keep-awaited.ts';
import { pastEntries } from './past-orders.ts';
import { savePriceLines } from './write-price-lines.ts';

/** The list of entries may lag behind the table: this much is read again, and counted once. */
const LAG_MS = 10 * 60_000;
/** Owners are looked for again after this long, and at once on news of a shop: verified, suspended, ruled about, changed. */
const CLUSTER_MS = 6 * 3_600_000;
/**
 * News sooner than this after a look waits for the quarter hour: a look reads the whole register, and one owner who
 * changes a phone all day must not make the city do that all day.
 */
const REST_MS = 5 * 60_000;
/** The longest window a policy may have: a longer one must find its orders in the state. */
const LONGEST_DAYS = 365;

const newEntries = async (world: World, city: City, since: string | null): Promise<LedgerEntry[]> => {
  const from = since === null ? '2' : later(since, -LAG_MS);
  const noted: LedgerEntry[] = [];
  for await (const page of entriesRecordedSince(world.table, city.cityCode, from))
    noted.push(...page.map(({ entry }) => entry));
  return noted;
};

/**
 * So many counters of a day are read at the most, whatever somebody with a script makes of them. They come in order of their
 * decision's id, which is a hash nobody chooses: what is left out is drawn by lot.
 */
const MOST_COUNTERS = 10_000;

/** Counters of today and yesterday: a list shown before midnight is counted after it. */
const counters = async (world: World, city: City, now: string): Promise<ImpressionCounter[]> => {
  const found: ImpressionCounter[] = [];
  const today = dayOf(now, city.zone);
  for (const day of [addDays(today, -1), today]) {
    const most = found.length + MOST_COUNTERS;
    for await (const page of impressionsOn(world.table, city.cityCode, day)) {
      found.push(...page.map(({ sk, ...seen }) => ({ key: `${day} ${sk}`, month: day.slice(0, 7), ...seen })));
      if (found.length < most) continue;
      found.length = most;
      world.logger.warn('more counters of impressions than are read', { city: city.cityCode, day });
      break;
    }
  }
  return found;
};

const owners = async (world: World, city: City, state: LedgerState, now: string, forced: boolean) => {
  const { clusteredAt, ownersDue } = state;
  const since = (ms: number) => clusteredAt === null || later(clusteredAt, ms) <= now;
  const due = forced ? since(REST_MS) : ownersDue || since(CLUSTER_MS);
  if (!due) return { clusters: state.clusters, clusteredAt, ownersDue: ownersDue || forced };
  const { clusters, questions } = await ownersShown(world, city, now);
  await recordChanges(world, city, state.clusters, clusters, now);
  await recordQuestions(world, questions);
  return { clusters, clusteredAt: now, ownersDue: false };
};

const ownerOfShop = (clusters: readonly OwnerCluster[]): Map<string, string> =>
  new Map(clusters.flatMap(({ ownerId, shopIds }) => shopIds.map((shopId) => [shopId, ownerId] as const)));

/** The references of this month, found at its first refresh; none where the rule holds prices against today's lists. */
const referencesNow = (
  { references }: LedgerState,
  known: Pick<LedgerState, 'entries'> & { ownerOf: ReadonlyMap<string, string> },
  { city, policy, now }: { city: City; policy: RankingPolicy; now: string },
): LedgerState['references'] => {
  if (policy.referenceRise === null) return null;
  const month = monthOf(now, city.zone);
  const startsAt = monthStart(month, city.zone);
  return referencesIn(references, { ...known, month, startsAt, risePerMille: policy.referenceRise });
};

/** Who is to be visited first, where the city's rule asks for it: found at every refresh, so that a visit counts soon. */
const unvisitedNow = async (
  world: World,
  city: City,
  { clusters, clusteredAt }: Pick<LedgerState, 'clusters' | 'clusteredAt'>,
  now: string,
) => {
  const asked = [await policiesOfCity(world, city), monthOf(now, city.zone), city.zone] as const;
  const from = confirmedFrom(...asked);
  const begun = from !== null && from <= now;
  const visited = begun ? await visitedShopsOf(world.table, city.cityCode) : nobodyVisited;
  const unvisited = unvisitedOf(clusters, visited, begun ? { from, oldShare: oldShareIn(...asked) } : null);
  await keepAwaited(world, city, { clusters, unvisited, visited, from, looked: clusteredAt === now, now });
  return unvisited;
};
const nobodyVisited = { met: new Set<string>(), tried: new Set<string>() };

/**
 * Makes the present version of a city's ledger. Run again without news it finds the same version; two runs at once make
 * one, because the pointer is written last and only over what was read.
 */
const refreshLedger = async (world: World, city: City, forced = false): Promise<string> => {
  const now = world.now();
  const { cityCode, zone } = city;
  const policy = await policyNow(world, city);
  const pointer = await getLedgerPointer(world.table, cityCode);
  const before = pointer
    ? LedgerState.parse(await getPacked(world.files, pointer.stateKey))
    : noState(cityCode, monthOf(now, zone));
  // What was followed wins over what is read from past orders: it is as new or newer.
  const past = pointer ? [] : await pastEntries(world, city, policy.windowDays);
  const noted = [...past, ...(await newEntries(world, city, before.followedUntil))];
  const entries = withEntries(before.entries, noted, now, LONGEST_DAYS);
  const seen = await owners(world, city, before, now, forced);
  const ownerOf = ownerOfShop(seen.clusters);
  const state: LedgerState = {
    city: cityCode,
    entries,
    references: referencesNow(before, { entries, ownerOf }, { city, policy, now }),
    knownSince: pointer ? before.knownSince : later(now, -policy.windowDays * DAY_MS),
    ...withImpressions(before, await counters(world, city, now), monthOf(now, zone)),
    ...seen,
    followedUntil: now,
  };
  const since = later(now, -policy.windowDays * DAY_MS);
  const unsalted = makeLedger({
    city: cityCode,
    entries: entries.filter((entry) => countsFrom(entry, policy) > since),
    known: entries,
    exposures: new Map(state.exposures),
    ownerOf,
    references: state.references,
    enteredAt: new Map(state.clusters.flatMap(({ ownerId, enteredAt }) => (enteredAt ? [[ownerId, enteredAt]] : []))),
    unvisited: await unvisitedNow(world, city, state, now),
    policy,
    at: now,
  });
  const file = salted(unsalted, world.cursorSealer.keyed);
  const ledgerVersion = versionOf(file);
  const same = pointer?.ledgerVersion === ledgerVersion;
  if (!same) await putNamed(world.files, ledgerKey(cityCode, ledgerVersion), file);
  const news = JSON.stringify({ ...state, followedUntil: before.followedUntil }) !== JSON.stringify(before);
  const stateKey =
    news || !pointer ? await putPacked(world.files, `ledgers/${cityCode}/states`, state) : pointer.stateKey;
  const madeAt = same ? pointer.madeAt : now;
  const version = (pointer?.version ?? 0) + 1;
  const held = { at: now, day: dayOf(now, zone) };
  await commit(world.table, [saveLedgerPointer({ cityCode, ledgerVersion, ...held, madeAt, stateKey, version })]);
  world.cache.delete(`ledger of ${cityCode}`);
  const ledger = ledgerFrom(ledgerVersion, file);
  await savePriceLines(world, city, ledger, policy);
  await keepAttainable(world, city, { ledger, policy }, state);
  return ledgerVersion;
};

const ATTEMPTS = 4;

/** An event about one city. A call every quarter of an hour looks for owners when that is due, all others at once. */
const CityEvent = z.object({ 'detail-type': z.string(), detail: z.object({ cityCode: z.string() }) });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
const Asked = z.union([
  CityEvent,
  InQueue.transform(({ Records: [call] }) => CityEvent.parse(JSON.parse(call?.body ?? ''))),
]);

/** One run, one city: called by the queue of calls, or by an event that cannot wait for it. */
export const refreshLedgers =
  (world: () => World) =>
  async (event: unknown): Promise<{ ledgerVersion: string | null }> => {
    const asked = Asked.parse(event);
    const here = world();
    const city = await getCity(here.table, asked.detail.cityCode);
    const forced = asked['detail-type'] !== 'LedgerDue';
    if (!city) return { ledgerVersion: null };
    const refresh = () => refreshLedger(here, city, forced);
    return { ledgerVersion: await rerunOnStale(here.table, ATTEMPTS, refresh) };
  };

export const handler = refreshLedgers(workingWorld({ files: s3Files }));
