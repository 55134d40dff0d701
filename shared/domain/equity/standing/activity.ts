import * as z from 'zod';
import { tookPart } from './offer-days.ts';
import { PricesPaid, plusPricesPaid } from './prices-paid.ts';

/**
 * What a merchant did in a month or in several, beside rupiah and orders: all that the indicators count of it. Activities
 * of months add up to that of a year, in any order, so each month carries that of the eleven before it.
 */
export const Activity = z.object({
  months: z.int().describe('In the register'),
  newcomer: z.boolean().describe('Entered the register'),
  activated: z.boolean().describe('Sold after a whole month without a sale'),
  dropped: z.boolean().describe('Sold nothing after a month with a sale'),
  offered: z.boolean().describe('Had an active offer on 15 days or more of a month'),
  unsold: z
    .int()
    .describe('Months in a row without a sale: those that end with a month, the longest of several months'),
  reports: z.int(),
  reportedRupiah: z.int().describe('Sales outside the platform, as reported'),
  reportersRupiah: z.int().describe('Platform turnover of the months that were reported'),
  pricesPaid: PricesPaid.optional(),
});
export type Activity = z.infer<typeof Activity>;

/** What a month's activity is read from. */
export type MonthFigures = {
  readonly turnoverRupiah: number;
  readonly reportedRupiah: number | null;
  readonly monthsUnsold: number;
  readonly newcomer: boolean;
  readonly returned?: true | undefined;
  readonly offeredDays: number;
  readonly pricesPaid?: PricesPaid | undefined;
};

/** A month's activity. Months unsold from before the period looked at count for `longest` months at most. */
export const activityOf = (
  { turnoverRupiah, reportedRupiah, monthsUnsold, newcomer, returned, offeredDays, pricesPaid }: MonthFigures,
  longest = Number.POSITIVE_INFINITY,
): Activity => {
  const sold = turnoverRupiah > 0;
  const reported = reportedRupiah !== null;
  return {
    months: 1,
    newcomer,
    activated: sold && monthsUnsold > 0,
    dropped: !sold && monthsUnsold === 0 && !newcomer && !returned,
    offered: tookPart({ offeredDays }),
    unsold: sold ? 0 : Math.min(monthsUnsold + 1, longest),
    reports: reported ? 1 : 0,
    reportedRupiah: reportedRupiah ?? 0,
    reportersRupiah: reported ? turnoverRupiah : 0,
    ...(pricesPaid ? { pricesPaid } : {}),
  };
};

export const plusActivity = (a: Activity, b: Activity): Activity => {
  const pricesPaid = plusPricesPaid(a.pricesPaid, b.pricesPaid);
  return {
    months: a.months + b.months,
    newcomer: a.newcomer || b.newcomer,
    activated: a.activated || b.activated,
    dropped: a.dropped || b.dropped,
    offered: a.offered || b.offered,
    unsold: Math.max(a.unsold, b.unsold),
    reports: a.reports + b.reports,
    reportedRupiah: a.reportedRupiah + b.reportedRupiah,
    reportersRupiah: a.reportersRupiah + b.reportersRupiah,
    ...(pricesPaid ? { pricesPaid } : {}),
  };
};
