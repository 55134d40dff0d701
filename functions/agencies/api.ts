import { agencies } from '../../shared/contract/agencies.ts';
import { serve } from '../http/serve.ts';
import { addAgency, listAgencies, listBudgetLines, readAgency, setBudgetLine } from './agencies.ts';
import { importBudget } from './import-budget.ts';
import { listHolidays } from './list-holidays.ts';

export const endpoints = [
  listAgencies,
  addAgency,
  readAgency,
  listBudgetLines,
  setBudgetLine,
  importBudget,
  listHolidays,
];
export const handler = serve(agencies, endpoints);
