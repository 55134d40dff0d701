import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import type { SplitProposal } from '../../../shared/domain/ranking/split/propose-split.ts';
import { ordersOfMerchant } from '../../../shared/table/orders/orders.ts';
import type { World } from '../../world.ts';

type Sold = ReadonlyMap<string, number>;

/** Orders of a shop that are looked at; so often a proposal is made anew around them. */
const MOST_ORDERS = 20;
const MOST_LOOKS = 4;

/** What offices have offered a shop since yesterday and it has not answered yet. Rupiah. */
const offeredTo = async ({ table, now }: World, merchantId: string): Promise<number> => {
  const since = later(now(), -DAY_MS);
  const { items } = await ordersOfMerchant(table, merchantId, 'placed', { limit: MOST_ORDERS });
  return items
    .filter(({ agencyId, placedAt }) => agencyId !== null && placedAt > since)
    .reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
};

/**
 * A proposal that does not ask shops again which another office has asked already. What waits for the shop's own answer counts as
 * one usual order of its owner at the most, for a day: a shop ends it by answering, so nobody holds it back by ordering. What waits for
 * an approver, or was only proposed, is counted nowhere: whoever never goes on with it could keep others from their turn.
 */
export const aroundOffers = async (
  world: World,
  usualRupiah: number,
  sold: Sold,
  propose: (sold: Sold) => SplitProposal,
): Promise<SplitProposal> => {
  const known = new Map(sold);
  const looked = new Set<string>();
  for (let looks = 1; ; looks++) {
    const proposal = propose(known);
    const fresh = proposal.suppliers.map(({ ranked }) => ranked.offer).filter(({ shopId }) => !looked.has(shopId));
    if (looks > MOST_LOOKS) return proposal;
    const offered = await Promise.all(fresh.map(({ shopId }) => offeredTo(world, shopId)));
    for (const [at, { shopId, ownerId }] of fresh.entries()) {
      looked.add(shopId);
      known.set(ownerId, (known.get(ownerId) ?? 0) + Math.min(usualRupiah, offered[at] ?? 0));
    }
    if (offered.every((rupiah) => rupiah === 0)) return proposal;
  }
};
