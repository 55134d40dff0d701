import { type Activity, activityOf, plusActivity } from '../standing/activity.ts';
import { MONTHS_BEFORE } from '../standing/past-line.ts';
import type { Standing } from '../standing/standing.ts';

/** What the lists say of a standing: enough for every indicator of a cell. */
export type StandingEntry = Pick<
  Standing,
  | 'turnoverRupiah'
  | 'reportedRupiah'
  | 'rollingRupiah'
  | 'rollingOrders'
  | 'orders'
  | 'monthsUnsold'
  | 'newcomer'
  | 'returned'
  | 'offeredDays'
  | 'left'
  | 'pricesPaid'
  | 'gone'
> & {
  /** Of the eleven months before; undefined when it was in the register in none. */
  readonly earlier: Activity | undefined;
};

/** What one merchant gives to a cell, whichever period the cell is of. */
export type Part = {
  readonly rupiah: number;
  readonly orders: number;
  /** No longer in the register at the end. */
  readonly left: boolean;
  readonly activity: Activity;
};
const NOTHING: Activity = {
  months: 0,
  newcomer: false,
  activated: false,
  dropped: false,
  offered: false,
  unsold: 0,
  reports: 0,
  reportedRupiah: 0,
  reportersRupiah: 0,
};
const partOfMonth = (entry: StandingEntry): Part => ({
  rupiah: entry.turnoverRupiah,
  orders: entry.orders,
  left: entry.left,
  activity: activityOf(entry),
});
/** The months before and this one; of who left before it only the months before. */
const partOfYear = (entry: StandingEntry): Part => {
  const { earlier, gone = false, left, rollingRupiah, rollingOrders } = entry;
  const own = gone ? NOTHING : activityOf(entry, MONTHS_BEFORE + 1);
  return {
    rupiah: rollingRupiah,
    orders: rollingOrders,
    left: left || gone,
    activity: earlier ? plusActivity(earlier, own) : own,
  };
};
export const partOf = { month: partOfMonth, year: partOfYear } as const;
/** A month, or the twelve that end with it. */
export type Span = keyof typeof partOf;
