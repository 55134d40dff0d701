import * as z from 'zod';
import { idPattern } from '../basics/id.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { isPushService } from './push-services.ts';

export const DeviceId = z
  .string()
  .regex(idPattern('dvc'), 'Nomor perangkat tidak benar. Muat ulang halamannya.')
  .meta({ id: 'DeviceId' });

/** More devices than a household of phones has; the one that was silent longest makes room. */
export const MOST_DEVICES = 10;

const bytes = (length: number) => (text: string) => Buffer.from(text, 'base64url').length === length;
const KEY = /^[A-Za-z0-9_-]+={0,2}$/;

/** Where a browser is called, and with which keys what it is told is sealed (RFC 8291), as the browser gives them. */
export const NewDevice = z
  .strictObject({
    endpoint: z
      .string()
      .max(1000)
      .refine(isPushService, 'HP ini belum bisa kami hubungi. Coba lagi dengan Chrome.')
      .describe('An address of a known push service; nothing is ever sent elsewhere'),
    keys: z.strictObject({
      p256dh: z
        .string()
        .max(120)
        .regex(KEY, 'Kunci dari HP ini tidak terbaca. Matikan lalu nyalakan lagi pemberitahuannya.')
        .refine(
          (text) => bytes(65)(text) && Buffer.from(text, 'base64url')[0] === 4,
          'Kunci dari HP ini tidak terbaca. Matikan lalu nyalakan lagi pemberitahuannya.',
        ),
      auth: z
        .string()
        .max(40)
        .regex(KEY, 'Kunci dari HP ini tidak terbaca. Matikan lalu nyalakan lagi pemberitahuannya.')
        .refine(bytes(16), 'Kunci dari HP ini tidak terbaca. Matikan lalu nyalakan lagi pemberitahuannya.'),
    }),
    name: Line(60).optional().describe('What the person calls it: Chrome di HP'),
  })
  .meta({ id: 'NewDevice' });
export type NewDevice = z.infer<typeof NewDevice>;

/** A browser that is called. Its address and keys are never answered back. */
export const Device = z
  .object({ deviceId: DeviceId, name: z.string().nullable(), since: Instant })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof Device>;

export const DeviceRecord = Device.extend({
  person: Person,
  endpoint: z.string(),
  p256dh: z.string(),
  auth: z.string(),
});
export type DeviceRecord = z.infer<typeof DeviceRecord>;
