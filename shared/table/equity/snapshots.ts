import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { AgencySpread } from '../../domain/equity/snapshot/cell.ts';
import { Snapshot, SnapshotCard } from '../../domain/equity/snapshot/snapshot.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, put, type Write } from '../engine/writes.ts';

// | entity       | pk                              | sk                     | list 1                        |
// | Snapshot     | PLACE#35.73, PLACE#35, PLACE#ID | SNAPSHOT#2026-11#0001  | SNAPSHOT#35.73 / 2026-11#0001 |
// | CloseRequest | PLACE#35.73                     | CLOSE#2026-11          |                               |
const padded = (revision: number): string => String(revision).padStart(4, '0');
/**
 * A month as it is kept. Of many offices what each bought lies packed beside the rest: an item holds 400 kB, of which six hundred
 * offices took 340 and take 124 packed; and most who read a month look at none of them.
 */
const KeptSnapshot = Snapshot.extend({
  packedOffices: z.string().optional().describe('Compressed JSON, as base64: those of the month, and of the year'),
});
type KeptSnapshot = z.infer<typeof KeptSnapshot>;
const snapshots = entity({
  type: 'Snapshot',
  schema: KeptSnapshot,
  key: ({ place, month, revision }: Pick<Snapshot, 'place' | 'month' | 'revision'>) => ({
    pk: `PLACE#${place}`,
    sk: `SNAPSHOT#${month}#${padded(revision)}`,
  }),
  list1: ({ place, month, revision }) => ({ pk: `SNAPSHOT#${place}`, sk: `${month}#${padded(revision)}` }),
  card: namesIn(SnapshotCard),
});

/** Of so many offices what each bought stands in the item as it is. */
const FEW_OFFICES = 20;
const Offices = z.object({ month: z.array(AgencySpread), year: z.array(AgencySpread) });
type Offices = z.infer<typeof Offices>;

const withOffices = (snapshot: Snapshot, { month, year }: Offices): Snapshot => ({
  ...snapshot,
  agencies: month,
  year: { ...snapshot.year, agencies: year },
});
const none: Offices = { month: [], year: [] };

const keptOf = (snapshot: Snapshot): KeptSnapshot => {
  const offices: Offices = { month: snapshot.agencies, year: snapshot.year.agencies };
  if (Math.max(offices.month.length, offices.year.length) <= FEW_OFFICES) return snapshot;
  const packedOffices = gzipSync(JSON.stringify(offices)).toString('base64');
  return { ...withOffices(snapshot, none), packedOffices };
};
const snapshotOf = ({ packedOffices, ...snapshot }: KeptSnapshot, wanted: 'all' | 'none'): Snapshot => {
  if (wanted === 'none') return withOffices(snapshot, none);
  if (packedOffices === undefined) return snapshot;
  const text = gunzipSync(Buffer.from(packedOffices, 'base64')).toString('utf8');
  return withOffices(snapshot, Offices.parse(JSON.parse(text)));
};

/** The latest revision of a month, or one that is named; without what each office bought where nobody looks at it. */
export const getSnapshot = async (
  table: Table,
  place: string,
  month: string,
  revision?: number,
  offices: 'all' | 'none' = 'all',
): Promise<Snapshot | undefined> => {
  const latest = { pk: `PLACE#${place}`, prefix: `SNAPSHOT#${month}#`, limit: 1, descending: true, consistent: true };
  const kept =
    revision === undefined
      ? (await list(table, KeptSnapshot, undefined, latest)).items[0]
      : await get(table, snapshots, { pk: `PLACE#${place}`, sk: `SNAPSHOT#${month}#${padded(revision)}` });
  return kept && snapshotOf(kept, offices);
};
/** All revisions of all months of a place, newest first, as cards. */
export const snapshotsOfPlace = (table: Table, place: string, request: Omit<PageRequest, 'pk' | 'descending'>) =>
  list(table, SnapshotCard, 'list1', { pk: `SNAPSHOT#${place}`, descending: true, ...request });
export const insertSnapshot = (snapshot: Snapshot): Write => insert(snapshots, keptOf(snapshot));

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
