import type { YearMetrics } from '../metrics.ts';

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
