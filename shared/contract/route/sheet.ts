import * as z from 'zod';
import { Download } from './download.ts';
import { Paging } from './paging.ts';

/** A sheet as it is sent: packed for the way to a function, as much as one request carries. */
export const sheetSent = {
  binary: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'application/octet-stream'],
  mostBytes: 4 * 1024 * 1024,
} as const;
/** What a sheet may be refused for as a whole, before any row is looked at. */
export const sheetProblems = ['sheet_not_readable', 'body_too_large', 'unsupported_media_type'] as const;

/** A sheet is looked at first, and written when asked. */
export const SheetMode = z
  .enum(['check', 'all', 'good'])
  .default('check')
  .describe('Only look; write all or, where a row is wrong, none; or write the rows that are right');

/** What is wrong with a row of a list that was sent: where, and how to mend it. */
export const SheetFlaw = z.object({ row: z.int(), column: z.string(), detail: z.string() }).meta({ id: 'SheetFlaw' });
/** What is wrong in a sheet. */
export const sheetFlaws = {
  flaws: z.array(SheetFlaw),
  flawCount: z.int().describe('Of many flaws the first are told'),
};

/** So many rows of a list are in one file; what comes after them is in its next part. */
export const SHEET_ROWS = 10_000;
export const SheetFormat = z.enum(['xlsx', 'csv'], 'Pilih xlsx atau csv.').meta({ id: 'SheetFormat' });
export type SheetFormat = z.infer<typeof SheetFormat>;
/** Which part of a list: the first, or what the `Link` of the part before says. */
export const SheetPart = { cursor: Paging.cursor } as const;
/** A list as a file: what the list says to the same person, in the same order, with the same filters. */
export const listSheet = {
  access: 'signed-in',
  produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
  response: Download,
  rate: 5,
} as const;
