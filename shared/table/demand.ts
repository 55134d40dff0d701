import * as z from 'zod';
import { Category } from '../domain/basics/category.ts';
import { Instant } from '../domain/basics/month-schema.ts';
import { PlanColumnChoice } from '../domain/demand/plan-columns.ts';
import { PlanLine, PlanLineCard } from '../domain/demand/plan-line.ts';
import { PlanSummary, PlanSummaryCard } from '../domain/demand/summary.ts';
import { Person } from '../domain/people/caller.ts';
import { CityCode } from '../domain/places/region.ts';
import { is } from './engine/fields.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { get, type Read, readOf } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { remove, save, type Write } from './engine/writes.ts';

export const DemandCorrection = z.object({
  cityCode: CityCode,
  likeness: z.string().describe('The words that all lines like it have'),
  category: Category.nullable(),
  example: z.string().describe('The line that was corrected'),
  by: Person,
  at: Instant,
  version: z.int(),
});
export type DemandCorrection = z.infer<typeof DemandCorrection>;

/** Which columns of an office's own file say what. */
export const PlanColumns = z.object({ agencyId: z.string(), columns: PlanColumnChoice, version: z.int() });
export type PlanColumns = z.infer<typeof PlanColumns>;

// | entity           | pk         | sk                           | list 1                                             | list 2                          |
// | PlanLine         | AGENCY#id  | PLAN#2026#<kd_rup>           | CITY#35.73#PLAN#2026#<category> / month, id, code  | CITY#35.73#LIKE#<words> / id    |
// | PlanSummary      | AGENCY#id  | PLAN-SUMMARY#2026            | CITY#35.73#PLAN-SUMMARY#2026 / id                  |                                 |
// | PlanColumns      | AGENCY#id  | PLAN-COLUMNS                 |                                                    |                                 |
// | DemandCorrection | CITY#35.73 | DEMAND-CORRECTION#<words>    |                                                    |                                 |
const lineKey = ({ agencyId, year, rupCode }: Pick<PlanLine, 'agencyId' | 'year' | 'rupCode'>) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `PLAN#${year}#${rupCode}`,
});
const byCategory = (cityCode: string, year: string, category: Category | null) =>
  `CITY#${cityCode}#PLAN#${year}#${category ?? 'none'}`;
const lines = entity({
  type: 'PlanLine',
  schema: PlanLine,
  key: lineKey,
  list1: ({ cityCode, year, category, month, agencyId, rupCode }) => ({
    pk: byCategory(cityCode, year, category),
    sk: `${month}#${agencyId}#${rupCode}`,
  }),
  list2: ({ cityCode, likeness, year, agencyId, rupCode }) => ({
    pk: `CITY#${cityCode}#LIKE#${likeness}`,
    sk: `${year}#${agencyId}#${rupCode}`,
  }),
  card: namesIn(PlanLineCard),
});
const summaryKey = (agencyId: string, year: string) => ({ pk: `AGENCY#${agencyId}`, sk: `PLAN-SUMMARY#${year}` });
const summaries = entity({
  type: 'PlanSummary',
  schema: PlanSummary,
  key: ({ agencyId, year }: Pick<PlanSummary, 'agencyId' | 'year'>) => summaryKey(agencyId, year),
  list1: ({ cityCode, year, agencyId }) => ({ pk: `CITY#${cityCode}#PLAN-SUMMARY#${year}`, sk: agencyId }),
  card: namesIn(PlanSummaryCard),
});
const columnsKey = (agencyId: string) => ({ pk: `AGENCY#${agencyId}`, sk: 'PLAN-COLUMNS' });
const columns = entity({
  type: 'PlanColumns',
  schema: PlanColumns,
  key: ({ agencyId }: Pick<PlanColumns, 'agencyId'>) => columnsKey(agencyId),
});
const CORRECTIONS = 'DEMAND-CORRECTION#';
const correctionKey = (cityCode: string, likeness: string) => ({
  pk: `CITY#${cityCode}`,
  sk: `${CORRECTIONS}${likeness}`,
});
const corrections = entity({
  type: 'DemandCorrection',
  schema: DemandCorrection,
  key: ({ cityCode, likeness }: Pick<DemandCorrection, 'cityCode' | 'likeness'>) => correctionKey(cityCode, likeness),
});

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
export const getPlanLine = (table: Table, agencyId: string, year: string, rupCode: string) =>
  get(table, lines, lineKey({ agencyId, year, rupCode }));
/** An office's plan of a year. */
export const planLinesOf = (table: Table, agencyId: string, year: string, request: Paging) =>
  list(table, PlanLine, undefined, { pk: `AGENCY#${agencyId}`, prefix: `PLAN#${year}#`, consistent: true, ...request });
/** A city's lines of a category, or of none; by month, or of one month. */
export const planLinesByCategory = (
  table: Table,
  { cityCode, year }: { readonly cityCode: string; readonly year: string },
  { category, month }: { readonly category: Category | null; readonly month?: string | undefined },
  request: Paging,
) =>
  list(table, PlanLineCard, 'list1', {
    pk: byCategory(cityCode, year, category),
    ...(month === undefined ? {} : { prefix: `${month}#` }),
    ...request,
  });
/** The lines of a city that one correction holds for. */
export const planLinesLike = (table: Table, cityCode: string, likeness: string, request: Paging) =>
  list(table, PlanLineCard, 'list2', { pk: `CITY#${cityCode}#LIKE#${likeness}`, ...request });
export const savePlanLine = (line: PlanLine): Write => save(lines, line);
/** Takes a line out; refused when somebody wrote it meanwhile. */
export const removePlanLine = (line: PlanLine): Write => remove('PlanLine', lineKey(line), is('version', line.version));

export const getPlanSummary = (table: Table, agencyId: string, year: string) =>
  get(table, summaries, summaryKey(agencyId, year));
/** The same, read with what else a year is told from. */
export const planSummaryAt = (agencyId: string, year: string): Read<PlanSummary> =>
  readOf(summaries, summaryKey(agencyId, year));
export const planSummariesOf = (table: Table, cityCode: string, year: string, request: Paging) =>
  list(table, PlanSummaryCard, 'list1', { pk: `CITY#${cityCode}#PLAN-SUMMARY#${year}`, ...request });
export const savePlanSummary = (summary: PlanSummary): Write => save(summaries, summary);

export const getPlanColumns = (table: Table, agencyId: string) => get(table, columns, columnsKey(agencyId));
export const savePlanColumns = (chosen: PlanColumns): Write => save(columns, chosen);

export const getCorrection = (table: Table, cityCode: string, likeness: string) =>
  get(table, corrections, correctionKey(cityCode, likeness));
export const correctionsOf = (table: Table, cityCode: string, request: Paging) =>
  list(table, DemandCorrection, undefined, {
    pk: `CITY#${cityCode}`,
    prefix: CORRECTIONS,
    consistent: true,
    ...request,
  });
export const saveCorrection = (correction: DemandCorrection): Write => save(corrections, correction);
