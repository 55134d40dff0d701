import { runningTotal } from '../measures/amount.ts';
import { type PricesPaidTotal, pricesPaidCounter } from '../standing/prices-paid-total.ts';
import type { Cell } from './cell.ts';
import type { Part } from './part.ts';

/** The figures of a cell that add up; the others are measures of the whole list. */
export type Sums = Omit<Cell, 'turnoverRupiah' | 'spread' | 'topTwoShare'>;
export const uncounted = {
  merchants: 0,
  newcomers: 0,
  departed: 0,
  sold: 0,
  unsold: 0,
  withoutOffer: 0,
  reports: 0,
  reportsMissing: 0,
  orders: 0,
  activated: 0,
  dropped: 0,
  unsoldOne: 0,
  unsoldTwo: 0,
  unsoldThreeOrMore: 0,
};
export type Counts = typeof uncounted;

const count = (counts: Counts, { rupiah, orders, left, activity }: Part): void => {
  counts.merchants += 1;
  counts.orders += orders;
  counts.reports += activity.reports;
  counts.reportsMissing += activity.months - activity.reports;
  if (activity.newcomer) counts.newcomers += 1;
  if (left) counts.departed += 1;
  if (rupiah > 0) counts.sold += 1;
  else {
    counts.unsold += 1;
    if (!activity.offered) counts.withoutOffer += 1;
  }
  if (activity.activated) counts.activated += 1;
  if (activity.dropped) counts.dropped += 1;
  if (activity.unsold === 1) counts.unsoldOne += 1;
  else if (activity.unsold === 2) counts.unsoldTwo += 1;
  else if (activity.unsold > 2) counts.unsoldThreeOrMore += 1;
};

/** What was reported beside the platform, and what the same months sold on it: two series, compared and never mixed. */
export const sumsOf = (
  counts: Counts,
  reported: bigint,
  platform: bigint,
  pricesPaid: PricesPaidTotal | undefined,
): Sums => ({
  ...counts,
  reportedRupiah: reported.toString(),
  platformOfReportersRupiah: platform.toString(),
  reportedMinusPlatformRupiah: (reported - platform).toString(),
  // Nothing compared leaves nothing: months before there were fair lists have no such figures.
  ...(pricesPaid ? { pricesPaid } : {}),
});

/** Adds up what merchants give to a cell, in any order. */
export const summing = () => {
  const counts = { ...uncounted };
  const [reported, platform] = [runningTotal(), runningTotal()];
  const pricesPaid = pricesPaidCounter();
  return {
    add: (part: Part): void => {
      count(counts, part);
      const { activity } = part;
      if (activity.pricesPaid) pricesPaid.add(activity.pricesPaid);
      if (activity.reports === 0) return;
      reported.add(activity.reportedRupiah);
      platform.add(activity.reportersRupiah);
    },
    orders: (): number => counts.orders,
    end: (): Sums => sumsOf(counts, reported.value(), platform.value(), pricesPaid.end()),
  };
};
