import { drawMarket } from '../../shared/domain/simulation/draw-market.ts';
import { type GoalRow, goalLines, goalRow } from '../../shared/domain/simulation/goals/goal-row.ts';
import { yearEnvy } from '../../shared/domain/simulation/goals/year-envy.ts';
import { allAtOnce, hardships, laboratory } from '../../shared/domain/simulation/hardships.ts';
import { deviationGoal } from '../../shared/domain/simulation/incentives/deviation-table.ts';
import { learningGoals } from '../../shared/domain/simulation/incentives/learning-table.ts';
import { attackGoal } from '../../shared/domain/simulation/incentives/rank-attack-table.ts';
import { type Market, MONTH_DAYS } from '../../shared/domain/simulation/market.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import { hardGoals } from '../../shared/domain/simulation/tables/hard-goals.ts';
import type { HardRow } from '../../shared/domain/simulation/tables/hard-table.ts';
import { attackRows, leverRows } from './deviations.ts';
import { hardRows } from './hard.ts';
import { learningRows } from './learning.ts';
import { headOf, type Play, writeOut } from './play.ts';

/** Owners of different categories do not meet in the laboratory: who deviates or learns is looked at in so few. */
const FEW = 3;
/** Owners learn for so long. */
const LEARN_MONTHS = 36;

const entrants = hardships.filter(({ name }) => name === 'entrants');
const few = (play: Play): Play => ({
  ...play,
  market: { ...play.market, categories: Math.min(FEW, play.market.categories) },
});

/**
 * The longest silence in requests of the category, held against what the rule promises of orders it assigns: after `silenceDays` an
 * owner stands at nothing, and each other owner there takes one order at the most before it is no longer there.
 */
const silenceGoal = (rows: readonly HardRow[], { market, policy }: Play): GoalRow[] => {
  const years = rows.find(({ hardship }) => hardship === laboratory)?.years ?? [];
  const waits = years.map(({ ours }) => ours.silenceRequests).filter((requests) => requests !== null);
  if (waits.length === 0) return [];
  const { ordersPerOwner, ownersPerCategory } = market;
  const most =
    Math.ceil((ordersPerOwner * ownersPerCategory * policy.silenceDays) / MONTH_DAYS) + ownersPerCategory - 1;
  const shown = (requests: number) => requests.toFixed(0);
  return [goalRow({ goal: 'silence P95, requests of its category', market: laboratory.name, shown, most }, waits)];
};

/** Envy among owners who could take the same orders, assigned by the rule; nothing where no two could in any seed. */
const envyGoal = (markets: readonly Market[], { policy }: Play): GoalRow[] => {
  const envies = markets
    .map((market) => yearEnvy(runYear(market, 'urut-merata-split', policy)))
    .filter((envy) => envy !== null);
  if (envies.length === 0) return [];
  const shown = (usualOrders: number) => `${usualOrders.toFixed(1).replace('-', '−')} u`;
  return [goalRow({ goal: 'envy beyond u and the largest order', market: 'laboratory', shown, most: 0 }, envies)];
};

/** Every goal of the ranking with what was reached: each figure by the code of the longer report it stands in. */
export const goalsReached = (play: Play, learnMonths = LEARN_MONTHS): GoalRow[] => {
  const hard = hardRows(play, [laboratory, ...entrants, allAtOnce]);
  const small = few(play);
  const markets = small.seeds.map((seed) => drawMarket(seed, small.market));
  return [
    ...hardGoals(hard),
    ...silenceGoal(hard, play),
    deviationGoal(leverRows(markets, small)),
    ...learningGoals(learningRows(small, learnMonths, [laboratory], ['urut-merata-split'])),
    ...attackRows(markets, small).map(attackGoal),
    ...envyGoal(markets, small),
  ];
};

/** All goals in one table. */
export const goals = (play: Play, learnMonths: number | null): string => {
  const months = learnMonths ?? LEARN_MONTHS;
  const rows = goalsReached(play, months);
  const document = [
    '# What is aimed at, and what was reached',
    '',
    headOf(play, '--goals'),
    `Deviations, attacks, envy and learning (${months} months) are looked at in ${few(play).market.categories} categories.`,
    'Where a goal is missed, what it would cost to meet it: [README.md](README.md#goals-that-are-missed).',
    '',
    goalLines(rows),
    '',
  ].join('\n');
  writeOut(play.out, { 'goals.md': document });
  return play.json
    ? JSON.stringify({ seeds: play.seeds, market: play.market, rule: play.policy, rows }, null, 2)
    : document;
};
