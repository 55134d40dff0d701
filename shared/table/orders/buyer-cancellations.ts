import * as z from 'zod';
import { everyPage, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

// | entity            | pk                  | sk                |
// | BuyerCancellation | CANCELLATIONS#35.73 | <buyer>#<orderId> |

/** An accepted order that its buyer cancelled. The buyer is a keyed hash, as in the ledger. */
export const BuyerCancellation = z.object({
  cityCode: z.string(),
  buyer: z.string(),
  orderId: z.string(),
  merchantId: z.string(),
  at: z.string(),
  ttl: z.int(),
});
export type BuyerCancellation = z.infer<typeof BuyerCancellation>;

/** A quarter of a year: as long as an order weighs. */
const KEPT_SECONDS = 90 * 86_400;

const cancellations = entity({
  type: 'BuyerCancellation',
  schema: BuyerCancellation,
  key: ({ cityCode, buyer, orderId }) => ({ pk: `CANCELLATIONS#${cityCode}`, sk: `${buyer}#${orderId}` }),
});

/** Remembers one cancellation; the same event twice is one. */
export const buyerCancelled = ({ cityCode, buyer, orderId, merchantId, at }: Omit<BuyerCancellation, 'ttl'>): Write =>
  put(cancellations, {
    cityCode,
    buyer,
    orderId,
    merchantId,
    at,
    ttl: Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
  });

/** The accepted orders that each buyer of a city cancelled in the last quarter: a question, where they are many. */
export const cancellationsByBuyer = async (
  table: Table,
  cityCode: string,
  now: string,
): Promise<Map<string, string[]>> => {
  const cancelled = new Map<string, string[]>();
  const request = { pk: `CANCELLATIONS#${cityCode}`, limit: 500 };
  // Expired items stay for a while.
  for await (const page of everyPage((after) => list(table, BuyerCancellation, undefined, { ...request, after })))
    for (const { buyer, orderId, ttl } of page)
      if (ttl > Date.parse(now) / 1000) cancelled.set(buyer, [...(cancelled.get(buyer) ?? []), orderId]);
  return cancelled;
};
