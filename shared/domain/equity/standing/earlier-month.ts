import type * as z from 'zod';
import { Standing } from './standing.ts';

/** What later months need to know of a month: a look back over twelve of them for every merchant reads no more. */
export const EarlierMonth = Standing.pick({
  month: true,
  turnoverRupiah: true,
  reportedRupiah: true,
  orders: true,
  monthsUnsold: true,
  newcomer: true,
  returned: true,
  offering: true,
  offeredDays: true,
  pricesPaid: true,
  gone: true,
});
export type EarlierMonth = z.infer<typeof EarlierMonth>;
/** Whose month it was as well, where those of many are read. */
export const PastMonth = EarlierMonth.extend(Standing.pick({ merchantId: true }).shape);
export type PastMonth = z.infer<typeof PastMonth>;
/** The same with what the month itself took over. */
export const CarryingMonth = PastMonth.extend(
  Standing.pick({ rollingRupiah: true, rollingOrders: true, past: true, carriedFrom: true }).shape,
);
export type CarryingMonth = z.infer<typeof CarryingMonth>;

/** The same of the one month that the next is opened from: it keeps the eleven before it, and how it came by them. */
export const LastMonth = EarlierMonth.extend(Standing.pick({ past: true, carriedFrom: true, version: true }).shape);
export type LastMonth = z.infer<typeof LastMonth>;
