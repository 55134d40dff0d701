import { turnover } from '../../shared/contract/turnover.ts';
import { serve } from '../http/serve.ts';
import { listTurnoverRevisions, readTurnover } from './read-turnover.ts';
import { reopenTurnover } from './reopen-turnover.ts';
import { listTurnoverReports } from './reports/list-reports.ts';
import { printTurnoverReports } from './reports/print-reports.ts';
import { saveTurnover } from './save-turnover.ts';

export const endpoints = [
  listTurnoverReports,
  printTurnoverReports,
  readTurnover,
  saveTurnover,
  listTurnoverRevisions,
  reopenTurnover,
];
export const handler = serve(turnover, endpoints);
