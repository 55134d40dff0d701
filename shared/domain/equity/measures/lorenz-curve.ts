/** Points of the Lorenz curve, both ends included: 0%, 5%, … 100% of merchants. */
const LORENZ_POINTS = 21;
const STEPS = LORENZ_POINTS - 1;
/** The best selling ten have a measure of their own. */
export const FEW = 10;

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
 * What the prefix sums of a finished pass say, exactly, in rupiah: the top of the Lorenz curve is `whole`, 20·S, and its
 * points are read on that scale.
 */
export const curveOf = ({ merchants, unsold, total, cumulative: known }: PassSums) => {
  /** Cᵢ, for any rank between the ends only where `ranksNeeded` names it. */
  const cumulative = (rank: number): bigint => {
    if (rank <= unsold) return 0n;
    return rank >= merchants ? total : (known.get(rank) as bigint);
  };
  const amountAt = (rank: number) => cumulative(rank) - cumulative(rank - 1);
  /** 20·S·L(k/20): with k·n = 20·i + r, linear between Cᵢ and Cᵢ₊₁. */
  const lorenz = (k: number): bigint => {
    const rank = Math.floor((k * merchants) / STEPS);
    const rest = k * merchants - rank * STEPS;
    return cumulative(rank) * BigInt(STEPS) + (rest === 0 ? 0n : amountAt(rank + 1) * BigInt(rest));
  };
  const whole = total * BigInt(STEPS);
  return {
    whole,
    points: Array.from({ length: LORENZ_POINTS }, (_, k) => lorenz(k)),
    bottomForty: lorenz((STEPS * 4) / 10),
    topTenPercent: whole - lorenz((STEPS * 9) / 10),
    topTenMerchants: total - cumulative(merchants - FEW),
    /** The amount of the seller at a quarter, half or three quarters of the sellers. */
    quartile: (quarter: number): bigint => amountAt(unsold + quartileRank(merchants - unsold, quarter)),
  };
};
