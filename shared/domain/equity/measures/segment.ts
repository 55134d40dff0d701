import { type Amount, assertAscending, wholeRupiah } from './amount.ts';
import { EquityError } from './equity-error.ts';
import { exactly, type Measure, missing } from './fraction.ts';

/**
 * A run of merchants in ascending order of turnover, told by four sums: n, S = Σ x, A = Σ i·x₍ᵢ₎ with ranks counted
 * from 1 inside the run, and Q = Σ x². The ends are kept so that `join` can refuse runs that overlap.
 */
export type Segment = {
  merchants: number;
  total: bigint;
  rankSum: bigint;
  squareSum: bigint;
  /** Lowest and highest amount; absent in the empty segment. */
  ends?: { lowest: bigint; highest: bigint };
};

/** The neutral element of `join`. */
export const emptySegment: Segment = { merchants: 0, total: 0n, rankSum: 0n, squareSum: 0n };

/** @throws EquityError AmountNotWholeRupiah, AmountsNotAscending */
export const segmentOf = (ascending: readonly Amount[]): Segment =>
  ascending.map(segmentOfOne).reduce((all, one) => {
    assertAscending(all.ends?.highest ?? 0n, one.total);
    return join(all, one);
  }, emptySegment);

const segmentOfOne = (given: Amount): Segment => {
  const amount = BigInt(wholeRupiah(given));
  return {
    merchants: 1,
    total: amount,
    rankSum: amount,
    squareSum: amount * amount,
    ends: { lowest: amount, highest: amount },
  };
};

/**
 * Two neighbouring runs as one: the ranks of `upper` rise by the length of `lower`, so
 * (n₁,S₁,A₁,Q₁) + (n₂,S₂,A₂,Q₂) = (n₁+n₂, S₁+S₂, A₁+A₂+n₁·S₂, Q₁+Q₂). Associative, with `emptySegment` neutral.
 *
 * @throws EquityError SegmentsOverlap when somebody in `lower` has more than somebody in `upper`.
 */
export const join = (lower: Segment, upper: Segment): Segment => {
  if (!lower.ends) return upper;
  if (!upper.ends) return lower;
  if (lower.ends.highest > upper.ends.lowest) {
    throw new EquityError('SegmentsOverlap', `${lower.ends.highest} below ${upper.ends.lowest}`);
  }
  return {
    merchants: lower.merchants + upper.merchants,
    total: lower.total + upper.total,
    rankSum: lower.rankSum + upper.rankSum + BigInt(lower.merchants) * upper.total,
    squareSum: lower.squareSum + upper.squareSum,
    ends: { lowest: lower.ends.lowest, highest: upper.ends.highest },
  };
};

/** G = (2A − (n+1)S)/(nS) of a whole list told as one segment. */
export const giniOfSegment = ({ merchants, total, rankSum }: Segment): Measure => {
  if (total === 0n) return missing(merchants === 0 ? 'no_merchants' : 'no_turnover');
  const n = BigInt(merchants);
  return exactly(2n * rankSum - (n + 1n) * total, n * total);
};
