import { shareClosed } from '../../equity/attainable/share-closed.ts';
import { type HardMetrics, priceOfFairness } from '../hard-metrics.ts';
import type { Hardship } from '../hardships.ts';

/** One seed of one hardship: the same market under popularity, under our lists, and assigned through the same gate. */
export type HardYear = { readonly popularity: HardMetrics; readonly ours: HardMetrics; readonly floor: HardMetrics };
export type HardRow = { readonly hardship: Hardship; readonly years: readonly HardYear[] };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Means over the seeds that have the figure; null where none has. */
const meanOf = (years: readonly HardYear[], of: (year: HardYear) => number | null): number | null => {
  const known = years.map(of).filter((value) => value !== null);
  return known.length === 0 ? null : mean(known);
};
export const closedIn = ({ popularity, ours, floor }: HardYear) => shareClosed(popularity.gini, ours.gini, floor.gini);

export const fixed = (digits: number) => (value: number) => value.toFixed(digits);
export const percent = (digits: number) => (share: number) => `${(100 * share).toFixed(digits)}%`;

type Column = readonly [heading: string, of: (year: HardYear) => number | null, shown: (value: number) => string];
const columns: readonly Column[] = [
  ['popularity', ({ popularity }) => popularity.gini, fixed(3)],
  ['Urut Merata', ({ ours }) => ours.gini, fixed(3)],
  ['floor', ({ floor }) => floor.gini, fixed(3)],
  ['distance closed', closedIn, percent(0)],
  ['inside categories', ({ ours }) => ours.insideGini, fixed(3)],
  ['never sold', ({ ours }) => ours.neverSold, percent(1)],
  ['silence P95, days', ({ ours }) => ours.silenceDays, fixed(0)],
  ['first sale P95, days', ({ ours }) => ours.firstSaleDays, fixed(0)],
  ['price of fairness', ({ popularity, ours }) => priceOfFairness(popularity, ours), percent(1)],
  ['unmet', ({ ours }) => ours.unmet, percent(1)],
];

/** A row for each hardship, figures as means over its seeds; the Gini of twelve months first. */
export const hardTable = (rows: readonly HardRow[]): string =>
  [
    `| Market | ${columns.map(([heading]) => heading).join(' | ')} | what it is |`,
    `|---|${columns.map(() => '--:').join('|')}|---|`,
    ...rows.map(({ hardship, years }) => {
      const cells = columns.map(([, of, shown]) => {
        const value = meanOf(years, of);
        return value === null ? '–' : shown(value);
      });
      return `| ${hardship.name} | ${cells.join(' | ')} | ${hardship.what} |`;
    }),
  ].join('\n');
