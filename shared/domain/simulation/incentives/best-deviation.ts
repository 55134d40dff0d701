import type { RankingPolicy } from '../../ranking/policy/policy.ts';
import { medianOf } from '../../ranking/rule/price-line.ts';
import type { PolicyName } from '../lists.ts';
import type { Market } from '../market.ts';
import { runYear } from '../run.ts';
import { COST_SHARE, profitOf, unitCost } from './cost.ts';
import { type Deviation, deviating, type Lever } from './deviations.ts';
import { sampledOwners } from './sample.ts';

/** What a year left the sampled owners, in rupiah. */
export type Takings = { readonly profitRupiah: number; readonly incomeRupiah: number };
/** One value of a lever in one market: what it brought, beside what honesty brought the same owners there. */
export type Trial = { readonly value: string; readonly honest: Takings; readonly deviating: Takings };

export type Play = {
  readonly market: Market;
  readonly name: PolicyName;
  readonly policy: RankingPolicy;
  /** What a unit costs, as a share of the median price. */
  readonly costShare?: number;
};

const takingsOf = (
  { market, name, policy, costShare = COST_SHARE }: Play,
  lever: Lever,
  tried?: Deviation,
): Takings => {
  const sample = sampledOwners(market);
  // The median the buyers know: it does not move with those who deviate.
  const medians = market.medianPrices.map(
    (price, category) =>
      medianOf(market.owners.filter((one) => one.category === category).map((one) => one.priceRupiah)) ?? price,
  );
  const year = runYear(
    market,
    name,
    policy,
    deviating((ownerId) => sample.has(ownerId), medians, lever, tried),
  );
  let [profitRupiah, incomeRupiah] = [0, 0];
  for (const { owner, offers, turnoverRupiah } of year.stalls) {
    if (!sample.has(owner.ownerId)) continue;
    const cost = unitCost(medians[owner.category] ?? 1, owner.quality, costShare, lever.efficiency);
    incomeRupiah += turnoverRupiah;
    profitRupiah += profitOf(turnoverRupiah, offers[0]?.priceRupiah ?? 1, cost);
  }
  return { profitRupiah, incomeRupiah };
};

/** Every value of a lever in one market, against the same owners being honest in it. */
export const tryLever = (play: Play, lever: Lever): readonly Trial[] => {
  const honest = takingsOf(play, lever);
  return lever.tries.map((tried) => ({ value: tried.value, honest, deviating: takingsOf(play, lever, tried) }));
};

/** Profit over several markets, deviating over honest, less one. */
export const profitGain = (trials: readonly Trial[]): number =>
  trials.reduce((sum, { deviating: { profitRupiah } }) => sum + profitRupiah, 0) /
    trials.reduce((sum, { honest }) => sum + honest.profitRupiah, 0) -
  1;
