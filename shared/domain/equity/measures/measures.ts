import { exactly, type Fraction, fraction, type Measure, type Missing, missing, ratio } from './fraction.ts';

/** Points of the Lorenz curve, both ends included: 0%, 5%, … 100% of merchants. */
const LORENZ_POINTS = 21;
const STEPS = LORENZ_POINTS - 1;
const FEW = 10;

/**
 * What one ascending pass over x₍₁₎ ≤ … ≤ x₍ₙ₎ leaves behind: everything the measures need, nothing that grows with n.
 * Amounts are whole rupiah; `rank` counts from 1 and unsold merchants take the first ranks.
 */
export type PassSums = {
  /** n: merchants in the register, sold or not. */
  merchants: number;
  /** n₀: merchants whose amount is zero. */
  unsold: number;
  /** S = Σ x. */
  total: bigint;
  /** A = Σ i·x₍ᵢ₎. */
  rankSum: bigint;
  /** Q = Σ x². */
  squareSum: bigint;
  /** Cᵢ = x₍₁₎ + … + x₍ᵢ₎ at every rank i that `ranksNeeded` names. */
  cumulative: ReadonlyMap<number, bigint>;
  /** How many merchants have at most the mean S/n, and their turnover. */
  upToMean: { merchants: number; total: bigint };
  /** Σ over sellers of r ln r − (r − 1), of (r − 1) − ln r and of (√r − 1)², where r = x·n/S. */
  losses: { theil: number; log: number; root: number };
};

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

const quartileRank = (sellers: number, quarter: number): number => Math.ceil((sellers * quarter) / 4);

/** The ranks, ascending and strictly between n₀ and n, at which a pass has to write down Cᵢ. */
export const ranksNeeded = (merchants: number, unsold: number): number[] => {
  const ranks = new Set([merchants - FEW]);
  // An amount is the difference of two neighbouring prefix sums: x₍ᵢ₎ = Cᵢ − Cᵢ₋₁.
  const amountAt = (rank: number) => ranks.add(rank - 1).add(rank);
  for (let k = 1; k < STEPS; k += 1) amountAt(Math.floor((k * merchants) / STEPS) + 1);
  for (const quarter of [1, 2, 3]) amountAt(unsold + quartileRank(merchants - unsold, quarter));
  return [...ranks].filter((rank) => rank > unsold && rank < merchants).sort((a, b) => a - b);
};

/**
 * The measures of a finished pass. Rational measures are computed exactly and rounded once; Theil and Atkinson are
 * means of losses that are ≥ 0 and vanish at the mean, so they cannot come out negative and are exactly 0 when all are
 * equal. Sources: Gini 1912; Lorenz 1905; Theil 1967; Atkinson 1970; Shorrocks 1980 for GE; Hoover 1936; Palma 2011.
 *
 * @param orders m, the number of orders behind the turnover, for `giniFloor`.
 */
export const measuresFrom = (sums: PassSums, orders?: number): Measures => {
  const { merchants, unsold, total, rankSum, squareSum, losses, upToMean } = sums;
  const sellers = merchants - unsold;
  const n = BigInt(merchants);
  const m = BigInt(sellers);
  const mean = (loss: number) => loss / merchants;

  const cumulative = (rank: number): bigint => {
    if (rank <= unsold) return 0n;
    return rank >= merchants ? total : (sums.cumulative.get(rank) as bigint);
  };
  const amountAt = (rank: number) => cumulative(rank) - cumulative(rank - 1);
  const quartile = (quarter: number) =>
    sellers === 0 ? missing('no_sellers') : exactly(amountAt(unsold + quartileRank(sellers, quarter)), 1n);
  /** 20·S·L(k/20): with k·n = 20·i + r, linear between Cᵢ and Cᵢ₊₁. */
  const lorenz = (k: number): bigint => {
    const rank = Math.floor((k * merchants) / STEPS);
    const rest = k * merchants - rank * STEPS;
    return cumulative(rank) * BigInt(STEPS) + (rest === 0 ? 0n : amountAt(rank + 1) * BigInt(rest));
  };
  const whole = total * BigInt(STEPS);
  const curve = Array.from({ length: LORENZ_POINTS }, (_, k) => lorenz(k));
  const bottomForty = lorenz((STEPS * 4) / 10);
  const topTen = whole - lorenz((STEPS * 9) / 10);

  const empty = missing(merchants === 0 ? 'no_merchants' : 'no_turnover');
  const defined = (measure: () => Measure): Measure => (total === 0n ? empty : measure());
  const gini = (denominator: bigint) => exactly(2n * rankSum - (n + 1n) * total, denominator * total);
  const theilL = losses.log / (merchants || 1);

  return {
    merchants,
    sellers,
    unsold,
    totalRupiah: total.toString(),
    rankSum: rankSum.toString(),
    squareSum: squareSum.toString(),
    unsoldShare: merchants === 0 ? empty : exactly(BigInt(unsold), n),
    gini: defined(() => gini(n)),
    // Among sellers every rank is n₀ lower, so A₊ = A − n₀·S.
    giniSellers:
      sellers === 0
        ? missing('no_sellers')
        : exactly(2n * (rankSum - BigInt(unsold) * total) - (m + 1n) * total, m * total),
    giniSmall: defined(() => (merchants === 1 ? missing('one_merchant') : gini(n - 1n))),
    giniFloor: defined(() => floorOf(merchants, sellers, orders)),
    // An unsold merchant has r = 0: its losses are 1, infinite and 1.
    theil: defined(() => ({ value: mean(losses.theil + unsold) })),
    ge2: defined(() => exactly(n * squareSum - total * total, 2n * total * total)),
    theilL: defined(() => (unsold > 0 ? missing('some_sold_nothing') : { value: theilL })),
    // With H = (1/2n) Σ (√r − 1)² the mean root is 1 − H, and 1 − (1 − H)² = H(2 − H).
    atkinson05: defined(() => {
      const h = mean(losses.root + unsold) / 2;
      return { value: h * (2 - h) };
    }),
    atkinson1: defined(() => (unsold > 0 ? missing('some_sold_nothing') : { value: -Math.expm1(-theilL) })),
    // i/n − Cᵢ/S grows while x₍ᵢ₎ is below the mean and falls after, so its maximum is where the mean is passed.
    hoover: defined(() => exactly(BigInt(upToMean.merchants) * total - n * upToMean.total, n * total)),
    topTenPercentShare: defined(() => exactly(topTen, whole)),
    bottomFortyPercentShare: defined(() => exactly(bottomForty, whole)),
    topTenMerchantsShare: defined(() =>
      merchants < FEW ? missing('fewer_than_ten_merchants') : exactly(total - cumulative(merchants - FEW), total),
    ),
    palma: defined(() =>
      bottomForty === 0n ? missing('bottom_forty_percent_sold_nothing') : exactly(topTen, bottomForty),
    ),
    hhi: defined(() => exactly(squareSum, total * total)),
    p25: quartile(1),
    median: quartile(2),
    p75: quartile(3),
    lorenz:
      total === 0n
        ? empty
        : { value: curve.map((point) => ratio(point, whole)), exact: curve.map((point) => fraction(point, whole)) },
  };
};

/** m orders reach at most m merchants; a list with more sellers than orders contradicts itself. */
const floorOf = (merchants: number, sellers: number, orders: number | undefined): Measure => {
  if (orders === undefined) return missing('orders_not_given');
  if (orders < sellers) return missing('fewer_orders_than_sellers');
  return exactly(BigInt(Math.max(0, merchants - orders)), BigInt(merchants));
};
