import * as z from 'zod';
import { Agency, AgencyId, NewAgency } from '../domain/agencies/agency.ts';
import { BudgetCode, BudgetLine, NewBudgetLine, Year } from '../domain/agencies/budget-line.ts';
import { Holiday } from '../domain/places/holidays.ts';
import { CityCode } from '../domain/places/region.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';
import { SheetMode, sheetFlaws, sheetProblems, sheetSent } from './route/sheet.ts';

const OfCity = z.object({ city: CityCode });
const OfAgency = z.object({ agencyId: AgencyId });
const OfYear = OfAgency.extend({ year: Year });

/** Offices and the budget lines they order from. */
export const agencies = {
  'GET /cities/{city}/agencies': {
    operation: 'list-agencies',
    summary: 'Offices of a city',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject(Paging),
    response: Paged(Agency.pick({ agencyId: true, name: true })),
    problems: ['city_not_found', 'malformed_cursor'],
    cacheSeconds: 60,
  },
  'POST /cities/{city}/agencies': {
    operation: 'add-agency',
    summary: 'The city adds an office',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewAgency,
    response: Agency,
    status: 201,
    idempotent: true,
    problems: ['limit_reached', 'city_not_found', 'not_allowed', 'key_reused'],
  },
  'GET /agencies/{agencyId}': {
    operation: 'read-agency',
    summary: 'An office',
    access: 'public',
    who: ['anybody'],
    params: OfAgency,
    response: Agency,
    problems: ['agency_not_found'],
    cacheSeconds: 60,
  },
  'GET /agencies/{agencyId}/budgets/{year}': {
    operation: 'list-budget-lines',
    summary: 'Budget lines of a year: ceiling, committed, left',
    access: 'signed-in',
    who: ['buyer', 'approver', 'treasurer', 'city-admin', 'inspectorate'],
    params: OfYear,
    query: z.strictObject(Paging),
    response: Paged(BudgetLine),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
  'PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}': {
    operation: 'set-budget-line',
    summary: 'Set the ceiling of a budget line',
    access: 'signed-in',
    who: ['approver', 'treasurer'],
    params: OfYear.extend({ budgetCode: BudgetCode }),
    body: NewBudgetLine,
    response: BudgetLine,
    problems: ['limit_reached', 'agency_not_found', 'budget_too_little', 'version_mismatch'],
  },
  'POST /agencies/{agencyId}/budgets/{year}/import': {
    operation: 'import-budget',
    summary:
      'Read a budget from a spreadsheet of SIPD (XLSX or CSV, at most 4 MB): what it would change, and what is wrong in ' +
      'which row; written when asked. The same file again changes nothing',
    access: 'signed-in',
    who: ['approver', 'treasurer'],
    params: OfYear,
    query: z.strictObject({
      mode: SheetMode,
      unit: z.string().max(60).optional().describe('Code of the unit, where a file has several'),
    }),
    ...sheetSent,
    response: z.object({
      rows: z.int(),
      lines: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      written: z.boolean(),
      ...sheetFlaws,
    }),
    problems: ['limit_reached', 'agency_not_found', 'unit_needed', ...sheetProblems],
    rate: 5,
  },
  'GET /cities/{city}/holidays/{year}': {
    operation: 'list-holidays',
    summary: 'Days off in a city: the country’s, with where they are written, and its own',
    access: 'public',
    who: ['anybody'],
    params: OfCity.extend({ year: z.string().regex(/^20[0-9]{2}$/, 'Tulis tahun seperti 2026.') }),
    response: z.object({
      days: z.array(Holiday),
      source: z.string().nullable().describe('Of the country’s; null while nobody entered that year'),
      confirmed: z.boolean().describe('False while nobody compared them with the decree itself'),
    }),
    problems: ['city_not_found'],
    cacheSeconds: 300,
  },
} as const satisfies Routes;
