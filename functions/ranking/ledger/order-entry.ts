import { categoryOfOrder, ledgerEntryOf } from '../../../shared/domain/orders/ledger-entry.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { starsOf } from '../../../shared/domain/reviews/averages.ts';
import type { Review } from '../../../shared/domain/reviews/review.ts';
import type { OrderRecord } from '../../../shared/table/orders/orders.ts';
import { ledgerBuyerOf } from '../../reads/buyers/ledger-buyer.ts';
import type { World } from '../../world.ts';

/**
 * What the ledger keeps of an order as it stands. Orders placed before lines said their category have that of their
 * shop, which is only read then. Its review, while it has one, says its stars instead of the handover; the entry's version
 * rises with either.
 */
export const entryOf = async (
  world: World,
  order: Order & Pick<OrderRecord, 'buyerKey'>,
  review: Review | undefined,
  categoryOfShop: () => Promise<LedgerEntry['category'] | undefined>,
): Promise<LedgerEntry | undefined> => {
  const category = categoryOfOrder(order) ?? (await categoryOfShop());
  const buyer = ledgerBuyerOf(world, order);
  const entry = category && ledgerEntryOf(order, { category, buyer });
  if (!entry || !review) return entry;
  const { rating: _, ...unrated } = entry;
  const stars = starsOf(order, review);
  return {
    ...unrated,
    ...(stars === undefined ? {} : { rating: stars }),
    orderVersion: entry.orderVersion + review.version,
  };
};
