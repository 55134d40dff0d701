import { derivedId } from '../id.ts';

/** What may show that two shops have one owner. Values are normalised (or hashed) by the caller. */
export type EvidenceKind = 'identity' | 'phone' | 'account';
export type ShopEvidence = { shopId: string; identity?: string; phone?: string; account?: string };

/**
 * What a city decided by hand, with a reason and a name in the audit trail: two shops are one owner's, or a piece of
 * evidence proves nothing (the village office's phone, a cooperative's account).
 */
export type OwnerRuling =
  | { rule: 'same_owner'; shopIds: readonly [string, string] }
  | { rule: 'no_evidence'; kind: EvidenceKind; value: string };

export type OwnerCluster = { ownerId: string; shopIds: readonly string[] };

/** A change of clusters to be recorded: V of the owners concerned is summed over other shops from now on. */
export type OwnerChange =
  | { change: 'merged'; ownerId: string; from: readonly string[]; shopIds: readonly string[] }
  | { change: 'split'; ownerId: string; into: readonly string[]; shopIds: readonly string[] };

const kinds = ['identity', 'phone', 'account'] as const;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Shops joined into owners by shared identity, phone or bank account, directly or through others (union-find with path
 * halving; the smallest shop id is the root, so equal inputs in any order give equal clusters).
 * The owner's id is derived from the cluster's smallest shop id: it needs no table and survives a restart.
 */
export const clusterOwners = (
  shops: readonly ShopEvidence[],
  rulings: readonly OwnerRuling[] = [],
): readonly OwnerCluster[] => {
  const parent = new Map(shops.map(({ shopId }) => [shopId, shopId]));
  const root = (shopId: string): string => {
    let at = shopId;
    for (;;) {
      const up = parent.get(at) ?? at;
      if (up === at) return at;
      const next = parent.get(up) ?? up;
      parent.set(at, next);
      at = next;
    }
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [root(a), root(b)].sort(byText) as [string, string];
    if (first !== second) parent.set(second, first);
  };
  const ignored = new Set<string>();
  for (const ruling of rulings) if (ruling.rule === 'no_evidence') ignored.add(`${ruling.kind}\n${ruling.value}`);
  const firstWith = new Map<string, string>();
  for (const shop of shops) {
    for (const kind of kinds) {
      const value = shop[kind];
      if (!value || ignored.has(`${kind}\n${value}`)) continue;
      const holder = firstWith.get(`${kind}\n${value}`);
      if (holder === undefined) firstWith.set(`${kind}\n${value}`, shop.shopId);
      else join(holder, shop.shopId);
    }
  }
  for (const ruling of rulings)
    if (ruling.rule === 'same_owner' && ruling.shopIds.every((shopId) => parent.has(shopId))) join(...ruling.shopIds);
  const members = new Map<string, string[]>();
  for (const shopId of [...parent.keys()].sort(byText)) {
    const list = members.get(root(shopId));
    if (list) list.push(shopId);
    else members.set(root(shopId), [shopId]);
  }
  return [...members].map(([smallest, shopIds]) => ({ ownerId: ownerIdOf(smallest), shopIds }));
};

/** The id of the owner whose smallest shop id this is. */
export const ownerIdOf = (smallestShopId: string): string => derivedId('own', smallestShopId);

/**
 * What changed between two clusterings, for the record: clusters made of shops of several earlier owners, and earlier
 * owners whose shops are now apart. Shops that are only in one of the two lists (opened, left) are no change.
 */
export const ownerChanges = (
  before: readonly OwnerCluster[],
  after: readonly OwnerCluster[],
): readonly OwnerChange[] => {
  const changes: OwnerChange[] = [];
  for (const { cluster, others } of meeting(after, before))
    changes.push({ change: 'merged', ownerId: cluster.ownerId, from: others, shopIds: cluster.shopIds });
  for (const { cluster, others } of meeting(before, after))
    changes.push({ change: 'split', ownerId: cluster.ownerId, into: others, shopIds: cluster.shopIds });
  return changes;
};

/** The clusters whose shops belong to two or more clusters of the other list. */
const meeting = (clusters: readonly OwnerCluster[], other: readonly OwnerCluster[]) => {
  const ownerOf = new Map(other.flatMap(({ ownerId, shopIds }) => shopIds.map((shopId) => [shopId, ownerId] as const)));
  return clusters.flatMap((cluster) => {
    const met = new Set(cluster.shopIds.flatMap((shopId) => ownerOf.get(shopId) ?? []));
    return met.size > 1 ? [{ cluster, others: [...met].sort(byText) }] : [];
  });
};
