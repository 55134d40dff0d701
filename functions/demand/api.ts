import { demand } from '../../shared/contract/demand.ts';
import { serve } from '../http/serve.ts';
import { choosePlanColumns, readPlanColumns } from './choose-columns.ts';
import { correctDemandLine, listDemandCorrections } from './correct-line.ts';
import { listDemandLines } from './demand-lines.ts';
import { importPlan } from './import-plan.ts';
import { printDemand } from './print-calendar.ts';
import { printDemandLines } from './print-demand-lines.ts';
import { readDemand } from './read-demand.ts';

export const endpoints = [
  importPlan,
  readPlanColumns,
  choosePlanColumns,
  readDemand,
  printDemand,
  listDemandLines,
  printDemandLines,
  correctDemandLine,
  listDemandCorrections,
];
export const handler = serve(demand, endpoints);
