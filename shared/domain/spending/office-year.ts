import { type Known, type OfficeRows, officialOf, rowsOf } from './office-rows.ts';
import { plannedBy } from './planned-spending.ts';
import type { ShopYearCard } from './shop-year.ts';
import { ownersOf } from './spending-owners.ts';
import { stageOf } from './spending-stages.ts';
import type { Spent } from './spent.ts';

/** The lower middle and the longest of how long paid orders waited, from how many waited each number of days. */
const daysOf = (rows: readonly ShopYearCard[]) => {
  const counts = new Map<number, number>();
  for (const { paidAfterDays } of rows)
    for (const [days, orders] of Object.entries(paidAfterDays))
      counts.set(Number(days), (counts.get(Number(days)) ?? 0) + orders);
  const inOrder = [...counts].sort(([one], [other]) => one - other);
  const paidOrders = inOrder.reduce((sum, [, orders]) => sum + orders, 0);
  let passed = 0;
  const middle = inOrder.find(([, orders]) => {
    passed += orders;
    return passed >= Math.ceil(paidOrders / 2);
  });
  return { paidOrders, medianDays: middle?.[0] ?? null, longestDays: inOrder.at(-1)?.[0] ?? null };
};

/** The figures of some offices together: of one for its own line, of all for the city's. */
export const spentBy = (offices: readonly OfficeRows[], known: Known): Spent => {
  const rows = rowsOf(offices);
  const official = officialOf(offices);
  return {
    procurementRupiah: official === null ? null : String(official),
    ...plannedBy(offices),
    ordered: stageOf(offices, 'ordered', known),
    delivered: stageOf(offices, 'delivered', known),
    paid: stageOf(offices, 'paid', known),
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    ...ownersOf(rows, known.ownerOf),
    ...daysOf(rows),
  };
};
