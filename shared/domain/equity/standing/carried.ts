import { addMonths, monthsBetween } from '../../basics/month.ts';
import type { Month } from '../../basics/month-schema.ts';
import type { EarlierMonth } from './earlier-month.ts';
import { MONTHS_BEFORE, pastLine } from './past-line.ts';
import type { Standing } from './standing.ts';

/** What a month takes over from the months before it: the rolling year, the streak, and whether it is the first. */
export type Carried = Pick<
  Standing,
  'rollingRupiah' | 'rollingOrders' | 'monthsUnsold' | 'newcomer' | 'returned' | 'past'
>;

/** The months among the eleven before in which the merchant was in the register. */
export const monthsInYear = <M extends Pick<Standing, 'month' | 'gone'>>(month: Month, earlier: readonly M[]): M[] => {
  const first = addMonths(month, -MONTHS_BEFORE);
  return earlier.filter((one) => one.month >= first && one.month < month && !one.gone);
};

/** The month before, or an older one where that was never opened. */
export const latestBefore = (month: Month, earlier: readonly EarlierMonth[]): EarlierMonth | undefined =>
  earlier.reduce<EarlierMonth | undefined>(
    (latest, one) => (one.month < month && (!latest || one.month > latest.month) ? one : latest),
    undefined,
  );

/** The months unsold a month begins with. A month that was never opened had no sale: a sale would have opened it. */
const monthsUnsoldInto = (month: Month, last: EarlierMonth | undefined): number => {
  if (!last) return 0;
  const never = monthsBetween(last.month, month) - 1;
  return never + (last.turnoverRupiah > 0 ? 0 : last.monthsUnsold + 1);
};

export const carriedInto = (month: Month, earlier: readonly EarlierMonth[]): Carried => {
  const window = monthsInYear(month, earlier);
  const last = latestBefore(month, window);
  const returned = last && earlier.some((one) => one.gone && one.month > last.month && one.month < month);
  return {
    rollingRupiah: window.reduce((sum, one) => sum + one.turnoverRupiah, 0),
    rollingOrders: window.reduce((sum, one) => sum + one.orders, 0),
    monthsUnsold: returned ? 0 : monthsUnsoldInto(month, last),
    newcomer: window.length === 0,
    ...(returned ? { returned: true } : {}),
    past: pastLine(month, earlier),
  };
};
