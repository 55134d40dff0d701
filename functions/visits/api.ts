import { visits } from '../../shared/contract/visits/visits.ts';
import { serve } from '../http/serve.ts';
import { correctVisit } from './correct-visit.ts';
import { listAwaitedVisits } from './list-awaited.ts';
import { listOfficeVisitTasks, listVisitTasks } from './list-tasks.ts';
import { listMyVisits, listVisits, readVisit } from './list-visits.ts';
import { assignVisitTask, finishVisitTask, reopenVisitTask } from './move-tasks.ts';
import { cancelVisit, planVisit } from './plan-visit.ts';
import { recordVisit } from './record-visit.ts';
import { listShopVisits } from './shop-visits.ts';

export const endpoints = [
  planVisit,
  cancelVisit,
  listVisits,
  listAwaitedVisits,
  listMyVisits,
  readVisit,
  recordVisit,
  correctVisit,
  listShopVisits,
  listVisitTasks,
  listOfficeVisitTasks,
  assignVisitTask,
  finishVisitTask,
  reopenVisitTask,
];
export const handler = serve(visits, endpoints);
