import { DAY_MS } from '../../basics/month.ts';
import { measuresOf } from '../../equity/measures/ascending-pass.ts';
import type { RankingPolicy } from '../../ranking/policy/policy.ts';
import { medianOf } from '../../ranking/rule/price-line.ts';
import type { Behaviour } from '../behaviour.ts';
import type { PolicyName } from '../lists.ts';
import { type Market, MONTH_DAYS, START } from '../market.ts';
import { randomFrom } from '../random.ts';
import { runYear } from '../run.ts';
import { rate, type Stall } from '../stall.ts';
import { COST_SHARE } from './cost.ts';
import { closeMonth, type Learner, planOf, reconsider } from './learner.ts';

/** A month of a market of owners who learn. */
export type LearnedMonth = {
  /** Median over owners of the price asked, over the median at the start; mean over categories. */
  readonly price: number;
  readonly quality: number;
  readonly stated: number;
  /** What was left of each rupiah of turnover, over all owners. */
  readonly margin: number;
  /** Of the turnovers of the last twelve months; null in the first eleven. */
  readonly gini: number | null;
};

export type Learning = { readonly share: number; readonly costShare?: number; readonly seed: number };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const YEAR = 12;

/** The owners of a market while they learn, and what is written down of them each month. */
const school = (market: Market, { share, seed, costShare = COST_SHARE }: Learning) => {
  const random = randomFrom(seed * 69_069 + 5);
  const learners: Learner[] = [];
  const months: LearnedMonth[] = [];
  /** Turnover of each owner at the end of each month. */
  const turnovers: number[][] = [];
  const medians = market.medianPrices.map(
    (price, category) =>
      medianOf(market.owners.filter((one) => one.category === category).map((one) => one.priceRupiah)) ?? price,
  );

  const write = (present: readonly Learner[]): void => {
    turnovers.push(learners.map(({ stall }) => stall.turnoverRupiah));
    const now = turnovers.at(-1) as number[];
    const before = turnovers.at(-1 - YEAR) ?? (turnovers.length === YEAR ? now.map(() => 0) : null);
    const plans = present.map((learner) => ({ ...planOf(learner), category: learner.stall.owner.category }));
    const levels = medians.map(
      (median, category) =>
        (medianOf(plans.filter((one) => one.category === category).map((one) => one.priceRupiah)) ?? median) / median,
    );
    const last = turnovers.at(-2) ?? now.map(() => 0);
    const sold = now.reduce((sum, turnover, index) => sum + turnover - (last[index] as number), 0);
    months.push({
      price: mean(levels),
      quality: mean(plans.map((one) => one.quality)),
      stated: mean(plans.map((one) => one.stated)),
      margin: learners.reduce((sum, { profits }) => sum + (profits.at(-1) ?? 0), 0) / Math.max(1, sold),
      gini:
        before && (measuresOf(now.map((turnover, index) => turnover - (before[index] as number))).gini.value ?? null),
    });
  };

  /** A month is over: everybody counts, then everybody decides by what all earned, then all act. */
  const endMonth = (at: string): void => {
    const present = learners.filter(({ stall }) => (stall.owner.joinsAt ?? '') <= at);
    for (const learner of present) closeMonth(learner, costShare);
    write(present);
    const ofCategory = Map.groupBy(present, ({ stall }) => stall.owner.category);
    const acts = present.map((learner) =>
      reconsider(learner, ofCategory.get(learner.stall.owner.category) ?? [], share, random),
    );
    for (const act of acts) act();
  };

  const join = (stall: Stall): void => {
    // The market's own owner is not to learn for others.
    stall.owner = { ...stall.owner };
    const medianRupiah = medians[stall.owner.category] ?? 1;
    learners.push({ stall, medianRupiah, profits: [], counted: 0, trial: null });
  };
  return { months, join, endMonth };
};

/** What is promised above what can be made fails, and is rated for it. */
const answer: Behaviour['answer'] = (stall, offer, _value, units) => {
  if (stall.saidCapacity <= stall.trueCapacity) return 'delivers';
  const used = stall.saidCapacity - offer.capacityUnits;
  if (used + units <= stall.trueCapacity) return 'delivers';
  rate(offer, 1);
  return 'fails';
};

/** A market whose owners learn, month by month, under one policy. */
export const learnIn = (
  market: Market,
  name: PolicyName,
  policy: RankingPolicy,
  learning: Learning,
): readonly LearnedMonth[] => {
  const { months, join, endMonth } = school(market, learning);
  let month = 0;
  const day = (_stall: Stall, at: string): void => {
    const now = Math.floor((Date.parse(at) - Date.parse(START)) / (MONTH_DAYS * DAY_MS));
    for (; month < now; month++) endMonth(at);
  };
  runYear(market, name, policy, { open: join, day, answer });
  endMonth(market.requests.at(-1)?.at ?? START);
  return months;
};
