import type { City } from '../../../shared/domain/places/city.ts';
import { isUnclaimed } from '../../../shared/domain/register/merchant.ts';
import {
  clusterOwners,
  type OwnerChange,
  type OwnerCluster,
  type OwnerRuling,
  ownerChanges,
  type ShopEvidence,
} from '../../../shared/domain/register/owners/owner-cluster.ts';
import { type Asked, questionsOf } from '../../../shared/domain/register/owners/owner-question.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { paidByQris } from '../../../shared/table/payments/paid-by-qris.ts';
import { everySeatOf, seatsOf } from '../../../shared/table/people/memberships.ts';
import { getMerchants, type MerchantRecord, merchantsOfCity } from '../../../shared/table/register/merchants.ts';
import {
  everyQuestion,
  putOwnerChange,
  rulingsOf,
  type StoredRuling,
  saveQuestion,
} from '../../../shared/table/register/owners.ts';
import { evidenceOf } from '../../reads/owner-evidence.ts';
import type { World } from '../../world.ts';

/** Who works for the city: a sign-in that the city itself seated and that registers shops does so for their owners. */
const officersOf = async (world: World, cityCode: string): Promise<ReadonlySet<string>> => {
  const seats = await everySeatOf(world.table, cityCode);
  return new Set(seats.map(({ person }) => person));
};

/** The applicants who hold the owner's role in the shop they applied for to this day. */
const foundersOf = async ({ table }: World, shops: readonly ShopEvidence[]): Promise<ReadonlySet<string>> => {
  const seats = shops.flatMap(({ shopId, applicant }) =>
    applicant === undefined ? [] : [{ person: applicant, scope: `merchant:${shopId}` }],
  );
  const held = await seatsOf(table, seats);
  return new Set(held.flatMap((seat) => (seat?.role === 'owner' ? [seat.scope.slice('merchant:'.length)] : [])));
};

/** When a shop entered the market, and whether it may sell now. */
type Entered = { readonly enteredAt: string | undefined; readonly open: boolean };

/** Verified, and somebody's: one that the city entered from its list enters with whoever claims it. */
const entered = (file: MerchantRecord): Entered => {
  const { verifiedAt, imported: { claimedAt = '' } = {} } = file;
  return {
    enteredAt: verifiedAt !== undefined && claimedAt > verifiedAt ? claimedAt : verifiedAt,
    open: file.status === 'verified' && !isUnclaimed(file),
  };
};

/** Each owner with the day its first shop entered the market. */
const withEntry = (clusters: readonly OwnerCluster[], shops: readonly (ShopEvidence & Entered)[]): SeenOwner[] => {
  const entry = new Map(shops.map(({ shopId, enteredAt }) => [shopId, enteredAt]));
  const open = new Set(shops.flatMap((shop) => (shop.open ? shop.shopId : [])));
  return clusters.map(({ ownerId, shopIds }) => {
    const [enteredAt] = shopIds.flatMap((shopId) => entry.get(shopId) ?? []).sort();
    const dormant = shopIds.every((shopId) => !open.has(shopId));
    return {
      ownerId,
      shopIds: [...shopIds],
      ...(enteredAt === undefined ? {} : { enteredAt }),
      ...(dormant ? { dormant } : {}),
    };
  });
};
type SeenOwner = { ownerId: string; shopIds: string[]; enteredAt?: string; dormant?: boolean };

/** Suspended shops count too: an owner does not become another one by being suspended. */
async function* evidenceIn(world: World, cityCode: string): AsyncGenerator<ShopEvidence & Entered> {
  const officers = await officersOf(world, cityCode);
  for (const status of ['verified', 'suspended'] as const) {
    const read = (after: string | undefined) => merchantsOfCity(world.table, cityCode, status, { limit: 100, after });
    for await (const page of everyPage(read)) {
      const ids = page.map(({ merchantId }) => merchantId);
      const [files, ways] = await Promise.all([getMerchants(world.table, ids), paidByQris(world.table, ids)]);
      const shops = files.flatMap((file, at): (ShopEvidence & Entered)[] => {
        if (!file) return [];
        const { applicant, ...evidence } = evidenceOf(file, ways[at]);
        const shop = { ...evidence, ...entered(file) };
        return [applicant === undefined || officers.has(applicant) ? shop : { ...shop, applicant }];
      });
      const founders = await foundersOf(world, shops);
      for (const shop of shops)
        yield shop.applicant !== undefined && founders.has(shop.shopId) ? { ...shop, founder: shop.applicant } : shop;
    }
  }
}

const ruleOf = ({ rule, shopIds, kind, value }: StoredRuling): OwnerRuling[] => {
  if (rule === 'same_owner') return [{ rule, shopIds }];
  return kind !== null && value !== null ? [{ rule, kind, value }] : [];
};

/** The city's owners as its register shows them now, and what it is asked about them that was not asked before. */
export const ownersShown = async (
  world: World,
  { cityCode }: City,
  at: string,
): Promise<{ clusters: SeenOwner[]; questions: readonly Asked[] }> => {
  const shops: (ShopEvidence & Entered)[] = [];
  for await (const shop of evidenceIn(world, cityCode)) shops.push(shop);
  const rulings = (await rulingsOf(world.table, cityCode)).flatMap(ruleOf);
  const clusters = clusterOwners(shops, rulings);
  const before = await everyQuestion(world.table, cityCode);
  const idOf = (kind: string, value: string) => world.keyedIds.derived('qst', cityCode, kind, value);
  return {
    clusters: withEntry(clusters, shops),
    questions: questionsOf({ shops, rulings, clusters }, before, { city: cityCode, at, idOf }),
  };
};

const recordOf = (city: string, at: string, change: OwnerChange) => ({
  city,
  at,
  change: change.change,
  ownerId: change.ownerId,
  shopIds: [...change.shopIds],
  others: [...(change.change === 'merged' ? change.from : change.into)],
});

/** Records every merger and every split since the clusters before; the same look again records the same. */
export const recordChanges = async (
  world: World,
  city: City,
  before: readonly OwnerCluster[],
  after: readonly OwnerCluster[],
  at: string,
): Promise<void> => {
  for (const change of ownerChanges(before, after))
    await commit(world.table, [putOwnerChange(recordOf(city.cityCode, at, change))]);
};

/** Keeps what the city is asked from now on; a look that was overtaken by another is made again. */
export const recordQuestions = async (world: World, questions: readonly Asked[]): Promise<void> => {
  for (const question of questions)
    await commit(world.table, [saveQuestion({ ...question, shops: [...question.shops] })]);
};
