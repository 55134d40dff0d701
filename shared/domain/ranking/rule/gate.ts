import type { RankingPolicy } from '../policy/policy.ts';
import type { PriceLine } from './price-line.ts';
import { covers, type Offer, type RankingRequest, shareUnits } from './request.ts';

/** Why an offer stands below the line, with the numbers that anybody can check. In the order they are tested. */
export type Failure =
  | { reason: 'not_verified' }
  | { reason: 'closed' }
  | { reason: 'not_delivered_there'; place: string }
  | { reason: 'not_on_that_day' }
  | { reason: 'fewer_than_minimum'; minUnits: number }
  | { reason: 'capacity_too_little'; capacityUnits: number; neededUnits: number }
  | { reason: 'price_above_ceiling'; priceRupiah: number; ceilingRupiah: number }
  | { reason: 'price_above_fair'; priceRupiah: number; lineRupiah: number; medianRupiah: number }
  | { reason: 'rating_too_low'; rating: number; floor: number; ratingCount: number };
export type FailureReason = Failure['reason'];

type RatingPrior = Pick<RankingPolicy, 'ratingPriorMean' | 'ratingPriorWeight'>;

/**
 * Bayesian rating: (w·m + Σ ratings) / (w + n), the belief m about an unknown owner weighing w ratings.
 * A newcomer has m and passes; one angry buyer cannot push anybody below the floor.
 */
export const bayesianRating = (offer: Pick<Offer, 'ratingSum' | 'ratingCount'>, prior: RatingPrior): number =>
  (prior.ratingPriorWeight * prior.ratingPriorMean + offer.ratingSum) / (prior.ratingPriorWeight + offer.ratingCount);

/**
 * Everything that keeps one offer below the line, first reason first; an empty list passes. EQUITY.md §3 (a) 1:
 * verified and open; delivers there, on that day; takes the quantity, or some share of it when the order is split, which
 * is neither below its minimum nor above its capacity; price on or under the line; rating on or above the floor.
 */
export const failuresOf = (
  offer: Offer,
  request: RankingRequest,
  line: PriceLine,
  policy: RankingPolicy,
): readonly Failure[] => {
  const failures: Failure[] = [];
  if (!offer.verified) failures.push({ reason: 'not_verified' });
  if (!offer.open) failures.push({ reason: 'closed' });
  if (!offer.deliversTo.some((area) => covers(area, request.place)))
    failures.push({ reason: 'not_delivered_there', place: request.place });
  if (offer.onDay === false) failures.push({ reason: 'not_on_that_day' });
  if (offer.minUnits !== undefined && request.quantity < offer.minUnits)
    failures.push({ reason: 'fewer_than_minimum', minUnits: offer.minUnits });
  // A share may be larger than the smallest one, up to all of it; the split itself keeps each share to what its owner takes.
  const needed = Math.max(shareUnits(request), Math.min(offer.minUnits ?? 1, request.quantity));
  if (offer.capacityUnits < needed)
    failures.push({ reason: 'capacity_too_little', capacityUnits: offer.capacityUnits, neededUnits: needed });
  const { priceRupiah } = offer;
  const { ceilingRupiah, lineRupiah, medianRupiah } = line;
  if (ceilingRupiah !== null && priceRupiah > ceilingRupiah)
    failures.push({ reason: 'price_above_ceiling', priceRupiah, ceilingRupiah });
  else if (lineRupiah !== null && medianRupiah !== null && priceRupiah > lineRupiah)
    failures.push({ reason: 'price_above_fair', priceRupiah, lineRupiah, medianRupiah });
  const rating = bayesianRating(offer, policy);
  if (rating < policy.ratingFloor)
    failures.push({ reason: 'rating_too_low', rating, floor: policy.ratingFloor, ratingCount: offer.ratingCount });
  return failures.length === 0 ? none : failures;
};

const none: readonly Failure[] = [];
