import * as z from 'zod';
import { RupiahTotal } from '../../basics/money.ts';
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

/** The same for a place: sums over many shops travel as decimal strings. */
export const PricesPaidTotal = z
  .object({
    comparedRupiah: RupiahTotal,
    referenceRupiah: RupiahTotal,
    ratio: z.number().nullable().describe('Paid over reference; null when nothing was chosen from a fair list'),
    belowLine: z.int().describe('Orders chosen below the line'),
    below: z.record(z.string(), z.int()),
  })
  .meta({ id: 'PricesPaidTotal' });
export type PricesPaidTotal = z.infer<typeof PricesPaidTotal>;

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

const plusCounts = (a: Record<string, number>, b: Record<string, number>): Record<string, number> => {
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

type Sums = { compared: bigint; reference: bigint; below: Record<string, number> };
const published = ({ compared, reference, below }: Sums): PricesPaidTotal => ({
  comparedRupiah: compared.toString(),
  referenceRupiah: reference.toString(),
  ratio: reference === 0n ? null : Math.round((Number(compared) / Number(reference)) * 1e9) / 1e9,
  belowLine: Object.values(below).reduce((sum, count) => sum + count, 0),
  below,
});

/** Adds up the shops of a place. `end` is undefined when none of their sales came from a fair list. */
export const pricesPaidCounter = () => {
  let sums: Sums | undefined;
  return {
    add: (pricesPaid: {
      comparedRupiah: number | string;
      referenceRupiah: number | string;
      below: Record<string, number>;
    }) => {
      const { compared = 0n, reference = 0n, below = {} } = sums ?? {};
      sums = {
        compared: compared + BigInt(pricesPaid.comparedRupiah),
        reference: reference + BigInt(pricesPaid.referenceRupiah),
        below: plusCounts(below, pricesPaid.below),
      };
    },
    end: (): PricesPaidTotal | undefined => sums && published(sums),
  };
};
