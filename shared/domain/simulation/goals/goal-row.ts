/** One goal with what was reached over the seeds that were run, in words and figures as they are printed. */
export type GoalRow = {
  readonly goal: string;
  readonly market: string;
  readonly aim: string;
  readonly mean: string;
  readonly worst: string;
  readonly met: boolean;
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

type Aim = Pick<GoalRow, 'goal' | 'market'> & { readonly shown: (value: number) => string };
/**
 * A goal by its figure in each seed: its mean is held against the aim, the worst seed stands beside it.
 * @param values at least one, in the unit of the aim
 */
export const goalRow = (
  { goal, market, shown, ...aim }: Aim & ({ readonly most: number } | { readonly least: number }),
  values: readonly number[],
  mean = meanOf(values),
): GoalRow => {
  const most = 'most' in aim;
  const bound = most ? aim.most : aim.least;
  return {
    goal,
    market,
    aim: `${most ? '≤' : '≥'} ${shown(bound)}`,
    mean: shown(mean),
    worst: shown(most ? Math.max(...values) : Math.min(...values)),
    met: most ? mean <= bound : mean >= bound,
  };
};

/** A row for each goal; none that is missed is left out. */
export const goalLines = (rows: readonly GoalRow[]): string =>
  [
    '| Goal | market | aimed at | mean | worst seed | reached |',
    '|---|---|--:|--:|--:|---|',
    ...rows.map(({ goal, market, aim, mean, worst, met }) => {
      const cells = [goal, market, aim, mean, worst, met ? 'yes' : '**no**'];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
