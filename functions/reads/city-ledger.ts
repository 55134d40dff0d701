import { monthOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../shared/domain/ranking/ledger/ledger-entry.ts';
import { LedgerState } from '../../shared/domain/ranking/ledger/ledger-state.ts';
import {
  type CityLedger,
  emptyLedger,
  LedgerFile,
  ledgerFrom,
  versionOf,
} from '../../shared/domain/ranking/ledger/ledger-version.ts';
import { policyIn, type RankingPolicy, standardPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import { Problem } from '../../shared/problem.ts';
import { getLedgerPointer } from '../../shared/table/ranking/ledgers.ts';
import { policiesOf } from '../../shared/table/ranking/policies.ts';
import type { World } from '../world.ts';
import { cachedByContent } from './cached-by-content.ts';
import { cachedFor } from './cached-for.ts';
import { getPacked } from './packed-files.ts';

/** A new version may be this late on a page; it is made every quarter of an hour. */
const POINTER_SECONDS = 15;
/** A policy takes effect on the first of a later month, so it may be this old. */
const POLICY_SECONDS = 60;

/** All policies of a city, the standard first: what it decided, and what holds for one that decided nothing. */
export const policiesOfCity = (world: World, city: City): Promise<RankingPolicy[]> =>
  cachedFor(world, `policies ${city.cityCode}`, POLICY_SECONDS, async () => [
    standardPolicy(city.cityCode, monthOf(city.foundedAt, city.zone)),
    ...(await policiesOf(world.table, city.cityCode)),
  ]);

export const policyNow = async (world: World, city: City): Promise<RankingPolicy> =>
  policyIn(await policiesOfCity(world, city), monthOf(world.now(), city.zone));

export const policyOfVersion = async (world: World, city: City, version: number): Promise<RankingPolicy> => {
  const found = (await policiesOfCity(world, city)).find((policy) => policy.version === version);
  if (!found) throw new Error(`policy ${version} of ${city.cityCode} is missing`);
  return found;
};

/** Where a version's file lies: named by the version, which is named by the content. */
export const ledgerKey = (cityCode: string, version: string): string => `ledgers/${cityCode}/${version}.json.gz`;

/** A version of a city's ledger by its name. The empty ledger has a name too, but no file. */
export const ledgerOfVersion = (world: World, city: City, version: string): Promise<CityLedger> =>
  cachedByContent(world, `ledger ${city.cityCode} ${version}`, async () => {
    for (const { version: policyVersion } of await policiesOfCity(world, city)) {
      const empty = emptyLedger(city.cityCode, policyVersion);
      if (versionOf(empty) === version) return ledgerFrom(version, empty);
    }
    return ledgerFrom(version, LedgerFile.parse(await getPacked(world.files, ledgerKey(city.cityCode, version))));
  });

export type Present = { ledger: CityLedger; at: string | null; policy: RankingPolicy };

/** The ledger and the policy a list is made from now. */
export const presentLedger = async (world: World, city: City): Promise<Present> => {
  const policy = await policyNow(world, city);
  const pointer = await cachedFor(world, `ledger of ${city.cityCode}`, POINTER_SECONDS, () =>
    getLedgerPointer(world.table, city.cityCode, { consistent: false }),
  );
  const version = pointer?.ledgerVersion ?? versionOf(emptyLedger(city.cityCode, policy.version));
  return { ledger: await ledgerOfVersion(world, city, version), at: pointer?.at ?? null, policy };
};

export const noDecision = () => new Problem('decision_not_found', 'Keputusan urutan ini tidak ditemukan.');

/** Every entry the ledger remembers of a city: a year at most. Empty before the first ledger. */
export const storedEntries = async (world: World, cityCode: string): Promise<readonly LedgerEntry[]> => {
  const pointer = await getLedgerPointer(world.table, cityCode);
  if (!pointer) return [];
  const read = async () => LedgerState.parse(await getPacked(world.files, pointer.stateKey));
  return (await cachedByContent(world, pointer.stateKey, read)).entries;
};
