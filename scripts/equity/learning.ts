import { allAtOnce, drawHardMarket, type Hardship, laboratory } from '../../shared/domain/simulation/hardships.ts';
import { learnIn } from '../../shared/domain/simulation/incentives/learning.ts';
import { learningPlot } from '../../shared/domain/simulation/incentives/learning-plot.ts';
import {
  type LearningRow,
  learningGoals,
  learningTable,
} from '../../shared/domain/simulation/incentives/learning-table.ts';
import { type PolicyName, policyTitles } from '../../shared/domain/simulation/lists.ts';
import { headOf, type Play, writeOut } from './play.ts';

/** Share of owners who think about what they do, each month. */
const SHARE = 0.25;

/** Markets of owners who learn: the laboratory, and all that is hard at once beside it when asked for. */
export const learning = (play: Play, months: number, hard: boolean): string => {
  const { seeds, policy, costShare } = play;
  const markets: Hardship[] = hard ? [laboratory, allAtOnce] : [laboratory];
  const rows = markets.flatMap((hardship) =>
    (['urut-merata-split', 'popularity'] as const).map((name: PolicyName): LearningRow => {
      const learnt = seeds.map((seed) => {
        const market = drawHardMarket(seed, hardship, { ...play.market, months });
        return learnIn(market, name, policy, { share: SHARE, costShare, seed });
      });
      return { market: hardship.name, policy: policyTitles[name], ours: name !== 'popularity', seeds: learnt };
    }),
  );
  const document = [
    '# A market of owners who learn',
    '',
    headOf(play, `--market ${hard ? 'hard' : 'laboratory'} --learn ${months}`),
    `${months} months; each month a quarter of the owners tries a step of its own or takes over what a better earning one does.`,
    '',
    learningTable(rows),
    '',
    learningGoals(rows),
    '',
    '![Median price by month](learning.svg)',
    '',
  ].join('\n');
  writeOut(play.out, { 'learning.md': document, 'learning.svg': learningPlot(rows) });
  return play.json ? JSON.stringify({ seeds, market: play.market, rule: policy, costShare, rows }, null, 2) : document;
};
