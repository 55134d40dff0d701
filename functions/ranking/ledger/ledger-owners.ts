import { later } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerState } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import type { OwnerCluster } from '../../../shared/domain/register/owners/owner-cluster.ts';
import type { World } from '../../world.ts';
import { ownersShown, recordChanges, recordQuestions } from './cluster-owners.ts';

/** Owners are looked for again after this long, and at once on news of a shop: verified, suspended, ruled about, changed. */
const CLUSTER_MS = 6 * 3_600_000;
/**
 * News sooner than this after a look waits for the quarter hour: a look reads the whole register, and one owner who
 * changes a phone all day must not make the city do that all day.
 */
const REST_MS = 5 * 60_000;

export const owners = async (world: World, city: City, state: LedgerState, now: string, forced: boolean) => {
  const { clusteredAt, ownersDue } = state;
  const since = (ms: number) => clusteredAt === null || later(clusteredAt, ms) <= now;
  const due = forced ? since(REST_MS) : ownersDue || since(CLUSTER_MS);
  if (!due) return { clusters: state.clusters, clusteredAt, ownersDue: ownersDue || forced };
  const { clusters, questions } = await ownersShown(world, city, now);
  await recordChanges(world, city, state.clusters, clusters, now);
  await recordQuestions(world, questions);
  return { clusters, clusteredAt: now, ownersDue: false };
};

export const ownerOfShop = (clusters: readonly OwnerCluster[]): Map<string, string> =>
  new Map(clusters.flatMap(({ ownerId, shopIds }) => shopIds.map((shopId) => [shopId, ownerId] as const)));
