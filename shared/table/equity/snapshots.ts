import * as z from 'zod';
import { Snapshot, SnapshotCard } from '../../domain/equity/snapshot/snapshot.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, put, type Write } from '../engine/writes.ts';

// | entity       | pk                              | sk                     | list 1                        |
// | Snapshot     | PLACE#35.73, PLACE#35, PLACE#ID | SNAPSHOT#2026-11#0001  | SNAPSHOT#35.73 / 2026-11#0001 |
// | CloseRequest | PLACE#35.73                     | CLOSE#2026-11          |                               |
const padded = (revision: number): string => String(revision).padStart(4, '0');
const snapshots = entity({
  type: 'Snapshot',
  schema: Snapshot,
  key: ({ place, month, revision }: Pick<Snapshot, 'place' | 'month' | 'revision'>) => ({
    pk: `PLACE#${place}`,
    sk: `SNAPSHOT#${month}#${padded(revision)}`,
  }),
  list1: ({ place, month, revision }) => ({ pk: `SNAPSHOT#${place}`, sk: `${month}#${padded(revision)}` }),
  card: namesIn(SnapshotCard),
});

/** The latest revision of a month, or one that is named. */
export const getSnapshot = async (
  table: Table,
  place: string,
  month: string,
  revision?: number,
): Promise<Snapshot | undefined> => {
  if (revision !== undefined)
    return get(table, snapshots, { pk: `PLACE#${place}`, sk: `SNAPSHOT#${month}#${padded(revision)}` });
  const latest = { pk: `PLACE#${place}`, prefix: `SNAPSHOT#${month}#`, limit: 1, descending: true, consistent: true };
  return (await list(table, Snapshot, undefined, latest)).items[0];
};
/** All revisions of all months of a place, newest first, as cards. */
export const snapshotsOfPlace = (table: Table, place: string, request: Omit<PageRequest, 'pk' | 'descending'>) =>
  list(table, SnapshotCard, 'list1', { pk: `SNAPSHOT#${place}`, descending: true, ...request });
export const insertSnapshot = (snapshot: Snapshot): Write => insert(snapshots, snapshot);

/** A person's wish to close a month now. The stream carries it to the state machine, as it carries every event. */
export const CloseRequest = z.object({
  cityCode: z.string(),
  zone: z.string(),
  month: z.string(),
  phase: z.string(),
  by: z.string(),
  at: z.string(),
});
export type CloseRequest = z.infer<typeof CloseRequest>;
const closeRequests = entity({
  type: 'CloseRequest',
  schema: CloseRequest,
  key: ({ cityCode, month }: Pick<CloseRequest, 'cityCode' | 'month'>) => ({
    pk: `PLACE#${cityCode}`,
    sk: `CLOSE#${month}`,
  }),
});
export const putCloseRequest = (request: CloseRequest): Write => put(closeRequests, request);
