import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Person } from '../../domain/people/caller.ts';
import { VisitId } from '../../domain/visits/new-visit.ts';
import { PhotoHash } from '../../domain/visits/visit-limits.ts';
import { list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** That a picture of a visit came whole: the hash of what was sent, and the name of what was drawn of it. */
const VisitPhoto = z.object({
  visitId: VisitId,
  hash: PhotoHash,
  photoId: z.string(),
  by: Person,
  at: Instant,
});
export type VisitPhoto = z.infer<typeof VisitPhoto>;

// | entity     | pk       | sk          |
// | VisitPhoto | VISIT#id | PHOTO#hash  |
const key = (visitId: string, hash: string) => ({ pk: `VISIT#${visitId}`, sk: `PHOTO#${hash}` });
const photos = entity({
  type: 'VisitPhoto',
  schema: VisitPhoto,
  key: ({ visitId, hash }: Pick<VisitPhoto, 'visitId' | 'hash'>) => key(visitId, hash),
});

export const getVisitPhoto = (table: Table, visitId: string, hash: string) => get(table, photos, key(visitId, hash));
/** A visit has a few. */
export const photosOfVisit = async (table: Table, visitId: string): Promise<VisitPhoto[]> =>
  (await list(table, VisitPhoto, undefined, { pk: `VISIT#${visitId}`, prefix: 'PHOTO#', limit: 20 })).items;
export const putVisitPhoto = (photo: VisitPhoto): Write => put(photos, photo);
