/** Keys of one call, and calls on their way together. */
const AT_ONCE = 100;
const CALLS = 8;

/** Reads in batches of a hundred, a few batches together. */
export const inBatches = async <T, R>(values: readonly T[], read: (batch: T[]) => Promise<R[]>): Promise<R[]> => {
  const batches: T[][] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) batches.push(values.slice(at, at + AT_ONCE));
  const results: R[] = [];
  for (let at = 0; at < batches.length; at += CALLS)
    for (const part of await Promise.all(batches.slice(at, at + CALLS).map(read))) results.push(...part);
  return results;
};
