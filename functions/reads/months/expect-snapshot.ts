import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { Problem } from '../../../shared/problem.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { World } from '../../world.ts';

/** A closed month of a place, the last revision unless one is named. @throws Problem snapshot_not_found */
export const expectSnapshot = async (
  { table }: World,
  place: string,
  month: string,
  revision?: number,
  offices: 'all' | 'none' = 'all',
): Promise<Snapshot> => {
  const snapshot = await getSnapshot(table, place, month, revision, offices);
  if (!snapshot) throw new Problem('snapshot_not_found', `Rekap ${monthName(month)} belum ada.`);
  return snapshot;
};
