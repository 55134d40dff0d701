/**
 * Exposure is counted in whole millionths, so that adding up is exact in any order, batched or not, and a counter in
 * the table can simply be added to.
 */
export const EXPOSURE_UNIT = 1_000_000;

const known: number[] = [];

/** What one showing at a rank (1 is first) is worth: ⌊10⁶ / log₂(1 + rank)⌉, the position bias of EQUITY.md §3. */
export const exposureAt = (rank: number): number => {
  if (!Number.isSafeInteger(rank) || rank < 1) throw new RangeError(`rank ${rank} is not a whole number from 1`);
  known[rank] ??= Math.round(EXPOSURE_UNIT / Math.log2(1 + rank));
  return known[rank];
};

/** Past showings fade: two thirds remain after each month, rounded down. */
export const fadedExposure = (exposure: number, months = 1): number => {
  let left = exposure;
  for (let month = 0; month < months && left > 0; month++) left = Math.floor((left * 2) / 3);
  return left;
};

/**
 * What lists really shown add to each owner's exposure. A list is the owner ids from the first rank down; what was
 * not on the screen does not belong in it.
 */
export const exposureOf = (lists: Iterable<readonly string[]>): Map<string, number> => {
  const added = new Map<string, number>();
  for (const list of lists)
    for (const [index, ownerId] of list.entries())
      added.set(ownerId, (added.get(ownerId) ?? 0) + exposureAt(index + 1));
  return added;
};
