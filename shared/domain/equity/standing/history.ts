import * as z from 'zod';
import { addMonths } from '../../basics/month.ts';
import { Month } from '../../basics/month-schema.ts';
import type { PastMonth } from './earlier-month.ts';
import { MONTHS_BEFORE } from './past-line.ts';
import { StandingCard } from './standing.ts';

/** What one month was for a merchant. A month it was not in the register has no entry. */
const SoldMonth = z.object({
  month: Month,
  turnoverRupiah: z.int().describe('Received platform orders'),
  orders: z.int(),
  reported: z.boolean().describe('Whether sales outside the platform were reported'),
});

/** A merchant through the twelve months that end with one, oldest first. For the city's people alone. */
export const StandingHistory = StandingCard.pick({ merchantId: true, name: true, district: true, category: true })
  .extend({ months: z.array(SoldMonth) })
  .meta({ id: 'StandingHistory' });
export type StandingHistory = z.infer<typeof StandingHistory>;

/** The months a history that ends with `month` may have. */
export const historyMonths = (month: Month): Month[] =>
  Array.from({ length: MONTHS_BEFORE + 1 }, (_, at) => addMonths(month, at - MONTHS_BEFORE));

type Known = Pick<StandingHistory, 'merchantId' | 'name' | 'district' | 'category'>;
/** A merchant's history from the months that are known of it, in any order; who left before a month is not in it. */
export const historyOf = (
  { merchantId, name, district, category }: Known,
  months: readonly Pick<PastMonth, 'merchantId' | 'month' | 'turnoverRupiah' | 'orders' | 'reportedRupiah' | 'gone'>[],
): StandingHistory => ({
  merchantId,
  name,
  district,
  category,
  months: months
    .filter((one) => one.merchantId === merchantId && !one.gone)
    .map(({ month, turnoverRupiah, orders, reportedRupiah }) => ({
      month,
      turnoverRupiah,
      orders,
      reported: reportedRupiah !== null,
    }))
    .sort((a, b) => (a.month < b.month ? -1 : 1)),
});
