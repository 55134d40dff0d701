import { audit } from '../../shared/contract/audit.ts';
import { serve } from '../http/serve.ts';
import { checkActs } from './check-acts.ts';
import { listActs, listCountryActs, listMyActs, listProvinceActs } from './read-acts.ts';
import { listShopActs } from './shop-acts.ts';

export const endpoints = [listActs, checkActs, listProvinceActs, listCountryActs, listMyActs, listShopActs];
export const handler = serve(audit, endpoints);
