import * as z from 'zod';

/** Packed for the way to a function, as much as one request carries. */
export const SHEET_BYTES = 4 * 1024 * 1024;
export const SHEET_TYPES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/octet-stream',
] as const;

/** What is wrong with a row of a list that was sent: where, and how to mend it. */
export const SheetFlaw = z.object({ row: z.int(), column: z.string(), detail: z.string() }).meta({ id: 'SheetFlaw' });
