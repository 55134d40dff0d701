import { type GoalRow, goalRow } from '../goals/goal-row.ts';
import { profitGain, type Trial } from './best-deviation.ts';
import type { Lever } from './deviations.ts';

/** A lever as it was tried in several markets: for each of them a trial for every value, in the lever's order. */
export type LeverRow = { readonly lever: Lever; readonly markets: readonly (readonly Trial[])[] };

/** No deviation of one owner is to bring more. */
export const MOST_GAIN = 0.02;

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;

type Tried = { readonly value: string; readonly mean: number; readonly worst: number; readonly income: number };

/** What each value brought over all markets, and in the market where it brought most. */
export const triedValues = ({ lever, markets }: LeverRow): readonly Tried[] =>
  lever.tries.map(({ value }, index) => {
    const trials = markets.map((market) => market[index] as Trial);
    const income = (of: 'honest' | 'deviating') => trials.reduce((sum, trial) => sum + trial[of].incomeRupiah, 0);
    return {
      value,
      mean: profitGain(trials),
      worst: Math.max(...trials.map((trial) => profitGain([trial]))),
      income: income('deviating') / income('honest') - 1,
    };
  });

/** The value of a lever that brings most over all markets. */
export const bestOf = (row: LeverRow): Tried =>
  triedValues(row).reduce((best, tried) => (tried.mean > best.mean ? tried : best));

/** A row for each lever: its best value, what it brings, and whether that is little enough. */
export const deviationTable = (rows: readonly LeverRow[]): string =>
  [
    '| Lever | best value | gain in profit, mean | worst seed | income then | at most 2% | what is done |',
    '|---|---|--:|--:|--:|---|---|',
    ...rows.map((row) => {
      const { value, mean, worst, income } = bestOf(row);
      const { lever, what } = row.lever;
      const met = mean <= MOST_GAIN ? 'yes' : '**no**';
      return `| ${lever} | ${value} | ${signed(mean)} | ${signed(worst)} | ${signed(income)} | ${met} | ${what} |`;
    }),
  ].join('\n');

/** All that was tried: gain in profit, and in brackets in income. */
export const triedTable = (rows: readonly LeverRow[]): string =>
  [
    '| Lever | value: gain in profit (in income), means |',
    '|---|---|',
    ...rows.map((row) => {
      const cells = triedValues(row).map(({ value, mean, income }) => `${value}: ${signed(mean)} (${signed(income)})`);
      return `| ${row.lever.lever} | ${cells.join(' · ')} |`;
    }),
  ].join('\n');

/** The best single deviation of all levers, held against what it may bring at the most. */
export const deviationGoal = (rows: readonly LeverRow[]): GoalRow => {
  const tried = rows.map((row) => [row.lever.lever, bestOf(row)] as const);
  const [lever, { value, mean, worst }] = tried.reduce((best, one) => (one[1].mean > best[1].mean ? one : best));
  const goal = `gain of the best single deviation (${lever}: ${value})`;
  return goalRow({ goal, market: 'laboratory', shown: signed, most: MOST_GAIN }, [worst], mean);
};
