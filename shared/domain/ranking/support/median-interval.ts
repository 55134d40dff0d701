/** Fewer values, and no pair of them holds the median in 95 of 100: 1 − 2·½⁶ is 0.97, 1 − 2·½⁵ is 0.94. */
export const LEAST_FOR_INTERVAL = 6;
const OUTSIDE = 0.025;

/**
 * Which values of n, in ascending order and counted from 1, hold the median of what they were drawn from in at least 95 of
 * 100, whatever its distribution: l and n+1−l with the largest l for which P(B < l) ≤ 2.5%, B binomial (n, ½). Undefined for
 * fewer than six. Source: David & Nagaraja, Order Statistics (2003), §7.1.
 */
export const medianRanks = (n: number): { readonly low: number; readonly high: number } | undefined => {
  if (n < LEAST_FOR_INTERVAL) return undefined;
  // In logarithms: ½ⁿ of a large city is smaller than any number.
  let logTerm = -n * Math.LN2;
  let below = 0;
  let low = 0;
  while (below + Math.exp(logTerm) <= OUTSIDE) {
    below += Math.exp(logTerm);
    logTerm += Math.log(n - low) - Math.log(low + 1);
    low += 1;
  }
  return { low, high: n + 1 - low };
};

export type MedianInterval = { readonly median: number; readonly low: number; readonly high: number };

/** The median of some whole numbers with its 95% interval; undefined for fewer than six. Of an even number, the lower middle. */
export const medianInterval = (values: readonly number[]): MedianInterval | undefined => {
  const ranks = medianRanks(values.length);
  if (!ranks) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (rank: number): number => sorted[rank - 1] as number;
  return { median: at(Math.ceil(values.length / 2)), low: at(ranks.low), high: at(ranks.high) };
};
