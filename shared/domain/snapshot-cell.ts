import { type ControlTotals, runningTotal } from './equity/amount.ts';
import { ascendingPass } from './equity/ascending-pass.ts';
import { decompose } from './equity/decompose.ts';
import type { Measure } from './equity/fraction.ts';
import type { Measures } from './equity/measures.ts';
import { paidCounter } from './paid.ts';
import type { Between, Cell, Figure, Spread, YearCell } from './snapshot.ts';
import type { Standing } from './standing.ts';

/** What the index shows of a standing: enough for every indicator of a cell. */
export type StandingEntry = Pick<
  Standing,
  | 'turnoverRupiah'
  | 'reportedRupiah'
  | 'rollingRupiah'
  | 'rollingOrders'
  | 'orders'
  | 'unsoldMonths'
  | 'newcomer'
  | 'left'
  | 'paid'
>;

/** Values are published to 1e-9: the same on every processor. Fractions are exact and need no rounding. */
const published = (value: number): number => Math.round(value * 1e9) / 1e9;

export const figure = (measure: Measure): Figure =>
  measure.value === null
    ? { value: null, reason: measure.reason }
    : { value: published(measure.value), ...(measure.exact ? { exact: measure.exact } : {}) };

/** The measures a snapshot publishes. */
export const spreadOf = (measures: Measures): Spread => ({
  gini: figure(measures.gini),
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

type Counts = Omit<Cell, 'turnoverRupiah' | 'reportedRupiah' | 'spread' | 'topTwoShare' | 'paid'>;
const nothing = (): Counts => ({
  merchants: 0,
  newcomers: 0,
  left: 0,
  sold: 0,
  unsold: 0,
  reports: 0,
  orders: 0,
  activated: 0,
  dropped: 0,
  unsoldOne: 0,
  unsoldTwo: 0,
  unsoldThreeOrMore: 0,
});

const count = (counts: Counts, entry: StandingEntry): void => {
  const sold = entry.turnoverRupiah > 0;
  counts.merchants += 1;
  counts.orders += entry.orders;
  if (entry.newcomer) counts.newcomers += 1;
  if (entry.left) counts.left += 1;
  if (entry.reportedRupiah !== null) counts.reports += 1;
  if (sold) {
    counts.sold += 1;
    if (entry.unsoldMonths > 0) counts.activated += 1;
    return;
  }
  counts.unsold += 1;
  if (entry.unsoldMonths === 0 && !entry.newcomer) counts.dropped += 1;
  if (entry.unsoldMonths === 0) counts.unsoldOne += 1;
  else if (entry.unsoldMonths === 1) counts.unsoldTwo += 1;
  else counts.unsoldThreeOrMore += 1;
};

/** What the list ordered by twelve months needs to show. */
export type YearEntry = Pick<StandingEntry, 'rollingRupiah' | 'rollingOrders'>;

/** What a counter of either span offers: feed it ascending, then take its cell and the measures behind it. */
export type Counter<C, E> = {
  readonly add: (entry: E) => void;
  /** @throws EquityError ControlTotalsDiffer when the stream was not the register: discard it and stream again. */
  readonly end: () => { cell: C; measures: Measures };
};

/** Counts one place, district or category from the ascending stream of its month. Holds nothing that grows with it. */
export const monthCounter = (control: ControlTotals): Counter<Cell, StandingEntry> => {
  const counts = nothing();
  const pass = ascendingPass(control);
  const largest = twoLargest();
  const reported = runningTotal();
  const paid = paidCounter();
  return {
    add: (entry) => {
      if (entry.paid) paid.add(entry.paid);
      pass.add(entry.turnoverRupiah);
      largest.add(entry.turnoverRupiah);
      if (entry.reportedRupiah !== null) reported.add(entry.reportedRupiah);
      count(counts, entry);
    },
    end: () => {
      const measures = pass.measures({ orders: counts.orders });
      const turnoverRupiah = measures.totalRupiah;
      const topTwoShare = largest.shareOf(control.total);
      const cell = {
        ...counts,
        turnoverRupiah,
        reportedRupiah: reported.value().toString(),
        topTwoShare,
        spread: spreadOf(measures),
        ...withPaid(paid),
      };
      return { cell, measures };
    },
  };
};

/** Nothing compared leaves nothing: months before there were fair lists keep their bytes. */
const withPaid = (counter: ReturnType<typeof paidCounter>): Pick<Cell, 'paid'> => {
  const paid = counter.end();
  return paid ? { paid } : {};
};

/** The same over the twelve months that end with this one, from the stream ordered by them. */
export const yearCounter = (control: ControlTotals): Counter<YearCell, YearEntry> => {
  const pass = ascendingPass(control);
  const largest = twoLargest();
  let orders = 0;
  return {
    add: (entry) => {
      pass.add(entry.rollingRupiah);
      largest.add(entry.rollingRupiah);
      orders += entry.rollingOrders;
    },
    end: () => {
      const measures = pass.measures({ orders });
      return { cell: { ...yearCellOf(measures, orders), topTwoShare: largest.shareOf(control.total) }, measures };
    },
  };
};

const yearCellOf = (measures: Measures, orders: number): YearCell => ({
  merchants: measures.merchants,
  sold: measures.sellers,
  unsold: measures.unsold,
  turnoverRupiah: measures.totalRupiah,
  orders,
  topTwoShare: null,
  spread: spreadOf(measures),
});

/** The cell of a province or the country: counts add up, measures come from the exact merge of the city files. */
export const mergedCell = (cells: readonly Cell[], measures: Measures): Cell => {
  const counts = nothing();
  for (const cell of cells) for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += cell[name];
  const paid = paidCounter();
  for (const cell of cells) if (cell.paid) paid.add(cell.paid);
  const reported = cells.reduce((sum, { reportedRupiah }) => sum + BigInt(reportedRupiah ?? '0'), 0n);
  return {
    ...counts,
    turnoverRupiah: measures.totalRupiah,
    reportedRupiah: reported.toString(),
    topTwoShare: null,
    spread: spreadOf(measures),
    ...withPaid(paid),
  };
};
export const mergedYear = (cells: readonly YearCell[], measures: Measures): YearCell =>
  yearCellOf(
    measures,
    cells.reduce((sum, { orders }) => sum + orders, 0),
  );
