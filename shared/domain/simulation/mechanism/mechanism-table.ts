import { profitGain, type Trial } from '../incentives/best-deviation.ts';
import type { Candidate } from './candidates.ts';
import type { Judged } from './judge.ts';

export type MechanismRow = { readonly candidate: Candidate; readonly seeds: readonly Judged[] };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;

/** The price that brings most over all seeds, as told: its value and the profit it adds. Of none that adds, the least bad. */
const bestPrice = (seeds: readonly Judged[], which: number): string => {
  const tried = (seeds[0]?.prices[which] ?? []).map(({ value }, index) => ({
    value,
    gain: profitGain(seeds.map(({ prices }) => prices[which]?.[index] as Trial)),
  }));
  const best = tried.reduce((most, one) => (one.gain > most.gain ? one : most));
  return `${signed(best.gain)} (${best.value.replace('median ', '')})`;
};

const incomeOf = (trials: readonly Trial[]): number =>
  mean(trials.map(({ deviating }) => deviating.incomeRupiah)) / mean(trials.map(({ honest }) => honest.incomeRupiah)) -
  1;

type Column = readonly [heading: string, cell: (seeds: readonly Judged[]) => string];
const average =
  (of: (judged: Judged) => number, shown: (value: number) => string) =>
  (seeds: readonly Judged[]): string =>
    shown(mean(seeds.map(of)));
const columns: readonly Column[] = [
  [
    'Gini',
    average(
      ({ gini }) => gini,
      (value) => value.toFixed(3),
    ),
  ],
  ['never sold', average(({ neverSold }) => neverSold, percent)],
  ['best price', (seeds) => bestPrice(seeds, 0)],
  ['best price, 15% cheaper', (seeds) => bestPrice(seeds, 1)],
  ['2 sd worse', (seeds) => signed(incomeOf(seeds.map(({ worse }) => worse)))],
  ['anew', average(({ anew }) => anew, signed)],
  [
    'silence P95',
    average(
      ({ silenceDays }) => silenceDays,
      (value) => value.toFixed(0),
    ),
  ],
  [
    'first sale P95',
    average(
      ({ firstSaleDays }) => firstSaleDays,
      (value) => value.toFixed(0),
    ),
  ],
  ['price of fairness', average(({ priceOfFairness }) => priceOfFairness, percent)],
  [
    'price/median',
    average(
      ({ price }) => price,
      (value) => value.toFixed(3),
    ),
  ],
  [
    'deliveries',
    average(
      ({ deliveries }) => deliveries,
      (value) => value.toFixed(2),
    ),
  ],
];

/** A row for each rule that was tried, figures over all its seeds. */
export const mechanismTable = (rows: readonly MechanismRow[]): string =>
  [
    `| Rule | ${columns.map(([heading]) => heading).join(' | ')} |`,
    `|---|${columns.map(() => '--:').join('|')}|`,
    ...rows.map(
      ({ candidate, seeds }) => `| ${candidate.name} | ${columns.map(([, cell]) => cell(seeds)).join(' | ')} |`,
    ),
  ].join('\n');
