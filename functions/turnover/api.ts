import { turnover } from '../../shared/contract/turnover.ts';
import { serve } from '../http/serve.ts';
import { listTurnoverReports, printTurnoverReports } from './list-reports.ts';
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
