import * as z from 'zod';
import type { Order } from '../../orders/order.ts';

/**
 * Indicator 14 of one shop's month: what was paid for received goods that were chosen from a fair list, what the same
 * pieces cost at the median price of that list, and how many orders were chosen below its line, by why they stood there.
 */
export const PricesPaid = z.object({
  comparedRupiah: z.int().min(0),
  referenceRupiah: z.int().min(0),
  below: z.record(z.string(), z.int()).describe('Orders chosen below the line, by the reason they stood there'),
});
export type PricesPaid = z.infer<typeof PricesPaid>;

/** What the latest handover of an order adds; undefined when none of its goods came from a fair list. */
export const pricesPaidIn = (order: Order): PricesPaid | undefined => {
  const handover = order.handovers.at(-1);
  if (!handover) return undefined;
  const pricesPaid: PricesPaid = { comparedRupiah: 0, referenceRupiah: 0, below: {} };
  for (const { productId, quantity } of handover.lines) {
    const line = order.lines.find((one) => one.productId === productId);
    const reference = line?.choice?.referenceRupiah ?? null;
    if (!line || reference === null) continue;
    pricesPaid.comparedRupiah += line.priceRupiah * quantity;
    pricesPaid.referenceRupiah += reference * quantity;
  }
  const reason = order.lines.find(({ choice }) => choice?.below)?.choice?.below;
  // An order counts once, with its first handover.
  if (reason && order.handovers.length === 1) pricesPaid.below[reason] = 1;
  return pricesPaid.comparedRupiah > 0 || reason ? pricesPaid : undefined;
};

/** In order of name, so that the same counts make the same bytes. */
export const byReason = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort(([x], [y]) => (x < y ? -1 : 1));

export const plusCounts = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
  const sum = { ...a };
  for (const [reason, count] of Object.entries(b)) sum[reason] = (sum[reason] ?? 0) + count;
  return Object.fromEntries(byReason(sum));
};

export const plusPricesPaid = (a: PricesPaid | undefined, b: PricesPaid | undefined): PricesPaid | undefined =>
  a && b
    ? {
        comparedRupiah: a.comparedRupiah + b.comparedRupiah,
        referenceRupiah: a.referenceRupiah + b.referenceRupiah,
        below: plusCounts(a.below, b.below),
      }
    : (a ?? b);
