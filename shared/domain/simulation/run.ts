import { addMonths, DAY_MS, type Instant, later, type Month } from '../basics/month.ts';
import { fadedExposure } from '../ranking/ledger/exposure.ts';
import { isNewcomer, lowestQuartile } from '../ranking/ledger/newcomer.ts';
import { offsetOf } from '../ranking/ledger/owner-offset.ts';
import { meanRatingOf } from '../ranking/ledger/quality-weight.ts';
import { referenceFrom } from '../ranking/ledger/reference-prices.ts';
import { newestStandard, type RankingPolicy, unitFor } from '../ranking/policy/policy.ts';
import { medianOf } from '../ranking/rule/price-line.ts';
import { type Behaviour, honest } from './behaviour.ts';
import type { PolicyName } from './lists.ts';
import { type Market, START } from './market.ts';
import type { Category, Year } from './serving/scene.ts';
import { serve } from './serving/serve.ts';
import {
  type Basis,
  edgesOn,
  endWait,
  isUnvisited,
  joinOn,
  mayHaveFaded,
  openStall,
  plainBasis,
  recountSales,
  refill,
  type Stall,
} from './stall.ts';

/** One year of a market under one policy. Pure: the market holds every draw, so all policies meet the same buyers. */
export const runYear = (
  market: Market,
  name: PolicyName,
  policy: RankingPolicy = newestStandard('35.73'),
  behaviour: Behaviour = honest,
): Year => {
  const opens = market.requests[0]?.at ?? START;
  const stalls = market.owners.map((owner) => openStall(owner, opens));
  for (const stall of stalls) behaviour.open?.(stall);
  const categories = market.medianPrices.map((_, index) => openCategory(market, stalls, index));
  const byOffer = new Map(stalls.flatMap((stall) => stall.offers.map((offer) => [offer.offerId, stall] as const)));
  const year: Year = {
    market,
    stalls,
    requests: 0,
    unmet: 0,
    units: 0,
    relativePrice: 0,
    deliveries: 0,
    ratingSum: 0,
    worth: 0,
  };
  let month = 0;
  let day = '';
  let days = 0;
  for (const request of market.requests) {
    if (request.month !== month) {
      month = request.month;
      for (const { owner, figures } of stalls) {
        figures.exposure = fadedExposure(figures.exposure);
        figures.offset = offsetOf(String(month), owner.ownerId);
      }
      for (const category of categories) {
        newUnit(category, policy);
        newReference(category, request.at, addMonths(FIRST_MONTH, month), policy);
      }
    }
    if (request.at.slice(0, 10) !== day) {
      day = request.at.slice(0, 10);
      if (days++ % market.capacityDays === 0) for (const stall of stalls) refill(stall);
      const edges = edgesOn(request.at, policy);
      for (const category of categories) {
        market.old?.keep(category, request.at);
        category.basis = basisOf(category, request.at, policy);
        for (const stall of category.stalls) {
          joinOn(stall, request.at);
          behaviour.day?.(stall, request.at, category.unitRupiah);
          if (mayHaveFaded(stall, edges))
            recountSales(stall, request.at, category.unitRupiah, { policy, basis: category.basis });
        }
      }
    }
    const category = categories[request.category] as Category;
    serve({ year, category, byOffer, name, policy, behaviour, request });
  }
  const ends = market.requests.at(-1)?.at ?? opens;
  for (const stall of stalls) if (stall.waitsSince < ends) endWait(stall, ends);
  return year;
};

/** What V is counted against from this morning on. */
const basisOf = ({ stalls }: Category, at: Instant, policy: RankingPolicy): Basis => ({
  meanRating: meanRatingOf(
    stalls.flatMap(({ offers }) => offers.slice(0, 1)),
    policy,
  ),
  quartile: lowestQuartile(
    stalls.flatMap((stall) =>
      isNewcomer(stall.enteredAt, at, policy) || isUnvisited(stall, at, policy)
        ? []
        : [stall.figures.recentSalesRupiah],
    ),
  ),
});

const openCategory = (market: Market, all: readonly Stall[], index: number): Category => {
  const stalls = all.filter((stall) => stall.owner.category === index);
  const offers = stalls.flatMap((stall) => stall.offers);
  const lowest = stalls.map((stall) => Math.min(...stall.offers.map((offer) => offer.priceRupiah)));
  return {
    index,
    stalls,
    offers,
    figures: new Map(stalls.flatMap((stall) => stall.offers.map((offer) => [offer.ownerId, stall.figures] as const))),
    // The honest median: what a price ring does to prices paid must show.
    medianPrice: medianOf(stalls.map((stall) => stall.owner.priceRupiah)) ?? medianOf(lowest) ?? 1,
    basis: plainBasis,
    unitRupiah: market.firstUnits[index] ?? 1,
    recentValues: [],
    turn: 0,
  };
};

/** u for the coming month: the median order value of the last three months at most. */
const newUnit = (category: Category, policy: RankingPolicy): void => {
  if (category.recentValues.length > 0) category.unitRupiah = unitFor(policy, category.recentValues.slice(-300));
};

/** Months of a simulated year are of thirty days, and are told apart by names that follow each other. */
const FIRST_MONTH: Month = START.slice(0, 7);
const PAID_MS = 90 * DAY_MS;

/** What the month's prices are held against, when the policy finds it from prices paid. */
const newReference = (category: Category, at: Instant, month: Month, policy: RankingPolicy): void => {
  if (policy.referenceRise === null) return;
  const since = later(at, -PAID_MS);
  const paid = category.stalls.map((stall) => stall.paid.flatMap(([when, price]) => (when > since ? price : [])));
  category.reference = referenceFrom(paid, category.reference, { month, risePerMille: policy.referenceRise });
  const { medianRupiah, owners } = category.reference ?? {};
  if (medianRupiah === undefined || owners === undefined) return;
  for (const offer of category.offers) offer.like = { medianRupiah, owners, source: 'paid' };
};
