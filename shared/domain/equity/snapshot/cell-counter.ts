import { unionOf } from '../disclosure/sensitive-sums.ts';
import { type ControlTotals, runningTotal } from '../measures/amount.ts';
import { ascendingPass } from '../measures/ascending-pass.ts';
import { decompose } from '../measures/decompose.ts';
import { EquityError } from '../measures/equity-error.ts';
import { exactly, type Measure } from '../measures/fraction.ts';
import type { Measures } from '../measures/measures.ts';
import { type Activity, activityOf, plusActivity } from '../standing/activity.ts';
import { type PricesPaidTotal, pricesPaidCounter } from '../standing/prices-paid.ts';
import { MONTHS_BEFORE, type Standing } from '../standing/standing.ts';
import type { Between, Cell, Figure, Spread } from './snapshot.ts';

/** What the lists show of a standing: enough for every indicator of a cell. */
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
  | 'earlier'
  | 'gone'
>;

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

/** Values are published to 1e-9: the same on every processor. Fractions are exact and need no rounding. */
const published = (value: number): number => Math.round(value * 1e9) / 1e9;

export const figure = (measure: Measure): Figure =>
  measure.value === null
    ? { value: null, reason: measure.reason }
    : { value: published(measure.value), ...(measure.exact ? { exact: measure.exact } : {}) };

/**
 * The Gini without k of those who sold nothing, from that of all n: (G·n − k) / (n − k). Each left out was at the front
 * of the line, so all others move up by k and what is left of the sum of ranked amounts is A − k·S.
 */
const withoutUnsold = ({ gini, merchants }: Measures, k: number): Measure => {
  if (gini.value === null || !gini.exact || k === 0) return gini;
  const [n, left] = [BigInt(merchants), BigInt(merchants - k)];
  const [numerator, denominator] = [BigInt(gini.exact.numerator), BigInt(gini.exact.denominator)];
  return exactly(numerator * n - BigInt(k) * denominator, denominator * left);
};

/** The measures a snapshot publishes; `withoutOffer` of those who sold nothing took no part. */
const spreadOf = (measures: Measures, withoutOffer: number): Spread => ({
  gini: figure(measures.gini),
  giniOffering: figure(withoutUnsold(measures, withoutOffer)),
  giniSellers: figure(measures.giniSellers),
  giniFloor: figure(measures.giniFloor),
  hoover: figure(measures.hoover),
  theil: figure(measures.theil),
  topTenPercentShare: figure(measures.topTenPercentShare),
  bottomFortyPercentShare: figure(measures.bottomFortyPercentShare),
  topTenMerchantsShare: figure(measures.topTenMerchantsShare),
  palma: figure(measures.palma),
  p25: figure(measures.p25),
  median: figure(measures.median),
  p75: figure(measures.p75),
  lorenz: measures.lorenz.value === null ? [] : measures.lorenz.value.map(published),
});

/** Within and between of the groups of a place. Fractions over many groups have thousands of digits: not published. */
export const betweenOf = (groups: readonly { name: string; measures: Measures }[]): Between => {
  const { within, between, betweenShare } = decompose(groups).theil;
  const rounded = (measure: Measure): Figure => {
    const { exact: _long, ...rest } = figure(measure);
    return rest;
  };
  return { within: rounded(within), between: rounded(between), betweenShare: rounded(betweenShare) };
};

/** The two largest so far of an ascending stream. */
const twoLargest = () => {
  let [second, largest] = [0, 0];
  return {
    add: (amount: number): void => {
      [second, largest] = [largest, amount];
    },
    shareOf: (total: bigint): number | null => (total === 0n ? null : published((second + largest) / Number(total))),
  };
};

/** The figures of a cell that add up; the others are measures of the whole list. */
type Sums = Omit<Cell, 'turnoverRupiah' | 'spread' | 'topTwoShare'>;
const uncounted = {
  merchants: 0,
  newcomers: 0,
  left: 0,
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
type Counts = typeof uncounted;

const count = (counts: Counts, { rupiah, orders, left, activity }: Part): void => {
  counts.merchants += 1;
  counts.orders += orders;
  counts.reports += activity.reports;
  counts.reportsMissing += activity.months - activity.reports;
  if (activity.newcomer) counts.newcomers += 1;
  if (left) counts.left += 1;
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
const sumsOf = (counts: Counts, reported: bigint, platform: bigint, pricesPaid: PricesPaidTotal | undefined): Sums => ({
  ...counts,
  reportedRupiah: reported.toString(),
  platformOfReportersRupiah: platform.toString(),
  reportedMinusPlatformRupiah: (reported - platform).toString(),
  // Nothing compared leaves nothing: months before there were fair lists have no such figures.
  ...(pricesPaid ? { pricesPaid } : {}),
});

/** Adds up what merchants give to a cell, in any order. */
const summing = () => {
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

/**
 * Counts one place, district or category: `amount` in ascending order, and of each merchant once, in any order, what it
 * gives beside. Holds nothing that grows with them.
 */
export const cellCounter = (control: ControlTotals) => {
  const sums = summing();
  const pass = ascendingPass(control);
  const largest = twoLargest();
  return {
    amount: (rupiah: number): void => {
      pass.add(rupiah);
      largest.add(rupiah);
    },
    part: sums.add,
    /** @throws EquityError ControlTotalsDiffer when a stream was not the register: discard it and stream again. */
    end: (): { cell: Cell; measures: Measures } => {
      const counted = sums.end();
      const measures = pass.measures({ orders: sums.orders() });
      if (counted.merchants !== measures.merchants || counted.sold !== measures.sellers)
        throw new EquityError('ControlTotalsDiffer', 'the list that was counted is not the one that was measured');
      return { cell: cellOf(counted, measures, largest.shareOf(control.total)), measures };
    },
  };
};
export type CellCounter = ReturnType<typeof cellCounter>;

const cellOf = (sums: Sums, measures: Measures, topTwoShare: number | null): Cell => ({
  ...sums,
  turnoverRupiah: measures.totalRupiah,
  topTwoShare,
  spread: spreadOf(measures, sums.withoutOffer),
});

/** The cell of a province or the country: sums add up, measures come from the exact merge of the city files. */
export const mergedCell = (cells: readonly Cell[], measures: Measures): Cell => {
  const counts = { ...uncounted };
  for (const cell of cells) for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += cell[name] ?? 0;
  const pricesPaid = pricesPaidCounter();
  for (const cell of cells) if (cell.pricesPaid) pricesPaid.add(cell.pricesPaid);
  const total = (of: 'reportedRupiah' | 'platformOfReportersRupiah') =>
    cells.reduce((sum, cell) => sum + BigInt(cell[of] ?? '0'), 0n);
  const sums = sumsOf(counts, total('reportedRupiah'), total('platformOfReportersRupiah'), pricesPaid.end());
  return cellOf(sums, measures, unionOf(cells).topTwoShare);
};
