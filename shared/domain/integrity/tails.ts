/**
 * P(X ≥ least) of independent trials with these chances (Poisson binomial; with equal chances the binomial). Exact up to
 * rounding: what reaches `least` is added up where it happens, never one minus almost one, so tails far below 1e-16 hold.
 */
export const atLeast = (chances: readonly number[], least: number): number => {
  if (least <= 0) return 1;
  const below = new Float64Array(least);
  below[0] = 1;
  let reached = 0;
  for (const chance of chances) {
    reached += (below[least - 1] ?? 0) * chance;
    for (let count = least - 1; count > 0; count--)
      below[count] = (below[count] ?? 0) * (1 - chance) + (below[count - 1] ?? 0) * chance;
    below[0] = (below[0] ?? 0) * (1 - chance);
  }
  return Math.min(1, reached);
};

/** In how many ways so many can be chosen among others, regardless of order. */
export const waysToChoose = (some: number, among: number): number => {
  if (some > among) return 0;
  let ways = 1;
  for (let taken = 0; taken < some; taken++) ways = (ways * (among - taken)) / (taken + 1);
  return Math.round(ways);
};

/** Median of some values (the mean of the middle two) and the median of their distances from it. */
export const centreOf = (values: readonly number[]): { median: number; mad: number } => {
  const middle = (some: readonly number[]): number => {
    const sorted = [...some].sort((a, b) => a - b);
    const half = sorted.length / 2;
    return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
  };
  const median = middle(values);
  return { median, mad: middle(values.map((value) => Math.abs(value - median))) };
};
