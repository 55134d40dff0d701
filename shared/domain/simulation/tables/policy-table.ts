import { type PolicyName, policyTitles } from '../lists.ts';
import type { YearMetrics } from '../metrics.ts';

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
