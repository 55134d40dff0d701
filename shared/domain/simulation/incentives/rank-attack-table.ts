import type { AttackGain } from '../attacks.ts';
import type { GoalRow } from '../goals/goal-row.ts';
import { totalGain } from '../tables/attack-table.ts';
import type { RankAttack } from './rank-attacks.ts';

/** An attack with what it changed in each market. */
export type RankAttackRow = { readonly attack: RankAttack; readonly gains: readonly AttackGain[] };

/** Of twelve owners' incomes in a few markets less than this is chance. */
const NOISE = 0.02;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;

/** What an attack changed, with the worst market of those it was tried in. */
const changesOf = ({ attack: { sufferers }, gains }: RankAttackRow) => {
  const harm = (change: number) => (sufferers === 'victims lose' ? -change : change);
  const changes = gains.map((gain) => totalGain([gain]));
  const worst = changes.reduce((a, b) => (harm(b) > harm(a) ? b : a));
  return { mean: totalGain(gains), worst, harm };
};

/** An attack as a goal: how much its attackers may gain, or its victims lose; what is chance is let pass. */
export const attackGoal = (row: RankAttackRow): GoalRow => {
  const { name, sufferers, most } = row.attack;
  const { mean, worst, harm } = changesOf(row);
  return {
    goal: name,
    market: 'laboratory',
    aim: `${sufferers} at most ${(100 * most).toFixed(0)}%`,
    mean: signed(mean),
    worst: signed(worst),
    met: harm(mean) <= most + NOISE,
  };
};

/** A row for each attack: by how much incomes changed, and whether that is little enough. */
export const rankAttackTable = (rows: readonly RankAttackRow[]): string =>
  [
    '| Attack | change in income, mean | worst seed | aimed at | reached | what is done |',
    '|---|--:|--:|---|---|---|',
    ...rows.map((row) => {
      const { goal, mean, worst, aim, met } = attackGoal(row);
      return `| ${goal} | ${mean} | ${worst} | ${aim} | ${met ? 'yes' : '**no**'} | ${row.attack.what} |`;
    }),
  ].join('\n');
