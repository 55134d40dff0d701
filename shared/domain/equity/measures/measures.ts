import { exactly, type Fraction, fraction, type Measure, type Missing, missing, ratio } from './fraction.ts';
import { curveOf, FEW, type PassSums } from './lorenz-curve.ts';

/** Every measure of one list of merchants. Serialisable: totals are decimal strings. Shares are 0 to 1. */
export type Measures = {
  merchants: number;
  sellers: number;
  unsold: number;
  totalRupiah: string;
  /** A = Σ i·x₍ᵢ₎ and Q = Σ x²: with n and S, what an auditor needs to recompute Gini, GE(2) and HHI by hand. */
  rankSum: string;
  squareSum: string;
  /** p₀ = n₀/n. */
  unsoldShare: Measure;
  /** G = (2A − (n+1)S)/(nS): half the mean difference between two merchants, relative to the mean. */
  gini: Measure;
  /** G₊: Gini among sellers only. G = p₀ + (1 − p₀)·G₊. */
  giniSellers: Measure;
  /** G* = G·n/(n−1), for small cells; never in one series with G. */
  giniSmall: Measure;
  /** 1 − m/n for m orders among n > m merchants, else 0: no distribution of so few orders has a lower G. */
  giniFloor: Measure;
  /** T = (1/n) Σ r ln r, r = x/mean. */
  theil: Measure;
  /** GE(2) = (nQ/S² − 1)/2: half the squared coefficient of variation. */
  ge2: Measure;
  /** Mean log deviation, L = −(1/n) Σ ln r. */
  theilL: Measure;
  /** 1 − ((1/n) Σ √r)². */
  atkinson05: Measure;
  /** 1 − geometric mean / mean = 1 − e^(−L). */
  atkinson1: Measure;
  /** max (i/n − Cᵢ/S): the share of turnover that would have to move for all to be equal. */
  hoover: Measure;
  /** 1 − L(0.9), L the piecewise linear Lorenz curve. */
  topTenPercentShare: Measure;
  /** L(0.4). */
  bottomFortyPercentShare: Measure;
  /** Share of the ten merchants who sold most. */
  topTenMerchantsShare: Measure;
  /** Top 10% over bottom 40%. */
  palma: Measure;
  /** Σ s². Of merchants: for an agency's spend join the owners first and use `spendConcentration`. */
  hhi: Measure;
  /** Quantiles of sellers, type 1 (Hyndman and Fan, 1996): always an amount that somebody really sold. */
  p25: Measure;
  median: Measure;
  p75: Measure;
  /** L(k/20), k = 0 … 20. */
  lorenz: { value: number[]; exact: Fraction[] } | Missing;
};

/**
 * The measures of a finished pass. Rational measures are computed exactly and rounded once; Theil and Atkinson are
 * means of losses that are ≥ 0 and vanish at the mean, so they cannot come out negative and are exactly 0 when all are
 * equal. Sources: Gini 1912; Lorenz 1905; Theil 1967; Atkinson 1970; Shorrocks 1980 for GE; Hoover 1936; Palma 2011.
 *
 * @param orders m, the number of orders behind the turnover, for `giniFloor`.
 */
export const measuresFrom = (sums: PassSums, orders?: number): Measures => {
  const { merchants, unsold, total, rankSum, squareSum, upToMean } = sums;
  const sellers = merchants - unsold;
  const n = BigInt(merchants);
  const curve = curveOf(sums);
  const { whole, points, bottomForty, topTenPercent, topTenMerchants } = curve;
  const quartile = (quarter: number) => (sellers === 0 ? missing('no_sellers') : exactly(curve.quartile(quarter), 1n));

  const empty = missing(merchants === 0 ? 'no_merchants' : 'no_turnover');
  const defined = (measure: () => Measure): Measure => (total === 0n ? empty : measure());

  return {
    merchants,
    sellers,
    unsold,
    totalRupiah: total.toString(),
    rankSum: rankSum.toString(),
    squareSum: squareSum.toString(),
    unsoldShare: merchants === 0 ? empty : exactly(BigInt(unsold), n),
    gini: defined(() => giniOver(n, sums)),
    giniSellers: sellers === 0 ? missing('no_sellers') : giniOfSellers(sums),
    giniSmall: defined(() => (merchants === 1 ? missing('one_merchant') : giniOver(n - 1n, sums))),
    giniFloor: defined(() => floorOf(merchants, sellers, orders)),
    theil: defined(() => theilOf(sums)),
    ge2: defined(() => exactly(n * squareSum - total * total, 2n * total * total)),
    theilL: defined(() => soldByAll(sums, (theilL) => theilL)),
    atkinson05: defined(() => atkinson05Of(sums)),
    atkinson1: defined(() => soldByAll(sums, (theilL) => -Math.expm1(-theilL))),
    // i/n − Cᵢ/S grows while x₍ᵢ₎ is below the mean and falls after, so its maximum is where the mean is passed.
    hoover: defined(() => exactly(BigInt(upToMean.merchants) * total - n * upToMean.total, n * total)),
    topTenPercentShare: defined(() => exactly(topTenPercent, whole)),
    bottomFortyPercentShare: defined(() => exactly(bottomForty, whole)),
    topTenMerchantsShare: defined(() =>
      merchants < FEW ? missing('fewer_than_ten_merchants') : exactly(topTenMerchants, total),
    ),
    palma: defined(() =>
      bottomForty === 0n ? missing('bottom_forty_percent_sold_nothing') : exactly(topTenPercent, bottomForty),
    ),
    hhi: defined(() => exactly(squareSum, total * total)),
    p25: quartile(1),
    median: quartile(2),
    p75: quartile(3),
    lorenz:
      total === 0n
        ? empty
        : { value: points.map((point) => ratio(point, whole)), exact: points.map((point) => fraction(point, whole)) },
  };
};

/** (2A − (n+1)S) / (denominator·S): the denominator n gives G, n − 1 gives G*. */
const giniOver = (denominator: bigint, { merchants, total, rankSum }: PassSums): Measure =>
  exactly(2n * rankSum - BigInt(merchants + 1) * total, denominator * total);

/** Among sellers every rank is n₀ lower, so A₊ = A − n₀·S. */
const giniOfSellers = ({ merchants, unsold, total, rankSum }: PassSums): Measure => {
  const m = BigInt(merchants - unsold);
  return exactly(2n * (rankSum - BigInt(unsold) * total) - (m + 1n) * total, m * total);
};

/** An unsold merchant has r = 0, and loses 1. */
const theilOf = ({ merchants, unsold, losses }: PassSums): Measure => ({ value: (losses.theil + unsold) / merchants });

/** An unsold merchant loses 1 here too. With H = (1/2n) Σ (√r − 1)² the mean root is 1 − H, and 1 − (1 − H)² = H(2 − H). */
const atkinson05Of = ({ merchants, unsold, losses }: PassSums): Measure => {
  const h = (losses.root + unsold) / merchants / 2;
  return { value: h * (2 - h) };
};

/** What follows from L. An unsold merchant's loss is infinite: then there is none. */
const soldByAll = ({ merchants, unsold, losses }: PassSums, measure: (theilL: number) => number): Measure =>
  unsold > 0 ? missing('some_sold_nothing') : { value: measure(losses.log / merchants) };

/** m orders reach at most m merchants; a list with more sellers than orders contradicts itself. */
const floorOf = (merchants: number, sellers: number, orders: number | undefined): Measure => {
  if (orders === undefined) return missing('orders_not_given');
  if (orders < sellers) return missing('fewer_orders_than_sellers');
  return exactly(BigInt(Math.max(0, merchants - orders)), BigInt(merchants));
};
