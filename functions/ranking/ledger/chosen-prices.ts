import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import type { AttainableInputs } from '../../../shared/domain/equity/attainable/inputs.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { getOrders } from '../../../shared/table/orders/orders.ts';
import { getDecision } from '../../../shared/table/ranking/decisions.ts';
import { inBatches } from '../../reads/in-batches.ts';
import { type Redrawn, redraw } from '../../reads/lists/redraw.ts';
import type { World } from '../../world.ts';

/**
 * So many of a month's last orders are looked up, and so many of the lists they were chosen from drawn again; of a large city's
 * none that would fill the memory of a run that has a ledger to make.
 */
const MOST_ORDERS = 200;
const MOST_LISTS = 40;
const MOST_OFFERS = 1_000;

type Chosen = NonNullable<AttainableInputs['chosen']>;
type Line = Order['lines'][number];

/** The list a line was chosen from; undefined where it is forgotten, or its files are gone. */
const listOf = async (world: World, city: City, decisionId: string): Promise<Redrawn | undefined> => {
  const decision = await getDecision(world.table, decisionId);
  // A search is drawn from every shelf of the city, whatever it found.
  if (!decision || decision.request.text !== undefined || decision.above + decision.below > MOST_OFFERS)
    return undefined;
  return redraw(world, city, decision).catch((error: Error) => {
    world.logger.warn('a list could not be drawn again', { decisionId, error });
    return undefined;
  });
};

/** The lowest price above the line of that list, among goods like a line's; undefined where none of others stood there. */
const cheapestOf = ({ ordered, rows }: Redrawn, { productId }: Line): number | undefined => {
  const own = rows.get(productId)?.product;
  if (!own) return undefined;
  const goods = goodsOf(own);
  const alike = ordered.above
    .flatMap(({ offer, others }) => [offer, ...others])
    .filter(({ offerId }) => {
      const row = rows.get(offerId);
      return row !== undefined && goodsOf(row.product) === goods;
    });
  const owners = new Set(alike.map(({ ownerId }) => ownerId));
  return owners.size < 2
    ? undefined
    : alike.reduce((least, { priceRupiah }) => Math.min(least, priceRupiah), own.priceRupiah);
};

/**
 * What was paid for goods chosen from lists that had like goods of several owners, and what the cheapest of these above the line
 * would have cost: of a month's last orders.
 */
export const chosenPrices = async (world: World, city: City, entries: readonly LedgerEntry[]): Promise<Chosen> => {
  const last = entries.slice(-MOST_ORDERS).map(({ orderId }) => orderId);
  const orders = (await inBatches(last, (batch) => getOrders(world.table, batch))).filter(
    (order) => order !== undefined,
  );
  const lists = new Map<string, Redrawn | undefined>();
  const chosen = { lines: 0, paidRupiah: 0, cheapestRupiah: 0 };
  for (const line of orders.flatMap(({ lines }) => lines)) {
    const decisionId = line.choice?.decisionId;
    if (decisionId == null) continue;
    if (!lists.has(decisionId) && lists.size < MOST_LISTS) lists.set(decisionId, await listOf(world, city, decisionId));
    const list = lists.get(decisionId);
    const cheapest = list && cheapestOf(list, line);
    if (cheapest === undefined) continue;
    chosen.lines += 1;
    chosen.paidRupiah += line.priceRupiah * line.quantity;
    chosen.cheapestRupiah += Math.min(cheapest, line.priceRupiah) * line.quantity;
  }
  return chosen;
};
