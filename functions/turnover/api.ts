import { turnover } from '../../shared/contract/turnover.ts';
import { serve } from '../http/serve.ts';
import { listTurnoverReports } from './list-reports.ts';
import { listTurnoverRevisions, readTurnover, reopenTurnover, saveTurnover } from './turnover-months.ts';

export const endpoints = [listTurnoverReports, readTurnover, saveTurnover, listTurnoverRevisions, reopenTurnover];
export const handler = serve(turnover, endpoints);
