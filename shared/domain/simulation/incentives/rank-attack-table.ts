import type { AttackGain } from '../attacks.ts';
import { totalGain } from '../table.ts';
import type { RankAttack } from './rank-attacks.ts';

/** An attack with what it changed in each market. */
export type RankAttackRow = { readonly attack: RankAttack; readonly gains: readonly AttackGain[] };

/** Of twelve owners' incomes in a few markets less than this is chance. */
const NOISE = 0.02;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;

/** A row for each attack: by how much incomes changed, and whether that is little enough. */
export const rankAttackTable = (rows: readonly RankAttackRow[]): string =>
  [
    '| Attack | change in income, mean | worst seed | aimed at | reached | what is done |',
    '|---|--:|--:|---|---|---|',
    ...rows.map(({ attack: { name, what, sufferers, most }, gains }) => {
      const harm = (change: number) => (sufferers === 'victims lose' ? -change : change);
      const changes = gains.map((gain) => totalGain([gain]));
      const worst = changes.reduce((a, b) => (harm(b) > harm(a) ? b : a));
      const met = harm(totalGain(gains)) <= most + NOISE ? 'yes' : '**no**';
      const aim = `${sufferers} at most ${(100 * most).toFixed(0)}%`;
      return `| ${name} | ${signed(totalGain(gains))} | ${signed(worst)} | ${aim} | ${met} | ${what} |`;
    }),
  ].join('\n');
