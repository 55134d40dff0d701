import { turnover } from '../../shared/contract/turnover.ts';
import { serve } from '../http/serve.ts';
import { listTurnoverReports } from './reports/list-reports.ts';
import { printTurnoverReports } from './reports/print-reports.ts';
import { listTurnoverRevisions, readTurnover, reopenTurnover, saveTurnover } from './turnover-months.ts';

export const endpoints = [
  listTurnoverReports,
  printTurnoverReports,
  readTurnover,
  saveTurnover,
  listTurnoverRevisions,
  reopenTurnover,
];
export const handler = serve(turnover, endpoints);
