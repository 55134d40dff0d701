import * as z from 'zod';
import { Category } from '../category.ts';
import { MerchantId } from '../merchant.ts';
import { Rupiah } from '../money.ts';
import { Instant } from '../month.ts';
import type { Order } from '../order.ts';

/**
 * What the ledger keeps of one order: enough for V, u, ratings and the record of demand, and nothing of the buyer.
 * An order has one entry, made when its shop accepts or refuses it; its time never changes after.
 */
export const LedgerEntry = z.object({
  orderId: z.string(),
  merchantId: MerchantId,
  ownerId: z.string().describe('By identity; the cluster is looked up when a version is made'),
  cityCode: z.string(),
  category: Category,
  valueRupiah: Rupiah,
  units: z.int(),
  district: z.string().describe('Where it is delivered'),
  state: z.enum(['accepted', 'cancelled', 'refused']),
  unanswered: z.boolean().describe('Refused by letting it lapse'),
  at: Instant,
  cancelledAt: Instant.optional(),
  rating: z.int().optional(),
  orderVersion: z.int(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

type Steps = Order['history'];
const before = (history: Steps, state: string, earlier: string) => {
  const place = history.findIndex((step) => step.state === state);
  return place > 0 && history[place - 1]?.state === earlier ? history[place] : undefined;
};

/**
 * The entry of an order as it stands, or undefined while its shop has neither accepted nor refused it. Letting a placed
 * order lapse is a refusal: else who only waits for large orders would never be counted. What an office's own approver
 * lets lapse never reached the shop.
 */
export const ledgerEntryOf = (order: Order, category: Category): LedgerEntry | undefined => {
  const { history } = order;
  const accepted = history.find(({ state }) => state === 'accepted');
  const declined = before(history, 'declined', 'placed');
  const lapsed = before(history, 'lapsed', 'placed');
  const decisive = accepted ?? declined ?? lapsed;
  if (!decisive) return undefined;
  const cancelled = accepted && history.find(({ state }) => state === 'cancelled');
  const rating = order.handovers.findLast((handover) => handover.rating !== undefined)?.rating;
  return {
    orderId: order.orderId,
    merchantId: order.merchantId,
    ownerId: order.ownerId,
    cityCode: order.cityCode,
    category,
    valueRupiah: order.totalRupiah,
    units: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    district: order.deliverTo.district,
    state: accepted ? (cancelled ? 'cancelled' : 'accepted') : 'refused',
    unanswered: lapsed !== undefined,
    at: decisive.at,
    ...(cancelled ? { cancelledAt: cancelled.at } : {}),
    ...(rating === undefined ? {} : { rating }),
    orderVersion: order.version,
  };
};

/** The category most of an order's money is in; undefined for orders placed before lines said their category. */
export const categoryOfOrder = ({ lines }: Pick<Order, 'lines'>): Category | undefined => {
  const rupiah = new Map<Category, number>();
  for (const { category, priceRupiah, quantity } of lines)
    if (category) rupiah.set(category, (rupiah.get(category) ?? 0) + priceRupiah * quantity);
  return [...rupiah].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
};

/** Whether two entries of one order say the same, whatever the order's version: nothing to write then. */
export const sameEntry = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.state === b.state && a.at === b.at && a.cancelledAt === b.cancelledAt && a.rating === b.rating;
