import { compensated, rounded } from './compensated.ts';
import { exactly, gcd, type Measure, missing, ratio } from './fraction.ts';
import { lossAt, riseOf, rootLoss } from './loss.ts';
import type { Measures } from './measures.ts';

/** A measure of all merchants as inequality inside the groups plus inequality between the groups' means. */
type Decomposed = { total: Measure; within: Measure; between: Measure; betweenShare: Measure };

/** One group's part: p = n_g/n, s = S_g/S, and s·T_g, what its own inequality adds to the Theil index of all. */
type GroupPart = { name: string; merchantShare: Measure; turnoverShare: Measure; theilWithin: Measure };

/** Of Atkinson 0.5, whose parts multiply: 1 − A = (1 − within)·(1 − between). So there are no shares of it. */
type Multiplied = { total: Measure; within: Measure; between: Measure };

export type Decomposition = { theil: Decomposed; ge2: Decomposed; atkinson05: Multiplied; groups: GroupPart[] };

/**
 * Splits Theil T and GE(2) over groups that share no merchant (districts, categories); exact identities, so within and
 * between add up to the measure of all (Theil 1967; Shorrocks, Econometrica 48, 1980). With r = μ_g/μ:
 *
 *   T = Σ s_g T_g + Σ p_g (r ln r − r + 1),  where the second sum is Σ s_g ln(s_g/p_g)
 *   GE(2) = Σ p_g r² GE2_g + (Σ p_g r² − 1)/2
 *
 * Atkinson 0.5 goes through what equally distributed would be worth as much, ξ_g = μ_g(1 − A_g): within, everybody gets
 * his group's ξ_g, which costs Σ s_g A_g of all turnover; between is the Atkinson index of a list of those ξ_g
 * (Blackorby, Donaldson and Auersperg, Canadian Journal of Economics 14, 1981).
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
      atkinson: measures.atkinson05.value ?? 0,
    }));
  const n = parts.reduce((sum, part) => sum + part.n, 0n);
  const s = parts.reduce((sum, part) => sum + part.s, 0n);
  const none = missing(n === 0n ? 'no_merchants' : 'no_turnover');
  if (s === 0n) {
    const nothing = { total: none, within: none, between: none, betweenShare: none };
    return { theil: nothing, ge2: nothing, atkinson05: { total: none, within: none, between: none }, groups: [] };
  }
  return {
    theil: theilOf(
      sumOf(parts.map((part) => ratio(part.s, s) * part.theil)),
      sumOf(parts.map((part) => ratio(part.n, n) * lossAt(part.s * n, s * part.n).theil)),
    ),
    ge2: ge2Of(parts, n, s),
    atkinson05: atkinsonOf(parts, n, s),
    groups: parts.map((part) => ({
      name: part.name,
      merchantShare: exactly(part.n, n),
      turnoverShare: exactly(part.s, s),
      theilWithin: { value: ratio(part.s, s) * part.theil },
    })),
  };
};

const sumOf = (terms: number[]): number => rounded(compensated(terms));

const theilOf = (within: number, between: number): Decomposed => {
  const total = within + between;
  return {
    total: { value: total },
    within: { value: within },
    between: { value: between },
    betweenShare: total === 0 ? missing('no_inequality') : { value: between / total },
  };
};

const atkinsonOf = (parts: readonly { n: bigint; s: bigint; atkinson: number }[], n: bigint, s: bigint): Multiplied => {
  const within = sumOf(parts.map((part) => ratio(part.s, s) * part.atkinson));
  // ξ_g over their mean is μ_g/μ · (1 − A_g)/(1 − within).
  const loss = ({ n: of, s: sold, atkinson }: (typeof parts)[number]) => {
    const [numerator, denominator] = [sold * n, s * of];
    const r = (ratio(numerator, denominator) * (1 - atkinson)) / (1 - within);
    const rise = (riseOf(numerator, denominator) * (1 - atkinson) + (within - atkinson)) / (1 - within);
    return sold === 0n ? 1 : rootLoss(r, rise);
  };
  const half = sumOf(parts.map((part) => ratio(part.n, n) * loss(part))) / 2;
  const between = half * (2 - half);
  return {
    total: { value: within + between - within * between },
    within: { value: within },
    between: { value: between },
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
