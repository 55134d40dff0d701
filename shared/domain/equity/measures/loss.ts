import { logOfRatio, ratio } from './fraction.ts';

/**
 * What merchants lose against everybody having the mean, r = x/mean:
 * Σ r ln r − (r − 1) for Theil T, Σ (r − 1) − ln r for Theil L, Σ (√r − 1)² for Atkinson 0.5.
 *
 * Over all merchants Σ (r − 1) = 0, so these are the textbook sums; written so, each term is ≥ 0 and vanishes at the
 * mean: nothing cancels between merchants, and an error of the mean enters only in second order.
 */
export type Loss = { theil: number; log: number; root: number };

/**
 * S/n as its whole part and the rest below 1. x − whole is exact for whole x, so a merchant who is a billionth off the
 * mean is off by that to every digit; x/mean − 1 would keep seven of them.
 */
export type Mean = { whole: number; rest: number; value: number };

/** Undefined when S/n is beyond 2^53 − 1: then only `lossAt` tells the amounts apart. */
export const meanOf = (total: bigint, count: bigint): Mean | undefined => {
  if (count === 0n) return { whole: 0, rest: 0, value: 0 };
  if (total / count > Number.MAX_SAFE_INTEGER) return undefined;
  return { whole: Number(total / count), rest: ratio(total % count, count), value: ratio(total, count) };
};

/** Closer to the mean than this, ρ − ln(1 + ρ) and its like lose digits and are summed as series. */
const NEAR = 1 / 16;

/**
 * ρ − ln(1 + ρ) near 0, by ln(1 + ρ) = 2 artanh z with z = ρ/(2 + ρ): 2z²·(1/(1 − z) − z/3 − z³/5 − z⁵/7 − …).
 * For |ρ| < 1/16 what is left out is below half a unit of the last place.
 */
const nearLog = (rise: number): number => {
  const z = rise / (2 + rise);
  const w = z * z;
  return 2 * w * (1 / (1 - z) - z * (1 / 3 + w * (1 / 5 + w * (1 / 7 + w * (1 / 9 + w / 11)))));
};

/** The losses of the amounts at positions 1 … length. This is the inner loop of a pass. */
export const losses = (amounts: ArrayLike<number>, length: number, { whole, rest, value }: Mean): Loss => {
  let theil = 0;
  let log = 0;
  let root = 0;
  for (let j = 1; j <= length; j += 1) {
    const x = amounts[j] as number;
    const r = x / value;
    const rise = (x - whole - rest) / value;
    if (rise < NEAR && rise > -NEAR) {
      const near = nearLog(rise);
      log += near;
      theil += rise * rise - (1 + rise) * near;
    } else {
      const ln = Math.log(r);
      log += rise - ln;
      theil += r * ln - rise;
    }
    const rootRise = rise / (Math.sqrt(r) + 1);
    root += rootRise * rootRise;
  }
  return { theil, log, root };
};

/** numerator/denominator − 1, rounded once. */
export const riseOf = (numerator: bigint, denominator: bigint): number =>
  numerator < denominator ? -ratio(denominator - numerator, denominator) : ratio(numerator - denominator, denominator);

/** (√r − 1)², from r, which keeps the root of a small one, and from r − 1, which keeps the digits of one near 1. */
export const rootLoss = (r: number, rise: number): number => (rise / (Math.sqrt(r) + 1)) ** 2;

/** The loss at r = numerator/denominator of any size, numerator ≥ 0: for amounts beyond 2^53 and for groups. */
export const lossAt = (numerator: bigint, denominator: bigint): Loss => {
  const [r, rise] = [ratio(numerator, denominator), riseOf(numerator, denominator)];
  const root = rootLoss(r, rise);
  if (rise < NEAR && rise > -NEAR) {
    const near = nearLog(rise);
    return { theil: rise * rise - (1 + rise) * near, log: near, root };
  }
  if (numerator === 0n) return { theil: 1, log: Number.POSITIVE_INFINITY, root };
  const ln = logOfRatio(numerator, denominator);
  return { theil: r * ln - rise, log: rise - ln, root };
};
