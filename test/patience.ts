/** Until what must come is said to be missing. It only ends what would never end: a machine may be ten times as busy as ours. */
export const PATIENCE_MS = 60_000;
