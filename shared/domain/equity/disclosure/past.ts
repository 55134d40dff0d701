import type { Snapshot, Suppressed } from '../snapshot/snapshot.ts';

/** What was decided before: in the eleven months before, and in earlier revisions of this month. */
export type Past = {
  readonly months: readonly PastMonth[];
  readonly revision?: Suppressed | undefined;
  /** The revision itself, with what it told. */
  readonly latest?: Pick<Snapshot, 'phase' | 'suppressed' | 'total' | 'year' | 'cities'> | undefined;
};
/** What a month kept, and what it has. */
export type PastMonth = {
  readonly suppressed: Pick<Suppressed, 'total' | 'month' | 'prices' | 'reports'>;
  readonly has: Pick<Snapshot, 'total' | 'districts' | 'categories'>;
};
export const NOTHING: Past = { months: [] };
