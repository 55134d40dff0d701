import { Photo } from '../domain/photos/photo.ts';
import { get } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { put, type Write } from './engine/writes.ts';

// | entity | pk          | sk                     |
// | Photo  | MERCHANT#id | PHOTO#/photos/hash.jpg |
const photos = entity({
  type: 'Photo',
  schema: Photo,
  key: ({ merchantId, photo }: Pick<Photo, 'merchantId' | 'photo'>) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `PHOTO#${photo}`,
  }),
});

export const getPhoto = (table: Table, { merchantId, photo }: Pick<Photo, 'merchantId' | 'photo'>) =>
  get(table, photos, { pk: `MERCHANT#${merchantId}`, sk: `PHOTO#${photo}` });

export const putPhoto = (photo: Photo): Write => put(photos, photo);
