import { goalLines } from '../../shared/domain/simulation/goals/goal-row.ts';
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

/** What owners learnt in each of these markets, under our lists and under popularity. */
export const learningRows = (
  play: Play,
  months: number,
  markets: readonly Hardship[],
  names: readonly PolicyName[] = ['urut-merata-split', 'popularity'],
): LearningRow[] =>
  markets.flatMap((hardship) =>
    names.map((name): LearningRow => {
      const learnt = play.seeds.map((seed) => {
        const market = drawHardMarket(seed, hardship, { ...play.market, months });
        return learnIn(market, name, play.policy, { share: SHARE, costShare: play.costShare, seed });
      });
      return { market: hardship.name, policy: policyTitles[name], ours: name !== 'popularity', seeds: learnt };
    }),
  );

/** Markets of owners who learn: the laboratory, and all that is hard at once beside it when asked for. */
export const learning = (play: Play, months: number, hard: boolean): string => {
  const { seeds, policy, costShare } = play;
  const rows = learningRows(play, months, hard ? [laboratory, allAtOnce] : [laboratory]);
  const document = [
    '# A market of owners who learn',
    '',
    headOf(play, `--market ${hard ? 'hard' : 'laboratory'} --learn ${months}`),
    `${months} months; each month a quarter of the owners tries a step of its own or takes over what a better earning one does.`,
    '',
    learningTable(rows),
    '',
    goalLines(learningGoals(rows)),
    '',
    '![Median price by month](learning.svg)',
    '',
  ].join('\n');
  writeOut(play.out, { 'learning.md': document, 'learning.svg': learningPlot(rows) });
  return play.json ? JSON.stringify({ seeds, market: play.market, rule: policy, costShare, rows }, null, 2) : document;
};
