import { DAY_MS, dayOf, later, monthOf, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import {
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
import { commit } from '../../../shared/table/engine/writes.ts';
import { getLedgerPointer, saveLedgerPointer } from '../../../shared/table/ranking/ledgers.ts';
import { visitedShopsOf } from '../../../shared/table/visits/visited-shops.ts';
import { ledgerKey, policiesOfCity, policyNow } from '../../reads/city-ledger.ts';
import { getPacked, putNamed, putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { keepAttainable } from './keep-attainable.ts';
import { keepAwaited } from './keep-awaited.ts';
import { counters, newEntries } from './ledger-news.ts';
import { ownerOfShop, owners } from './ledger-owners.ts';
import { pastEntries } from './past-orders.ts';
import { savePriceLines } from './write-price-lines.ts';

/** The longest window a policy may have: a longer one must find its orders in the state. */
const LONGEST_DAYS = 365;

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
export const refreshLedger = async (world: World, city: City, forced = false): Promise<string> => {
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
  const file = salted(unsalted, monthOf(now, zone), world.cursorSealer.keyed);
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
