import type { City } from '../../../shared/domain/places/city.ts';
import {
  clusterOwners,
  type OwnerChange,
  type OwnerCluster,
  type OwnerRuling,
  ownerChanges,
  type ShopEvidence,
} from '../../../shared/domain/register/owner-cluster.ts';
import { everyEntry, everyPage } from '../../../shared/table/engine/pages.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { membersOf } from '../../../shared/table/people/memberships.ts';
import { getMerchants, type MerchantRecord, merchantsOfCity } from '../../../shared/table/register/merchants.ts';
import { putOwnerChange, rulingsOf, type StoredRuling } from '../../../shared/table/register/owners.ts';
import type { World } from '../../world.ts';

/** What may show one owner behind two shops; of identity and account only the hashes are known here. */
export const evidenceOf = ({ merchantId, ownerId, phone, accountKey, history }: MerchantRecord): ShopEvidence => {
  const applicant = history[0]?.by;
  return {
    ...{ shopId: merchantId, identity: ownerId, phone },
    ...(accountKey === undefined ? {} : { account: accountKey }),
    ...(applicant === undefined ? {} : { applicant }),
  };
};

/** Who works for the city: a sign-in that the city itself seated and that registers shops does so for their owners. */
const officersOf = async (world: World, cityCode: string): Promise<ReadonlySet<string>> => {
  const read = (after: string | undefined) => membersOf(world.table, `city:${cityCode}`, { limit: 100, after });
  return new Set((await everyEntry(read)).map(({ person }) => person));
};

/** Suspended shops count too: an owner does not become another one by being suspended. */
async function* evidenceIn(world: World, cityCode: string): AsyncGenerator<ShopEvidence> {
  const officers = await officersOf(world, cityCode);
  for (const status of ['verified', 'suspended'] as const) {
    const read = (after: string | undefined) => merchantsOfCity(world.table, cityCode, status, { limit: 100, after });
    for await (const page of everyPage(read)) {
      const ids = page.map(({ merchantId }) => merchantId);
      for (const shop of await getMerchants(world.table, ids)) {
        if (!shop) continue;
        const { applicant, ...evidence } = evidenceOf(shop);
        yield applicant === undefined || officers.has(applicant) ? evidence : { ...evidence, applicant };
      }
    }
  }
}

const ruleOf = ({ rule, shopIds, kind, value }: StoredRuling): OwnerRuling[] => {
  if (rule === 'same_owner') {
    const [first, second] = shopIds;
    return first !== undefined && second !== undefined ? [{ rule, shopIds: [first, second] }] : [];
  }
  return kind !== null && value !== null ? [{ rule, kind, value }] : [];
};

/** The city's owners as its register shows them now. */
export const clustersOf = async (world: World, city: City): Promise<readonly OwnerCluster[]> => {
  const evidence: ShopEvidence[] = [];
  for await (const shop of evidenceIn(world, city.cityCode)) evidence.push(shop);
  return clusterOwners(evidence, (await rulingsOf(world.table, city.cityCode)).flatMap(ruleOf));
};

const recordOf = (city: string, at: string, change: OwnerChange) => ({
  ...{ city, at, change: change.change, ownerId: change.ownerId, shopIds: [...change.shopIds] },
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
