import type { Zone } from '../../shared/domain/basics/month.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import type { VisitRow } from '../../shared/domain/equity/standing/standing.ts';

/** What every file of a month is made from. */
export type Report = {
  readonly snapshot: Snapshot;
  /** The place's own clock: people are told of days as they lived them. */
  readonly zone: Zone;
  /** Cities a merge had to do without, with their names: a partial result says so in words. */
  readonly missing: readonly { readonly code: string; readonly name: string }[];
  /** Only for the city's own officers: who sold least, by name. */
  readonly least?: readonly VisitRow[];
};
