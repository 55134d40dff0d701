import * as z from 'zod';
import { ClockTime } from '../basics/clock-time.ts';
import { weekdayCodes } from './schedule-words.ts';

/** Hours of some weekdays: HSDS's schedule with `byday`, `opens_at`, `closes_at`, in the names of this API. */
export const Schedule = z
  .strictObject({
    byDay: z.array(z.enum(weekdayCodes)).min(1).max(7),
    opensAt: ClockTime,
    closesAt: ClockTime,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    error: 'Isi jam tutup sesudah jam buka.',
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;
