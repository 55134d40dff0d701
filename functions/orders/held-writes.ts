import { budgetChanges, shelfChanges } from '../../shared/domain/orders/holdings.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { commitBudget, releaseBudget } from '../../shared/table/agencies.ts';
import { moveStock } from '../../shared/table/catalogue/stock.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { disputeWrites } from '../../shared/table/orders/disputes.ts';
import { closed } from '../../shared/table/orders/open-orders.ts';

/** What a move changes of an office's budget lines. */
export const budgetWrites = (before: Order, after: Order): Write[] => {
  const { agencyId, agency } = after;
  if (agencyId === null || !agency) return [];
  return budgetChanges(before, after).map(({ year, rupiah }) =>
    rupiah > 0
      ? commitBudget(agencyId, year, agency.budgetCode, rupiah)
      : releaseBudget(agencyId, year, agency.budgetCode, -rupiah),
  );
};

/**
 * What a move changes of shelves, days and budgets, of what its buyer has open and of the city's disputes: the
 * difference between what the order
 * held and what it holds.
 */
export const heldWrites = (before: Order, after: Order): Write[] => [
  ...shelfChanges(before, after).map((change) => moveStock(after.merchantId, change)),
  ...budgetWrites(before, after),
  ...closed(before, after),
  ...disputeWrites(before, after),
];
