import { goalLines } from '../../shared/domain/simulation/goals/goal-row.ts';
import { hardMetricsOf } from '../../shared/domain/simulation/hard-metrics.ts';
import {
  allAtOnce,
  drawHardMarket,
  type Hardship,
  hardships,
  laboratory,
} from '../../shared/domain/simulation/hardships.ts';
import type { PolicyName } from '../../shared/domain/simulation/lists.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import { hardGoals } from '../../shared/domain/simulation/tables/hard-goals.ts';
import { type HardRow, hardTable } from '../../shared/domain/simulation/tables/hard-table.ts';
import { type Play, ruleIn, writeOut } from './play.ts';

/** Three policies in each market: what popularity does, what ours does, what assignment could. */
export const hardRows = ({ seeds, market, policy }: Play, markets: readonly Hardship[]): HardRow[] =>
  markets.map((hardship) => ({
    hardship,
    years: seeds.map((seed) => {
      const drawn = drawHardMarket(seed, hardship, market);
      const under = (name: PolicyName) => hardMetricsOf(runYear(drawn, name, policy));
      return { popularity: under('popularity'), ours: under('urut-merata-split'), floor: under('automatic') };
    }),
  }));

/** What is hard in a real market, one hardship at a time and all at once, beside the laboratory. */
export const hard = (play: Play): string => {
  const { seeds, market, policy } = play;
  const rows = hardRows(play, [laboratory, ...hardships, allAtOnce]);
  const document = [
    '# A hard year of the level market',
    '',
    `Seeds ${seeds.join(', ')}. Written by \`npm run simulate:equity -- --market hard\`; the ranking is production code.`,
    `What the columns mean, and what is not in it yet: [README.md](README.md). Rule: ${ruleIn(policy)}.`,
    '',
    hardTable(rows),
    '',
    goalLines(hardGoals(rows)),
    '',
  ].join('\n');
  writeOut(play.out, { 'hard.md': document });
  return play.json ? JSON.stringify({ seeds, market, rule: policy, rows }, null, 2) : document;
};
