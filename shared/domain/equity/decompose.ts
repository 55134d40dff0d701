import { compensated, rounded } from './compensated.ts';
import { exactly, gcd, type Measure, missing, ratio } from './fraction.ts';
import type { Measures } from './measures.ts';

/** A measure of all merchants as inequality inside the groups plus inequality between the groups' means. */
export type Decomposed = { total: Measure; within: Measure; between: Measure; betweenShare: Measure };

/** One group's part: p = n_g/n, s = S_g/S, and s·T_g, what its own inequality adds to the Theil index of all. */
export type GroupPart = { name: string; merchantShare: Measure; turnoverShare: Measure; theilWithin: Measure };

export type Decomposition = { theil: Decomposed; ge2: Decomposed; groups: GroupPart[] };

/**
 * Splits Theil T and GE(2) over groups that share no merchant (districts, categories); exact identities, so within and
 * between add up to the measure of all (Theil 1967; Shorrocks, Econometrica 48, 1980). With r = μ_g/μ:
 *
 *   T = Σ s_g T_g + Σ p_g (r ln r − r + 1),  where the second sum is Σ s_g ln(s_g/p_g)
 *   GE(2) = Σ p_g r² GE2_g + (Σ p_g r² − 1)/2
 *
 * Gini has no such split (groups overlap). Groups without merchants add nothing. No turnover at all: null, as ever.
 */
export const decompose = (groups: readonly { name: string; measures: Measures }[]): Decomposition => {
  const parts = groups
    .filter(({ measures }) => measures.merchants > 0)
    .map(({ name, measures }) => ({
      name,
      n: BigInt(measures.merchants),
      s: BigInt(measures.totalRupiah),
      q: BigInt(measures.squareSum),
      theil: measures.theil.value ?? 0,
    }));
  const n = parts.reduce((sum, part) => sum + part.n, 0n);
  const s = parts.reduce((sum, part) => sum + part.s, 0n);
  const none = missing(n === 0n ? 'no_merchants' : 'no_turnover');
  if (s === 0n) {
    const nothing = { total: none, within: none, between: none, betweenShare: none };
    return { theil: nothing, ge2: nothing, groups: [] };
  }
  return {
    theil: theilOf(
      sumOf(parts.map((part) => ratio(part.s, s) * part.theil)),
      sumOf(parts.map((part) => ratio(part.n, n) * lossAt(ratio(part.s * n, s * part.n)))),
    ),
    ge2: ge2Of(parts, n, s),
    groups: parts.map((part) => ({
      name: part.name,
      merchantShare: exactly(part.n, n),
      turnoverShare: exactly(part.s, s),
      theilWithin: { value: ratio(part.s, s) * part.theil },
    })),
  };
};

const sumOf = (terms: number[]): number => rounded(compensated(terms));

const lossAt = (r: number): number => (r === 0 ? 1 : r * Math.log(r) - (r - 1));

const theilOf = (within: number, between: number): Decomposed => {
  const total = within + between;
  return {
    total: { value: total },
    within: { value: within },
    between: { value: between },
    betweenShare: total === 0 ? missing('no_inequality') : { value: between / total },
  };
};

/**
 * Over the common denominator 2S²·lcm(n_g): total nQ − S², between n·Σ S_g²/n_g − S², within n·Σ (Q_g − S_g²/n_g).
 */
const ge2Of = (parts: readonly { n: bigint; s: bigint; q: bigint }[], n: bigint, s: bigint): Decomposed => {
  const common = parts.reduce((lcm, part) => (lcm / gcd(lcm, part.n)) * part.n, 1n);
  const ofMeans = parts.reduce((sum, part) => sum + part.s * part.s * (common / part.n), 0n);
  const squares = parts.reduce((sum, part) => sum + part.q, 0n) * common;
  const denominator = 2n * s * s * common;
  const total = n * squares - s * s * common;
  const between = n * ofMeans - s * s * common;
  return {
    total: exactly(total, denominator),
    within: exactly(total - between, denominator),
    between: exactly(between, denominator),
    betweenShare: total === 0n ? missing('no_inequality') : exactly(between, total),
  };
};
