import { standardMarket } from '../market-options.ts';
import type { Random } from '../random.ts';
import { refill, type Stall } from '../stall.ts';
import { priceAt, profitOf, qualityBy, unitCost } from './cost.ts';

/** What an owner decides: its price, how good its goods are, and how much of its true capacity it states. */
export type Plan = { readonly priceRupiah: number; readonly quality: number; readonly stated: number };

/** An owner who keeps an eye on what it earns. */
export type Learner = {
  readonly stall: Stall;
  readonly medianRupiah: number;
  /** Of each month that is over, the latest last. */
  readonly profits: number[];
  counted: number;
  trial: { readonly before: Plan; readonly beforeProfit: number; readonly since: number } | null;
};

/** So many months are looked back on: a month has one order. */
const MEMORY = 6;
/** So long is a change tried before it is judged. */
const TRIAL = 3;
/** Whose earnings an owner hears of at a time. */
const MEETS = 5;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const lately = ({ profits }: Learner, months = MEMORY): number =>
  profits.length === 0 ? 0 : mean(profits.slice(-months));

export const planOf = ({ stall }: Learner): Plan => ({
  priceRupiah: stall.offers[0]?.priceRupiah ?? 1,
  quality: stall.owner.quality,
  stated: stall.saidCapacity / stall.trueCapacity,
});

const take = (learner: Learner, plan: Plan): void => {
  const { stall } = learner;
  priceAt(stall, plan.priceRupiah);
  // What was rated before moves with it: on a platform ratings are gone after ninety days, here they would last three years.
  qualityBy(stall, plan.quality - stall.owner.quality, standardMarket.ratingSd);
  const said = Math.max(1, Math.round(plan.stated * stall.trueCapacity));
  if (said === stall.saidCapacity) return;
  stall.saidCapacity = said;
  refill(stall);
};

/** A month is over: what it left. */
export const closeMonth = (learner: Learner, costShare: number): void => {
  const { stall, medianRupiah, profits } = learner;
  const { priceRupiah, quality } = planOf(learner);
  const cost = unitCost(medianRupiah, quality, costShare);
  profits.push(profitOf(stall.turnoverRupiah - learner.counted, priceRupiah, cost));
  learner.counted = stall.turnoverRupiah;
};

/** One step in one direction: 3% of the price, a quarter of a standard deviation, a fifth of the capacity. */
const neighbour = (plan: Plan, which: number, up: boolean): Plan => {
  if (which < 1 / 2) return { ...plan, priceRupiah: plan.priceRupiah * (up ? 1.03 : 1 / 1.03) };
  if (which < 5 / 6) return { ...plan, quality: plan.quality + (up ? 0.25 : -0.25) };
  return { ...plan, stated: plan.stated * (up ? 1.25 : 0.8) };
};

/**
 * What an owner does with what it learnt: a trial that did not pay is taken back; else it takes over what one it met
 * earned more with, or tries a step of its own. Four draws whatever comes of them, so that others' luck stays theirs.
 */
export const reconsider = (
  learner: Learner,
  others: readonly Learner[],
  share: number,
  random: Random,
): (() => void) => {
  const [wakes, how, who, way] = [random(), random(), random(), random()];
  const { trial, profits } = learner;
  if (trial) {
    if (profits.length - trial.since < TRIAL) return stay;
    const pays = lately(learner, TRIAL) >= trial.beforeProfit;
    return () => {
      learner.trial = null;
      if (!pays) take(learner, trial.before);
    };
  }
  if (wakes >= share || profits.length < TRIAL) return stay;
  if (how < 1 / 2) {
    const met = Array.from(
      { length: MEETS },
      (_, index) => others[Math.floor(((who + index / MEETS) % 1) * others.length)] as Learner,
    );
    const best = met.reduce((a, b) => (lately(b) > lately(a) ? b : a));
    const plan = planOf(best);
    return lately(best) > lately(learner) ? () => take(learner, plan) : stay;
  }
  const before = planOf(learner);
  const beforeProfit = lately(learner);
  return () => {
    learner.trial = { before, beforeProfit, since: profits.length };
    take(learner, neighbour(before, who, way < 1 / 2));
  };
};
const stay = (): void => undefined;
