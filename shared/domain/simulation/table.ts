import type { AttackGain } from './attacks.ts';
import { type PolicyName, policyTitles } from './lists.ts';
import type { YearMetrics } from './metrics.ts';

/** The same metrics of several seeds, as means; the worst seed beside the ones that have a target. */
export const meanMetrics = (years: readonly YearMetrics[]): YearMetrics => {
  const mean = (pick: (year: YearMetrics) => number) => years.reduce((sum, year) => sum + pick(year), 0) / years.length;
  const gated = years.every((year) => year.eligibleNeverSold !== null);
  return {
    gini: mean((year) => year.gini),
    neverSold: mean((year) => year.neverSold),
    eligibleNeverSold: gated ? mean((year) => year.eligibleNeverSold ?? 0) : null,
    relativePrice: mean((year) => year.relativePrice),
    rating: mean((year) => year.rating),
    unmet: mean((year) => year.unmet),
  };
};

const percent = (share: number | null, digits: number): string =>
  share === null ? '–' : `${(100 * share).toFixed(digits)}%`;

/** The table of EQUITY.md §3 as markdown. */
export const policyTable = (rows: readonly (readonly [PolicyName, readonly YearMetrics[]])[]): string =>
  [
    '| Policy | Gini 12 m | worst seed | never sold | eligible never sold | price/median | rating | unmet |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(([name, years]) => {
      const mean = meanMetrics(years);
      const worst = Math.max(...years.map((year) => year.gini));
      const cells = [
        policyTitles[name],
        mean.gini.toFixed(3),
        worst.toFixed(3),
        percent(mean.neverSold, 1),
        percent(mean.eligibleNeverSold, 2),
        mean.relativePrice.toFixed(3),
        mean.rating.toFixed(2),
        percent(mean.unmet, 2),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');

/** Whether the targets of EQUITY.md §3 hold for our policy against popularity, each with its figures. */
export const targets = (
  ours: YearMetrics,
  popularity: YearMetrics,
): readonly { target: string; value: number; met: boolean }[] => {
  const check = (target: string, value: number, most: number) => ({ target, value, met: value <= most });
  return [
    check('Gini of 12 months at most 0.20', ours.gini, 0.2),
    check('eligible never sold at most 1%', ours.eligibleNeverSold ?? 1, 0.01),
    check("mean price over popularity's at most 0", ours.relativePrice - popularity.relativePrice, 0),
    check('rating lost to popularity at most 0.30', popularity.rating - ours.rating, 0.3),
    check('unmet at most 0.2%', ours.unmet, 0.002),
  ];
};

const signed = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)}%`;

/** Gain of a group of attackers over several seeds: real income attacking over honest, less one. */
export const totalGain = (gains: readonly AttackGain[]): number =>
  gains.reduce((sum, gain) => sum + gain.attackRupiah, 0) / gains.reduce((sum, gain) => sum + gain.honestRupiah, 0) - 1;

export type AttackRow = { name: string; what: string; popularity: readonly AttackGain[]; ours: readonly AttackGain[] };

export const attackTable = (rows: readonly AttackRow[]): string =>
  [
    '| Attack | gain under popularity | gain under Urut Merata with split | price all buyers pay | what is done |',
    '|---|---|---|---|---|',
    ...rows.map(({ name, what, popularity, ours }) => {
      const price = ours.reduce((sum, gain) => sum + gain.priceChange, 0) / ours.length;
      return `| ${name} | ${signed(totalGain(popularity))} | ${signed(totalGain(ours))} | ${signed(price)} | ${what} |`;
    }),
  ].join('\n');
