import { agencies } from '../../shared/contract/agencies.ts';
import { serve } from '../http/serve.ts';
import { addAgency, listAgencies, listBudgetLines, readAgency, setBudgetLine } from './agencies.ts';
import { importBudget } from './import-budget.ts';

export const endpoints = [listAgencies, addAgency, readAgency, listBudgetLines, setBudgetLine, importBudget];
export const handler = serve(agencies, endpoints);
