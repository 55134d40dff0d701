import type { RankedOffer } from './ranking.ts';

/**
 * What a replay needs of V, and no more: among owners equal in step and X, which V comes first, by owner. Owners of one V
 * have one number; where it is nobody's turn to be compared it is 0.
 */
export const salesOrderOf = (above: readonly RankedOffer[]): ReadonlyMap<string, number> => {
  const owners = new Map(above.map((turn) => [turn.offer.ownerId, turn]));
  const orders = new Map<string, number>();
  for (const equals of Map.groupBy(owners.values(), ({ step, exposure }) => `${step} ${exposure}`).values()) {
    const amounts = [...new Set(equals.map(({ recentSalesRupiah }) => recentSalesRupiah))].sort((a, b) => a - b);
    const orderOf = new Map(amounts.map((amount, index) => [amount, index]));
    for (const { offer, recentSalesRupiah } of equals) orders.set(offer.ownerId, orderOf.get(recentSalesRupiah) ?? 0);
  }
  return orders;
};
