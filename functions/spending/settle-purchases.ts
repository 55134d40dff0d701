import { type Counted, type Purchase, purchaseOf } from '../../shared/domain/spending/purchase.ts';
import { afterChanges, type Change, countsAlike, type ShopYear } from '../../shared/domain/spending/shop-year.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { paymentAt } from '../../shared/table/payments/payments.ts';
import { purchaseAt, savePurchase, saveShopYear, shopYearAt } from '../../shared/table/spending/purchases.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';

/** Orders of one office at one shop that are counted together: each is an item of the transaction, the rows are two or three. */
export const TOGETHER = 25;
const ATTEMPTS = 8;

type Found = Change & { readonly stored: Purchase | undefined };
/** A year of a city's budgets. */
export type CityYear = Pick<Counted, 'cityCode' | 'year'>;

const purchasesOf = async (world: World, orderIds: readonly string[]): Promise<Found[]> => {
  const { orders, payments, purchases } = await readTogether(world.table, {
    orders: orderIds.map(orderOf),
    payments: orderIds.map(paymentAt),
    purchases: orderIds.map(purchaseAt),
  });
  const found: Found[] = [];
  for (const [index, order] of orders.entries()) {
    if (!order) continue;
    const { zone } = await expectCity(world, order.cityCode);
    const after = purchaseOf(order, payments[index], { now: world.now(), zone });
    const stored = purchases[index];
    if (after) found.push({ before: stored, after, stored });
  }
  return found;
};

const yearsIn = (changes: readonly Change[]): string[] => [
  ...new Set(changes.flatMap(({ before, after }) => [after.year, ...(before ? [before.year] : [])])),
];

const rowsOf = async (
  world: World,
  changes: readonly Change[],
  { agencyId, merchantId }: Counted,
): Promise<ShopYear[]> => {
  const years = yearsIn(changes);
  const { rows } = await readTogether(world.table, {
    rows: years.map((year) => shopYearAt({ agencyId, merchantId, year })),
  });
  return years.map((year, index) => afterChanges(rows[index], year, changes));
};

/**
 * Counts orders of one office at one shop as they and their payments stand now, in its sums of the year: each order's own
 * item says what it was counted as before, and both are one write, so that no event counts twice and none is lost. Answers
 * the years they are in, whether or not anything changed: of a run that broke off it is not known who heard.
 */
export const settlePurchases = (world: World, orderIds: readonly string[]): Promise<readonly CityYear[]> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const purchases = await purchasesOf(world, orderIds);
    const changes = purchases.filter(({ stored, after }) => !(stored && countsAlike(stored, after)));
    const years = purchases.flatMap(({ before, after }) => (before ? [before, after] : [after]));
    const [first] = changes;
    if (!first) return years;
    const rows = await rowsOf(world, changes, first.after);
    await commit(world.table, [
      ...rows.map(saveShopYear),
      ...changes.map(({ after, stored }) => savePurchase({ ...after, version: (stored?.version ?? 0) + 1 })),
    ]);
    return years;
  });
