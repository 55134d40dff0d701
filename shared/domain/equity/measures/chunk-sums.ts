/*
 * The exact sums of a pass. A chunk is at most 64 ascending amounts at positions 1 … length; position 0 belongs to the
 * pass. BigInt once a chunk instead of once a merchant makes the pass about twenty times faster, with the same bits.
 */

/** Below this, the sums of 64 amounts are exact in doubles: Σ j·x ≤ 2080·2⁴⁰ < 2⁵³. */
export const EXACT_BELOW = 2 ** 40;
const HALF = 2 ** 20;
const FULL_SQUARED = 40n;
const HALF_DOUBLED = 21n;

/** Σ x, Σ j·x and Σ x² over positions j of a chunk whose amounts are whole and below 2⁴⁰; exact. */
export const chunkSums = (chunk: Float64Array, length: number) => {
  let total = 0;
  let rankSum = 0;
  // x = h·2²⁰ + l with h, l < 2²⁰, so x² = h²·2⁴⁰ + hl·2²¹ + l², and 64 of each part stay below 2⁴⁶.
  let high = 0;
  let cross = 0;
  let low = 0;
  for (let j = 1; j <= length; j += 1) {
    const x = chunk[j] as number;
    const h = Math.floor(x / HALF);
    const l = x - h * HALF;
    total += x;
    rankSum += j * x;
    high += h * h;
    cross += h * l;
    low += l * l;
  }
  return {
    total: BigInt(total),
    rankSum: BigInt(rankSum),
    squareSum: (BigInt(high) << FULL_SQUARED) + (BigInt(cross) << HALF_DOUBLED) + BigInt(low),
  };
};
