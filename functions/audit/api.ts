import { audit } from '../../shared/contract/audit.ts';
import { serve } from '../http/serve.ts';
import { listActs, listCountryActs, listMyActs, listProvinceActs } from './read-acts.ts';

export const endpoints = [listActs, listProvinceActs, listCountryActs, listMyActs];
export const handler = serve(audit, endpoints);
