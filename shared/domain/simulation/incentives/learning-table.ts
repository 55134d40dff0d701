import { type GoalRow, goalRow } from '../goals/goal-row.ts';
import type { LearnedMonth } from './learning.ts';

/** One market under one policy, with the months of each seed. */
export type LearningRow = {
  readonly market: string;
  readonly policy: string;
  /** Whether the goal is about it. */
  readonly ours: boolean;
  readonly seeds: readonly (readonly LearnedMonth[])[];
};

/** By so much the median price may have risen over what costs rose by. */
export const MOST_RISE = 0.03;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;

/** The months in which a year ends, numbered from 0. */
const yearEnds = (months: number): number[] =>
  Array.from({ length: Math.floor(months / 12) }, (_, year) => 12 * year + 11);

const at = (row: LearningRow, month: number, of: (one: LearnedMonth) => number | null): number =>
  mean(row.seeds.map((months) => of(months[month] as LearnedMonth) ?? Number.NaN));

/** A row for each market and policy: price over the start, quality, margin and Gini, by the ends of years. */
export const learningTable = (rows: readonly LearningRow[]): string => {
  const ends = yearEnds(rows[0]?.seeds[0]?.length ?? 0);
  const last = ends.at(-1) ?? 0;
  const years = ends.map((_, index) => index + 1).join(', ');
  return [
    `| Market | lists | median price at the end of year ${years} | worst seed | quality, sd | left of a rupiah, first month and last | Gini of year ${years} |`,
    '|---|---|---|--:|--:|---|---|',
    ...rows.map((row) => {
      const rise = ends.map((end) => signed(at(row, end, ({ price }) => price) - 1)).join(', ');
      const worst = Math.max(...row.seeds.map((months) => (months[last]?.price ?? 1) - 1));
      const margins = [0, last].map((month) => at(row, month, ({ margin }) => margin).toFixed(2)).join(', ');
      const ginis = ends.map((end) => at(row, end, ({ gini }) => gini).toFixed(3)).join(', ');
      const quality = at(row, last, (one) => one.quality) - at(row, 0, (one) => one.quality);
      const sds = `${quality < 0 ? '−' : '+'}${Math.abs(quality).toFixed(2)}`;
      return `| ${row.market} | ${row.policy} | ${rise} | ${signed(worst)} | ${sds} | ${margins} | ${ginis} |`;
    }),
  ].join('\n');
};

/** Whether prices stayed where they were, where our lists are shown. */
export const learningGoals = (rows: readonly LearningRow[]): GoalRow[] =>
  rows
    .filter(({ ours }) => ours)
    .map(({ market, seeds }) =>
      goalRow(
        { goal: 'median price over the index', market, shown: signed, most: MOST_RISE },
        seeds.map((months) => (months.at(-1)?.price ?? 1) - 1),
      ),
    );
