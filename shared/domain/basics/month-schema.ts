import * as z from 'zod';
import type { Day as CalendarDay, Month as CalendarMonth, Instant as InstantText, Zone as ZoneName } from './month.ts';

/* How days, months and instants are written in a request: apart from the arithmetic of month.ts, which pages carry too. */

export const Zone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']).meta({ id: 'Zone' });
export type Zone = ZoneName;

export const Month = z
  .string()
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, 'Tulis bulan seperti 2026-11.')
  .meta({ id: 'Month', example: '2026-11' });
export type Month = CalendarMonth;

export const Day = z.iso.date('Tulis tanggal seperti 2026-11-22.').meta({ id: 'Day', example: '2026-11-22' });
export type Day = CalendarDay;

export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'Tulis waktu seperti 2026-11-24T02:02:00.000Z.')
  .meta({ id: 'Instant', example: '2026-11-22T01:30:00.000Z' });
export type Instant = InstantText;
