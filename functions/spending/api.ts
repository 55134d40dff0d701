import { spending } from '../../shared/contract/spending.ts';
import { serve } from '../http/serve.ts';
import { importProcurements } from './import-procurements.ts';
import { printCitySpending } from './print-spending.ts';
import { listWaitingPayments, readCitySpending, readOfficeSpending } from './read-spending.ts';
import { setProcurement } from './set-procurement.ts';
import { stateScale } from './state-scale.ts';

export const endpoints = [
  readCitySpending,
  printCitySpending,
  importProcurements,
  readOfficeSpending,
  setProcurement,
  listWaitingPayments,
  stateScale,
];
export const handler = serve(spending, endpoints);
