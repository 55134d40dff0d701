import type { FollowUpCard } from '../../../shared/domain/follow-ups/follow-up.ts';
import { isOpen } from '../../../shared/domain/follow-ups/state-words.ts';
import type { GapFinding } from '../../../shared/domain/ranking/support/gap.ts';
import { getFollowUps } from '../../../shared/table/follow-ups.ts';
import { getShopPlaces } from '../../../shared/table/visits/shop-places.ts';
import { rowsWithin, type Within } from '../../http/shops-within.ts';
import { addressesOf } from '../../reads/addresses.ts';
import { inBatches } from '../../reads/in-batches.ts';
import type { World } from '../../world.ts';

/** Of several shops of one owner, the one somebody has: it is one person who is called. */
const ofOwner = (found: readonly FollowUpCard[]): FollowUpCard | null =>
  found.find(({ state }) => isOpen(state)) ?? found[0] ?? null;

/**
 * Findings with where the shops are, and who looks after them. The file of the list tells neither: shops move, officers go, and
 * the list is drawn once for many readers. An officer of some districts finds the shops that stand in them today.
 */
export const toVisit = async (world: World, found: readonly GapFinding[], districts: Within) => {
  const own = new Set(
    await rowsWithin(
      world,
      found.flatMap(({ shops }) => shops),
      districts,
    ),
  );
  const lines = found
    .map((line) => ({ ...line, shops: line.shops.filter((shop) => own.has(shop)) }))
    .filter(({ shops }) => shops.length > 0);
  const ids = lines.flatMap(({ shops }) => shops.map(({ merchantId }) => merchantId));
  const [addresses, followUps, places] = await Promise.all([
    addressesOf(world, ids),
    inBatches(ids, (some) => getFollowUps(world.table, some)),
    inBatches(ids, (some) => getShopPlaces(world.table, some)),
  ]);
  const known = new Map(followUps.flatMap((one) => (one ? [[one.merchantId, one] as const] : [])));
  const measured = new Map(places.flatMap((one) => (one ? [[one.merchantId, one.place] as const] : [])));
  return lines.map((line) => ({
    ...line,
    shops: line.shops.map((shop) => ({
      ...shop,
      address: addresses.get(shop.merchantId) ?? '',
      place: measured.get(shop.merchantId) ?? null,
    })),
    followUp: ofOwner(line.shops.flatMap(({ merchantId }) => known.get(merchantId) ?? [])),
  }));
};
