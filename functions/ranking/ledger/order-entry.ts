import { buyerOf, categoryOfOrder, ledgerEntryOf } from '../../../shared/domain/orders/ledger-entry.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import type { World } from '../../world.ts';

/**
 * What the ledger keeps of an order as it stands. Orders placed before lines said their category have that of their
 * shop, which is only read then.
 */
export const entryOf = async (
  { identitySealer }: World,
  order: Order,
  categoryOfShop: () => Promise<LedgerEntry['category'] | undefined>,
): Promise<LedgerEntry | undefined> => {
  const category = categoryOfOrder(order) ?? (await categoryOfShop());
  const buyer = identitySealer(order.cityCode)
    .keyed(`buyer ${buyerOf(order)}`)
    .slice(0, 22);
  return category && ledgerEntryOf(order, { category, buyer });
};
