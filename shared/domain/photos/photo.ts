import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';

/** Where a photo is found: its name is its content's hash, so the same picture has the same address. */
export const PhotoAddress = z
  .string()
  .regex(/^\/photos\/[0-9a-f]{64}\.jpg$/, 'Unggah fotonya dulu, lalu pakai alamat yang dijawab.')
  .meta({ id: 'PhotoAddress' });

/** That a shop uploaded a picture: only then may its goods show it. */
export const Photo = z.object({ merchantId: z.string(), photo: PhotoAddress, by: z.string(), at: Instant });
export type Photo = z.infer<typeof Photo>;

/** The name in a photo's address: its content's hash. */
export const photoName = (photo: string): string => photo.slice('/photos/'.length, -'.jpg'.length);
