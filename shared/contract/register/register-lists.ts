import * as z from 'zod';
import { Category } from '../../domain/basics/category.ts';
import { CityCode } from '../../domain/places/region.ts';
import { ColumnChoice } from '../../domain/register/import/register-columns.ts';
import { SameAs } from '../../domain/register/owners/evidence.ts';
import { ReturnReasons } from '../../domain/register/return-reasons.ts';
import type { Routes } from '../route/route.ts';
import { SheetMode, sheetFlaws, sheetProblems, sheetSent } from '../route/sheet.ts';

const OfCity = z.object({ city: CityCode });

const ImportColumns = z
  .object({ cityCode: CityCode, columns: ColumnChoice, version: z.int().describe('0 before anything was chosen') })
  .meta({ id: 'RegisterImportColumns' });

const ShownReasons = z
  .object({ cityCode: CityCode, reasons: ReturnReasons.shape.reasons, version: z.int() })
  .meta({ id: 'CityReturnReasons' });

const ImportedRange = z
  .object({
    titles: z.array(z.string()).describe('The titles found in the list'),
    columns: z.record(z.string(), z.string()).describe('What is taken from which title'),
    missing: z.array(z.string()).describe('What no title says yet: choose the columns, then send the list again'),
    rows: z.int(),
    good: z.int().describe('Rows of the whole list that are right'),
    written: z.boolean(),
    from: z.int(),
    next: z.int().nullable().describe('The good row to go on with; null at the end'),
    added: z.int().describe('Of this range: entered, or to be entered'),
    known: z.int().describe('Of this range: entered from this list before'),
    decreed: z.int().describe('Of this range: verified before by a decision the list names, and like no other shop'),
    verified: z.int().describe('Of these: verified now, because that was asked for'),
    duplicates: z
      .array(z.object({ row: z.int(), entered: z.boolean(), sameAs: z.array(SameAs) }).meta({ id: 'LikeRow' }))
      .describe('Rows of this range that another shop of the register is like; not entered where it is that one'),
    ...sheetFlaws,
    sample: z
      .array(
        z.object({
          row: z.int(),
          name: z.string(),
          ownerName: z.string(),
          district: z.string(),
          village: z.string(),
          category: Category,
          address: z.string(),
        }),
      )
      .describe('The first good rows as they were read'),
  })
  .meta({ id: 'ImportedRange' });

/** What the city brings to its register: its own lists, and its sentences for returning an application. */
export const registerLists = {
  'POST /cities/{city}/register/import': {
    operation: 'import-register',
    summary:
      'Read a list of shops from a spreadsheet (XLSX or CSV, at most 4 MB), a hundred good rows at a time: what would be ' +
      'added, what is wrong in which row, what is there already; added when asked. The same list again adds nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    query: z.strictObject({
      mode: SheetMode,
      verified: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Verify, too, what the list says the city verified before, by number and day of its decision'),
      from: z.coerce.number().int().min(1).max(20_000).default(1).describe('Which good row to begin with, from 1'),
    }),
    ...sheetSent,
    response: ImportedRange,
    problems: ['city_not_found', 'not_allowed', 'limit_reached', ...sheetProblems],
    rate: 5,
  },
  'GET /cities/{city}/return-reasons': {
    operation: 'read-return-reasons',
    summary: 'Sentences by which the city returns applications, per field',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ShownReasons,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/return-reasons': {
    operation: 'set-return-reasons',
    summary: 'Write them anew, for all officers of the city',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: ReturnReasons,
    response: ShownReasons,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
  'GET /cities/{city}/register/import-columns': {
    operation: 'read-import-columns',
    summary: "Which columns of the city's own lists say what",
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ImportColumns,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/register/import-columns': {
    operation: 'choose-import-columns',
    summary: 'Say which columns say what, once for all lists of the city',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: ColumnChoice,
    response: ImportColumns,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
} as const satisfies Routes;
