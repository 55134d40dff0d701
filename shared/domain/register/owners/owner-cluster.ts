import { derivedId } from '../../basics/id.ts';
import { byText } from '../../basics/sort.ts';

/**
 * What may show that two shops have one owner: whose they are by law as a city verified it, how they are reached, the bank
 * account and the QRIS they are paid at, the sign-in that applied for them, and that sign-in where it holds the owner's role to this
 * day. Values are normalised (or hashed) by the caller.
 */
export type EvidenceKind = 'identity' | 'founder' | AskingKind;
export type ShopEvidence = { shopId: string } & { [kind in EvidenceKind]?: string };

/** What no rival can bring about: a number that the city verified, or a seat that a person took and holds in both shops. */
const joining = ['identity', 'founder'] as const;
/** What anybody can write about anybody, or leave behind: it asks the city (owner-question.ts), and joins nobody. */
export const asking = ['phone', 'account', 'applicant', 'qris'] as const;
export type AskingKind = (typeof asking)[number];

/**
 * A household that sells under several names applies for two or three identities; a sign-in that applied for more is a
 * helper's (a village office, a mentor), and shows who helped, not who owns.
 */
export const MOST_OF_ONE_APPLICANT = 3;

/**
 * What a city decided by hand, with a reason and a name in the audit trail: shops are one owner's, or a piece of
 * evidence proves nothing (the village office's phone, a cooperative's account).
 */
export type OwnerRuling =
  | { rule: 'same_owner'; shopIds: readonly string[] }
  | { rule: 'no_evidence'; kind: AskingKind; value: string };

export type OwnerCluster = { ownerId: string; shopIds: readonly string[] };

/** A change of clusters to be recorded: V of the owners concerned is summed over other shops from now on. */
export type OwnerChange =
  | { change: 'merged'; ownerId: string; from: readonly string[]; shopIds: readonly string[] }
  | { change: 'split'; ownerId: string; into: readonly string[]; shopIds: readonly string[] };

/** What a city ruled to prove nothing, and what shows a helper: `applicant` speaks of the founder too. */
const ignoredIn = (shops: readonly ShopEvidence[], rulings: readonly OwnerRuling[]): ReadonlySet<string> =>
  new Set([
    ...helpersOf(shops).map((helper) => `founder\n${helper}`),
    ...rulings.flatMap((ruling) => {
      if (ruling.rule !== 'no_evidence') return [];
      const { kind, value } = ruling;
      return kind === 'applicant' ? [`applicant\n${value}`, `founder\n${value}`] : [`${kind}\n${value}`];
    }),
  ]);

/** Whether a city ruled that this proves nothing. */
export const isRuledOut = (rulings: readonly OwnerRuling[], kind: AskingKind, value: string): boolean =>
  rulings.some((ruling) => ruling.rule === 'no_evidence' && ruling.kind === kind && ruling.value === value);

/**
 * Shops joined into owners by evidence that proves it, directly or through others (union-find with path halving; the smallest
 * shop id is the root, so equal inputs in any order give equal clusters).
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
  const ignored = ignoredIn(shops, rulings);
  const firstWith = new Map<string, string>();
  for (const shop of shops) {
    for (const kind of joining) {
      const value = shop[kind];
      if (!value || ignored.has(`${kind}\n${value}`)) continue;
      const holder = firstWith.get(`${kind}\n${value}`);
      if (holder === undefined) firstWith.set(`${kind}\n${value}`, shop.shopId);
      else join(holder, shop.shopId);
    }
  }
  for (const ruling of rulings) {
    const [first, ...others] = ruling.rule === 'same_owner' ? ruling.shopIds.filter((id) => parent.has(id)) : [];
    if (first !== undefined) for (const other of others) join(first, other);
  }
  const members = new Map<string, string[]>();
  for (const shopId of [...parent.keys()].sort(byText)) {
    const list = members.get(root(shopId));
    if (list) list.push(shopId);
    else members.set(root(shopId), [shopId]);
  }
  return [...members].map(([smallest, shopIds]) => ({ ownerId: ownerIdOf(smallest), shopIds }));
};

/** Sign-ins that applied for shops of so many identities that they are not an owner's. */
const helpersOf = (shops: readonly ShopEvidence[]): string[] => {
  const identities = new Map<string, Set<string>>();
  for (const { applicant, identity, shopId } of shops) {
    if (!applicant) continue;
    const applied = identities.get(applicant) ?? new Set();
    identities.set(applicant, applied.add(identity ?? shopId));
  }
  return [...identities].flatMap(([applicant, { size }]) => (size > MOST_OF_ONE_APPLICANT ? [applicant] : []));
};

/** The id of the owner whose smallest shop id this is. */
export const ownerIdOf = (smallestShopId: string): string => derivedId('own', smallestShopId);

/**
 * What changed between two clusterings, for the record: clusters made of shops of several earlier owners, and earlier
 * owners whose shops are now apart. A shop that was not there yet was an owner of its own until now: one that opens
 * beside another of its owner is merged with it, and a first look records everybody with several shops.
 */
export const ownerChanges = (
  before: readonly OwnerCluster[],
  after: readonly OwnerCluster[],
): readonly OwnerChange[] => {
  const changes: OwnerChange[] = [];
  const known = new Set(before.flatMap(({ shopIds }) => shopIds));
  const opened = after.flatMap(({ shopIds }) => shopIds.filter((shopId) => !known.has(shopId)));
  const alone = opened.map((shopId) => ({ ownerId: ownerIdOf(shopId), shopIds: [shopId] }));
  for (const { cluster, others } of meeting(after, [...before, ...alone]))
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
