import * as z from 'zod';
import { AgencyId } from '../domain/agencies/agency.ts';
import { Year } from '../domain/agencies/budget-line.ts';
import { Category } from '../domain/basics/category.ts';
import { RupiahTotal } from '../domain/basics/money.ts';
import { Instant, Month } from '../domain/basics/month-schema.ts';
import { PlanColumnChoice } from '../domain/demand/plan-columns.ts';
import { PlanLine, PlanLineCard, RupCode } from '../domain/demand/plan-line.ts';
import { DemandCell } from '../domain/demand/summary.ts';
import { People, Person } from '../domain/people/caller.ts';
import { CityCode } from '../domain/places/region.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';
import { listSheet, SheetFormat, SheetMode, SheetPart, sheetFlaws, sheetProblems, sheetSent } from './route/sheet.ts';

const OfAgency = z.object({ agencyId: AgencyId });
const OfYear = z.object({ city: CityCode, year: Year });
/** A category of the market, or the lines that no shop can sell. */
const CategoryOrNone = z.union([Category, z.literal('none')]);

const ShownPlanColumns = z
  .object({ agencyId: AgencyId, columns: PlanColumnChoice, version: z.int().describe('0 before anything was chosen') })
  .meta({ id: 'PlanColumns' });

const ImportedPlan = z
  .object({
    titles: z.array(z.string()).describe('The titles found in the file'),
    columns: z.record(z.string(), z.string()).describe('What is taken from which title'),
    missing: z.array(z.string()).describe('What no title says yet: choose the columns, then send the file again'),
    rows: z.int(),
    lines: z.int(),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    unchanged: z.int(),
    sold: z.int().describe('Lines that shops of the market can sell'),
    written: z.boolean(),
    ...sheetFlaws,
    sample: z
      .array(PlanLine.pick({ rupCode: true, name: true, month: true, rupiah: true, category: true }))
      .describe('The first lines as they were read'),
  })
  .meta({ id: 'ImportedPlan' });

/** What a city's offices plan to buy in a year. */
export const Demand = z
  .object({
    cityCode: CityCode,
    year: Year,
    cells: z.array(DemandCell).describe('All offices together, by month and category'),
    offices: z
      .array(DemandCell.omit({ category: true }).extend({ agencyId: AgencyId, agencyName: z.string() }))
      .describe(
        'Of the category that was asked for: of each month the twenty-five offices that plan most; all are in the sheet',
      ),
    planCount: z.int().describe('Offices whose plans are here'),
    plans: z
      .array(
        z.object({
          agencyId: AgencyId,
          agencyName: z.string(),
          madeAt: Instant,
          lines: z.int(),
          rupiah: RupiahTotal,
        }),
      )
      .describe('The fifty largest plans, and when each last changed'),
  })
  .meta({ id: 'Demand' });

const Correction = z
  .object({
    likeness: z.string(),
    category: Category.nullable(),
    example: z.string(),
    by: Person,
    at: Instant,
    version: z.int(),
  })
  .meta({ id: 'DemandCorrection' });

const lineFilters = { category: CategoryOrNone, month: Month.optional() } as const;
const imports = ['agency_not_found', 'unit_needed', 'limit_reached', 'changed_meanwhile', ...sheetProblems] as const;

