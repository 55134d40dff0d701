import type { RankingPolicy } from '../policy/policy.ts';
import { bayesianRating } from '../rule/gate.ts';
import type { Offer } from '../rule/request.ts';

type Rated = Pick<Offer, 'ratingSum' | 'ratingCount'>;
export type QualityRules = Pick<RankingPolicy, 'ratingPower' | 'ratingPriorMean' | 'ratingPriorWeight'>;

/** Ten-thousandths, so that a weight is a whole number on every machine. */
const WHOLE = 10_000;
/** However good or bad, an owner's sales count as between four fifths and five quarters of what they are. */
const [LEAST, MOST] = [8_000, 12_500];

/**
 * How an owner's sales are weighed by its rating, in ten-thousandths: (Bayesian rating ÷ the market's mean)^power, kept within
 * 0.8 and 1.25. Whoever nobody has rated has the belief of the policy. Multiplied and divided alone, never `Math.pow`.
 */
const qualityWeight = (rated: Rated, marketMean: number, rules: QualityRules): number => {
  const ratio = bayesianRating(rated, rules) / marketMean;
  let weight = 1;
  for (let power = 0; power < rules.ratingPower; power++) weight *= ratio;
  return Math.min(MOST, Math.max(LEAST, Math.round(weight * WHOLE)));
};

/** The mean of all ratings of a market; before anybody rated, the belief of its policy. */
export const meanRatingOf = (rated: Iterable<Rated>, { ratingPriorMean }: QualityRules): number => {
  let [sum, count] = [0, 0];
  for (const { ratingSum, ratingCount } of rated) {
    sum += ratingSum;
    count += ratingCount;
  }
  return count === 0 ? ratingPriorMean : sum / count;
};

/**
 * V as the rule orders by it: divided by the owner's weight for quality, rounded down. Better goods take fewer turns for the
 * same rupiah, so that quality pays, within bounds that a few angry or friendly buyers cannot leave.
 */
export const weighedByQuality = (salesRupiah: number, rated: Rated, marketMean: number, rules: QualityRules): number =>
  rules.ratingPower === 0
    ? salesRupiah
    : Number((BigInt(salesRupiah) * BigInt(WHOLE)) / BigInt(qualityWeight(rated, marketMean, rules)));
