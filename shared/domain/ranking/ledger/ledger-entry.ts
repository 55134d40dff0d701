import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { Day, Instant } from '../../basics/month-schema.ts';
import { MerchantId } from '../../register/merchant.ts';

/** On whose side an accepted order was cancelled: only what the shop itself cancels stays in its recent sales. */
const Cancelling = z.enum(['merchant', 'buyer', 'city']);

/**
 * What the ledger keeps of one order: enough for V, u, ratings and the record of demand. Of the buyer nothing but a
 * keyed hash, so that a hundred orders of one are not a hundred buyers.
 * An order has one entry, made when its shop accepts or refuses it; its time never changes after.
 */
export const LedgerEntry = z.object({
  orderId: z.string(),
  merchantId: MerchantId,
  ownerId: z.string().describe('By identity; the cluster is looked up when a version is made'),
  cityCode: z.string(),
  category: Category,
  valueRupiah: Rupiah.describe('Goods ordered; once some were received, those that were'),
  units: z.int(),
  lines: z
    .array(z.tuple([z.string(), z.int(), z.int(), z.int()]))
    .optional()
    .describe(
      'Of each line the kind of goods, units, the price of one, and the reference it was placed against; 0 for none',
    ),
  district: z.string().describe('Where it is delivered'),
  deliverOn: Day.optional().describe('Its day of delivery'),
  state: z.enum(['accepted', 'cancelled', 'refused']),
  unanswered: z.boolean().describe('Refused by letting it lapse'),
  at: Instant,
  receivedAt: Instant.optional().describe('When the first of its goods were received'),
  lastReceivedAt: Instant.optional().describe('When the last of them were, where they came in parts'),
  unproven: z
    .literal(true)
    .optional()
    .describe('Nothing was received and nobody says it was: its buyer disputes it, or has still to fetch it'),
  cancelledAt: Instant.optional(),
  cancelledBy: Cancelling.optional(),
  buyer: z.string().optional().describe('Who ordered (an office as one), under a keyed hash of the city'),
  rating: z.int().optional(),
  orderVersion: z.int().describe('Rises with every version of the order, and of its review'),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Whether two entries of one order say the same, whatever the order's version: nothing to write then. */
export const sameEntry = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.state === b.state &&
  a.at === b.at &&
  a.receivedAt === b.receivedAt &&
  a.lastReceivedAt === b.lastReceivedAt &&
  a.unproven === b.unproven &&
  a.valueRupiah === b.valueRupiah &&
  a.cancelledAt === b.cancelledAt &&
  a.cancelledBy === b.cancelledBy &&
  a.rating === b.rating;
