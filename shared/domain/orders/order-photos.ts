import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Person } from '../people/caller.ts';
import { PictureLook } from '../photos/picture-look.ts';
import { OrderId } from './order.ts';

/** What a picture of an order shows: the goods at the handover, that money went, or what a review says. */
export const PhotoPurpose = z.enum(['handover', 'proof', 'review']).meta({ id: 'PhotoPurpose' });
export type PhotoPurpose = z.infer<typeof PhotoPurpose>;

/** A picture of an order: hex SHA-256 of what was drawn, so the same picture sent twice is one. */
export const OrderPhotoId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Unggah fotonya dulu, lalu pakai nomor yang dijawab.')
  .meta({ id: 'OrderPhotoId' });

export const OrderPhoto = z
  .object({
    orderId: OrderId,
    purpose: PhotoPurpose,
    photoId: OrderPhotoId,
    side: z.enum(['buyer', 'merchant']).describe('On whose side it was taken'),
    by: Person,
    at: Instant,
    look: PictureLook.optional().describe('Of a proof: what another like it is known by'),
  })
  .meta({ id: 'OrderPhoto' });
export type OrderPhoto = z.infer<typeof OrderPhoto>;
