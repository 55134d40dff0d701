import { dayOf } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { OfferedProduct } from '../../../shared/domain/ranking/list/offered.ts';
import type { SplitProposal } from '../../../shared/domain/ranking/split/propose-split.ts';
import { isOpen } from '../../../shared/domain/register/merchant-moves.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { getShopFacts } from '../../../shared/table/register/merchants.ts';
import type { Drawn } from '../../reads/lists/decide.ts';
import type { World } from '../../world.ts';

/** What a share depends on. */
const decisive = ['category', 'priceRupiah', 'supply', 'perDay', 'minQuantity', 'closedDays', 'deliversTo'] as const;
const isAsWritten = (now: Product | undefined, written: OfferedProduct | undefined): boolean =>
  now?.listed === true && decisive.every((name) => JSON.stringify(now[name]) === JSON.stringify(written?.[name]));

/**
 * Owners who would get a share of goods that are not on offer as they were listed: a large city's list is made of what was written
 * ahead, minutes ago perhaps, and a proposal must be possible to place. Only who was chosen is looked at.
 */
export const changedSince = async (
  world: World,
  { zone }: City,
  { rows }: Drawn,
  { suppliers }: SplitProposal,
): Promise<string[]> => {
  const offers = suppliers.map(({ ranked }) => ranked.offer);
  const [{ products }, shops] = await Promise.all([
    readTogether(world.table, { products: offers.map(({ shopId, offerId }) => productOf(shopId, offerId)) }),
    getShopFacts(
      world.table,
      offers.map(({ shopId }) => shopId),
    ),
  ]);
  const today = dayOf(world.now(), zone);
  return offers.flatMap(({ ownerId, offerId }, at) => {
    const shop = shops[at];
    const sells = shop?.status === 'verified' && isOpen(shop, today);
    return sells && isAsWritten(products[at], rows.get(offerId)?.product) ? [] : [ownerId];
  });
};
