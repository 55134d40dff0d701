import * as z from 'zod';
import { Agency, AgencyId, BudgetCode, BudgetLine, NewAgency, NewBudgetLine, Year } from '../domain/agencies/agency.ts';
import { CityCode } from '../domain/places/region.ts';
import { Paged, Paging } from './paging.ts';
import type { Routes } from './route.ts';

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
    problems: ['city_not_found', 'not_allowed', 'key_reused'],
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
    who: ['buyer', 'approver', 'treasurer'],
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
    problems: ['agency_not_found', 'budget_too_little', 'version_mismatch'],
  },
} as const satisfies Routes;
