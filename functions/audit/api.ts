import { audit } from '../../shared/contract/audit.ts';
import { serve } from '../http/serve.ts';
import { listActs, listMyActs } from './read-acts.ts';

export const endpoints = [listActs, listMyActs];
export const handler = serve(audit, endpoints);