/** What offices plan to buy, told to shops months ahead: their yearly plans of purchases (RUP), sorted into what the market sells. */
export const demand = {
  'POST /agencies/{agencyId}/plan/{year}/import': {
    operation: 'import-plan',
    summary:
      "Read an office's plan of purchases (RUP) from a spreadsheet (XLSX or CSV, at most 4 MB): what it would add, change and " +
      'remove, and what is wrong in which row; written when asked. The same file again changes nothing; names and numbers of ' +
      'persons are never read',
    access: 'signed-in',
    who: ['approver', 'treasurer', 'city-admin'],
    params: OfAgency.extend({ year: Year }),
    query: z.strictObject({
      mode: SheetMode,
      unit: z.string().max(60).optional().describe('Code of the unit, where a file has several'),
      replaces: z
        .enum(['lines', 'plan'])
        .default('lines')
        .describe('Replaces the lines it names; or is the total plan, so that lines not in it are removed'),
      over: z.coerce
        .number()
        .int()
        .min(0)
        .max(100_000)
        .optional()
        .describe('So many lines were told to change or go when the file was looked at: of more, none is written'),
    }),
    ...sheetSent,
    response: ImportedPlan,
    problems: imports,
    rate: 5,
  },
  'GET /agencies/{agencyId}/plan-columns': {
    operation: 'read-plan-columns',
    summary: "Which columns of an office's own plan say what",
    access: 'signed-in',
    who: ['approver', 'treasurer', 'city-admin'],
    params: OfAgency,
    response: ShownPlanColumns,
    problems: ['agency_not_found'],
  },
  'PUT /agencies/{agencyId}/plan-columns': {
    operation: 'choose-plan-columns',
    summary: 'Say which columns say what, once for all plans of the office; columns about persons are refused',
    access: 'signed-in',
    who: ['approver', 'treasurer', 'city-admin'],
    params: OfAgency,
    body: PlanColumnChoice,
    response: ShownPlanColumns,
    problems: ['agency_not_found', 'version_mismatch', 'changed_meanwhile'],
  },
  'GET /cities/{city}/demand/{year}': {
    operation: 'read-demand',
    summary: "What a city's offices plan to buy, by month and category; of one category by office too",
    access: 'public',
    who: ['anybody'],
    params: OfYear,
    query: z.strictObject({ category: CategoryOrNone.optional() }),
    response: Demand,
    problems: ['city_not_found', 'being_prepared'],
  },
  'GET /cities/{city}/demand/{year}/sheet/{format}': {
    ...listSheet,
    operation: 'print-demand',
    summary: 'The same sums as a file: a row for each office, month and category',
    who: ['signed-in'],
    params: OfYear.extend({ format: SheetFormat }),
    query: z.strictObject({ category: CategoryOrNone.optional(), ...SheetPart }),
    problems: ['city_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/demand/{year}/lines': {
    operation: 'list-demand-lines',
    summary: 'The lines of the plans behind a category, by month, with why each is in it',
    access: 'public',
    who: ['anybody'],
    params: OfYear,
    query: z.strictObject({ ...lineFilters, ...Paging }),
    response: Paged(PlanLineCard),
    problems: ['city_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/demand/{year}/lines/sheet/{format}': {
    ...listSheet,
    operation: 'print-demand-lines',
    summary: 'The same lines as a file, 10,000 at most; the rest by the cursor of its `Link`',
    who: ['signed-in'],
    params: OfYear.extend({ format: SheetFormat }),
    query: z.strictObject({ ...lineFilters, ...SheetPart }),
    problems: ['city_not_found', 'malformed_cursor'],
  },
  'PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category': {
    operation: 'correct-demand-line',
    summary: 'An officer says what a line buys; it holds for all lines like it, now and in plans to come',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfYear.extend({ agencyId: AgencyId, rupCode: RupCode }),
    body: z
      .strictObject({
        category: Category.nullable(),
        seen: Category.nullable()
          .optional()
          .describe(
            'What it was when the officer looked: another category that was said meanwhile is not written over',
          ),
      })
      .meta({ id: 'NewDemandCorrection' }),
    response: z.object({
      line: PlanLine,
      alike: z.int().describe('Lines of the city it holds for, this one among them'),
    }),
    problems: [
      'city_not_found',
      'not_allowed',
      'plan_line_not_found',
      'limit_reached',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
  'GET /cities/{city}/demand-corrections': {
    operation: 'list-demand-corrections',
    summary: 'What officers of the city said of lines, and since when it holds',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: z.strictObject(Paging),
    response: Paged(Correction).extend({ people: People }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
} as const satisfies Routes;
