import type { ControlTotals } from './equity/amount.ts';
import { ascendingPass } from './equity/ascending-pass.ts';
import type { Measures } from './equity/measures.ts';
import type { Cell, Figure, Spread } from './snapshot.ts';
import type { Standing } from './standing.ts';

/** What the index shows of a standing: enough for every indicator of a cell. */
export type StandingEntry = Pick<
  Standing,
  'turnoverRupiah' | 'reportedRupiah' | 'orders' | 'unsoldMonths' | 'newcomer' | 'left'
>;

type Counts = Omit<Cell, 'turnoverRupiah' | 'reportedRupiah' | 'spread' | 'topTwoShare'>;
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

const figure = (measure: {
  value: number | null;
  reason?: string;
  exact?: { numerator: string; denominator: string };
}): Figure => ({
  value: measure.value === null ? null : Math.round(measure.value * 1e9) / 1e9,
  ...(measure.reason === undefined ? {} : { reason: measure.reason }),
  ...(measure.exact === undefined ? {} : { exact: measure.exact }),
});

/** The measures a snapshot publishes, rounded to 1e-9 beside their exact fractions. */
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
  lorenz: Array.isArray(measures.lorenz.value)
    ? measures.lorenz.value.map((point) => Math.round(point * 1e9) / 1e9)
    : [],
});

/** Counts one place, district or category from the ascending stream of its month. Holds nothing that grows with it. */
export const cellCounter = (control: ControlTotals) => {
  const counts = nothing();
  const pass = ascendingPass(control);
  let reported = 0n;
  let topTwo: [number, number] = [0, 0];
  const add = (entry: StandingEntry): void => {
    const sold = entry.turnoverRupiah > 0;
    pass.add(entry.turnoverRupiah);
    topTwo = [topTwo[1], entry.turnoverRupiah];
    reported += BigInt(entry.reportedRupiah ?? 0);
    counts.merchants += 1;
    counts.orders += entry.orders;
    if (entry.newcomer) counts.newcomers += 1;
    if (entry.left) counts.left += 1;
    if (entry.reportedRupiah !== null) counts.reports += 1;
    if (sold) counts.sold += 1;
    else counts.unsold += 1;
    if (sold && entry.unsoldMonths > 0) counts.activated += 1;
    if (!sold && entry.unsoldMonths === 0 && !entry.newcomer) counts.dropped += 1;
    if (!sold && entry.unsoldMonths === 0) counts.unsoldOne += 1;
    if (!sold && entry.unsoldMonths === 1) counts.unsoldTwo += 1;
    if (!sold && entry.unsoldMonths > 1) counts.unsoldThreeOrMore += 1;
  };
  /** @throws EquityError ControlTotalsDiffer when the stream was not the register: discard it and stream again. */
  const cell = (): Cell => {
    const measures = pass.measures({ orders: counts.orders });
    const total = Number(control.total);
    return {
      ...counts,
      turnoverRupiah: measures.totalRupiah,
      reportedRupiah: reported.toString(),
      topTwoShare: total === 0 ? null : Math.round(((topTwo[0] + topTwo[1]) / total) * 1e9) / 1e9,
      spread: spreadOf(measures),
    };
  };
  return { add, cell };
};

/** The cell of a province or the country: counts add up, measures come from the exact merge of the city files. */
export const mergedCell = (cells: readonly Cell[], measures: Measures): Cell => {
  const counts = nothing();
  for (const cell of cells) for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += cell[name];
  return {
    ...counts,
    turnoverRupiah: measures.totalRupiah,
    reportedRupiah: cells.reduce((sum, { reportedRupiah }) => sum + BigInt(reportedRupiah ?? '0'), 0n).toString(),
    topTwoShare: null,
    spread: spreadOf(measures),
  };
};
