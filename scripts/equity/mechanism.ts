import { candidates } from '../../shared/domain/simulation/mechanism/candidates.ts';
import { drawCase, judge } from '../../shared/domain/simulation/mechanism/judge.ts';
import { leastPriceOfFairness } from '../../shared/domain/simulation/mechanism/least-price.ts';
import { type MechanismRow, mechanismTable } from '../../shared/domain/simulation/mechanism/mechanism-table.ts';
import { headOf, type Play, writeOut } from './play.ts';

/** Ginis for which the least price of fairness is told: the goal, and what lies around it. */
const GINIS = [0.1, 0.16, 0.2, 0.3, 0.4];

/** Every rule that was tried on the way to the one chosen, with what it costs: the frontier the choice was made on. */
export const mechanism = (play: Play): string => {
  const { seeds, market, costShare } = play;
  const cases = seeds.map((seed) => drawCase(seed, market));
  const rows: MechanismRow[] = candidates.map((candidate) => ({
    candidate,
    seeds: cases.map((one) => judge(one, candidate.policy, costShare)),
  }));
  const least = GINIS.map((gini) => {
    const prices = cases.map((one) => leastPriceOfFairness(one, gini));
    return [gini, prices.reduce((sum, price) => sum + price, 0) / prices.length] as const;
  });
  const document = [
    '# The mechanism: what was tried, and what each costs',
    '',
    headOf(play, `--mechanism --categories ${market.categories} --seeds ${seeds.join(',')}`),
    'The columns and the choice: [decision 49](../decisions/0049-a-price-takes-its-turns.md).',
    '',
    mechanismTable(rows),
    '',
    '## What no rule can do',
    '',
    'Demand that is evened out cannot all go to the best offers. At most so even, whatever orders the lists, price of fairness is at least:',
    '',
    `| Gini inside categories at most | ${least.map(([gini]) => gini.toFixed(2)).join(' | ')} |`,
    `|---|${least.map(() => '--:').join('|')}|`,
    `| price of fairness at least | ${least.map(([, price]) => `${(100 * price).toFixed(1)}%`).join(' | ')} |`,
    '',
  ].join('\n');
  writeOut(play.out, { 'mechanism.md': document });
  return play.json ? JSON.stringify({ seeds, market, costShare, rows, least }, null, 2) : document;
};
