import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { CityCode } from '../../domain/places/region.ts';
import { is } from '../engine/fields.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, remove, save, type Write } from '../engine/writes.ts';

/** What all offices of a large city say together, as it was last added up: one item, because a page reads all of it. */
export const OfficeSums = z.object({
  cityCode: CityCode,
  of: z.string().describe('A year of spending, what waits for its money, or a month of who took part'),
  madeAt: Instant,
  packed: z.string().describe('Compressed JSON, as base64'),
  version: z.int(),
});
export type OfficeSums = z.infer<typeof OfficeSums>;

/** News since a year of a city's offices, or a month of their people, was added up; gone when it is added up again. */
const SumsDue = z.object({
  cityCode: CityCode,
  year: z.string().describe('Or a month of it: `2026-11`'),
  news: z.string().describe('Another with each news'),
});
export type SumsDue = z.infer<typeof SumsDue>;

// | entity     | pk         | sk                     |
// | OfficeSums | CITY#35.73 | OFFICE-SUMS#<what>     |
// | SumsDue    | CITY#35.73 | OFFICE-SUMS-DUE#2026   |
const sumsKey = (cityCode: string, of: string) => ({ pk: `CITY#${cityCode}`, sk: `OFFICE-SUMS#${of}` });
const officeSums = entity({
  type: 'OfficeSums',
  schema: OfficeSums,
  key: ({ cityCode, of }: Pick<OfficeSums, 'cityCode' | 'of'>) => sumsKey(cityCode, of),
});
const DUE = 'OFFICE-SUMS-DUE#';
const dueKey = ({ cityCode, year }: Pick<SumsDue, 'cityCode' | 'year'>) => ({
  pk: `CITY#${cityCode}`,
  sk: `${DUE}${year}`,
});
const sumsDue = entity({ type: 'SumsDue', schema: SumsDue, key: dueKey });

export const getOfficeSums = (table: Table, cityCode: string, of: string) =>
  get(table, officeSums, sumsKey(cityCode, of));
export const saveOfficeSums = (sums: OfficeSums): Write => save(officeSums, sums);

/** Years and months of a city that something is new of. */
export const sumsDueOf = (table: Table, cityCode: string): Promise<SumsDue[]> =>
  everyEntry((after) => list(table, SumsDue, undefined, { pk: `CITY#${cityCode}`, prefix: DUE, limit: 100, after }));
export const noteSumsDue = (due: SumsDue): Write => put(sumsDue, due);
/** Refused when there is other news by now. */
export const settleSumsDue = (due: SumsDue): Write => remove('SumsDue', dueKey(due), is('news', due.news));
