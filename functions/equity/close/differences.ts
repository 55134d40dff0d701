/** Where a recomputation and what is stored part: a path into the snapshot, and both sides. */
export type Difference = { readonly at: string; readonly stored: string; readonly computed: string };

const MOST_REPORTED = 50;
const shown = (value: unknown): string => (value === undefined ? '(tidak ada)' : JSON.stringify(value));

/** Every path at which two values differ, the first fifty. */
export const differencesOf = (stored: unknown, computed: unknown, at = ''): Difference[] => {
  if (typeof stored === 'object' && stored !== null && typeof computed === 'object' && computed !== null) {
    const [one, other] = [stored as Record<string, unknown>, computed as Record<string, unknown>];
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differencesOf(one[key], other[key], `${at}/${key}`)).slice(0, MOST_REPORTED);
  }
  return stored === computed ? [] : [{ at, stored: shown(stored), computed: shown(computed) }];
};
