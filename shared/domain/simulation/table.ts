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

/** One target of EQUITY.md §3: what it comes to as a mean over seeds, in the worst seed, and in how many it holds. */
export type Target = {
  target: string;
  most: number;
  value: number;
  worst: number;
  seedsMet: number;
  seeds: number;
  met: boolean;
};

/**
 * Whether the targets of EQUITY.md §3 hold for our policy against popularity, seed by seed in the same markets. A
 * target is one of the mean: in a single seed the popular few may happen to be cheap, or good.
 */
export const targets = (ours: readonly YearMetrics[], popularity: readonly YearMetrics[]): readonly Target[] => {
  const check = (target: string, most: number, of: (ours: YearMetrics, popular: YearMetrics) => number): Target => {
    const values = ours.map((year, seed) => of(year, popularity[seed] as YearMetrics));
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    const seedsMet = values.filter((one) => one <= most).length;
    return { target, most, value, worst: Math.max(...values), seedsMet, seeds: values.length, met: value <= most };
  };
  return [
    check('Gini of 12 months at most 0.20', 0.2, ({ gini }) => gini),
    check('eligible never sold at most 1%', 0.01, ({ eligibleNeverSold }) => eligibleNeverSold ?? 1),
    check("mean price over popularity's at most 0", 0, (year, popular) => year.relativePrice - popular.relativePrice),
    check('rating lost to popularity at most 0.30', 0.3, (year, popular) => popular.rating - year.rating),
    check('unmet at most 0.2%', 0.002, ({ unmet }) => unmet),
  ];
};

export const targetTable = (checked: readonly Target[]): string =>
  [
    '| Target | mean | worst seed | seeds that meet it | met |',
    '|---|---|---|---|---|',
    ...checked.map(
      ({ target, value, worst, seedsMet, seeds, met }) =>
        `| ${target} | ${value.toFixed(4)} | ${worst.toFixed(4)} | ${seedsMet} of ${seeds} | ${met ? 'yes' : '**no**'} |`,
    ),
  ].join('\n');

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
