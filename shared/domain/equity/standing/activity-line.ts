import * as z from 'zod';
import type { Activity } from './activity.ts';
import { byReason, type PricesPaid } from './prices-paid.ts';

/*
 * Prices and activities without names, in one fixed order, so that equal ones make equal bytes: a table may give
 * attributes back in another order.
 */

export const PricesPaidLine = z.tuple([z.int().min(0), z.int().min(0), z.array(z.tuple([z.string(), z.int()]))]);
export const pricesPaidLine = ({
  comparedRupiah,
  referenceRupiah,
  below,
}: PricesPaid): z.infer<typeof PricesPaidLine> => [comparedRupiah, referenceRupiah, byReason(below)];
export const pricesPaidOf = ([comparedRupiah, referenceRupiah, below]: z.infer<typeof PricesPaidLine>): PricesPaid => ({
  comparedRupiah,
  referenceRupiah,
  below: Object.fromEntries(below),
});

export const ActivityLine = z.tuple([
  z.int().describe('months'),
  z.int().describe('newcomer, 0 or 1'),
  z.int().describe('activated, 0 or 1'),
  z.int().describe('dropped, 0 or 1'),
  z.int().describe('offered, 0 or 1'),
  z.int().describe('unsold'),
  z.int().describe('reports'),
  z.int().describe('reportedRupiah'),
  z.int().describe('reportersRupiah'),
  PricesPaidLine.nullable(),
]);
export const activityLine = (activity: Activity): z.infer<typeof ActivityLine> => [
  activity.months,
  Number(activity.newcomer),
  Number(activity.activated),
  Number(activity.dropped),
  Number(activity.offered),
  activity.unsold,
  activity.reports,
  activity.reportedRupiah,
  activity.reportersRupiah,
  activity.pricesPaid ? pricesPaidLine(activity.pricesPaid) : null,
];
export const activityIn = (line: z.infer<typeof ActivityLine>): Activity => {
  const [months, newcomer, activated, dropped, offered, unsold, reports, reportedRupiah, reportersRupiah, pricesPaid] =
    line;
  const events = {
    newcomer: newcomer === 1,
    activated: activated === 1,
    dropped: dropped === 1,
    offered: offered === 1,
  };
  const sums = { unsold, reports, reportedRupiah, reportersRupiah };
  return { months, ...events, ...sums, ...(pricesPaid ? { pricesPaid: pricesPaidOf(pricesPaid) } : {}) };
};
