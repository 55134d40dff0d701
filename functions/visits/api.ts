import { visits } from '../../shared/contract/visits.ts';
import { serve } from '../http/serve.ts';
import { listMyVisits, listVisits, readVisit } from './list-visits.ts';
import { cancelVisit, planVisit } from './plan-visit.ts';
import { recordVisit } from './record-visit.ts';

export const endpoints = [planVisit, cancelVisit, listVisits, listMyVisits, readVisit, recordVisit];
export const handler = serve(visits, endpoints);
