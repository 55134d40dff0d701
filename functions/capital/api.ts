import { capital } from '../../shared/contract/capital/capital.ts';
import { serve } from '../http/serve.ts';
import { addBank, changeBank, listBanks, readBank } from './banks.ts';
import { readCapitalReadiness } from './readiness.ts';

export const endpoints = [listBanks, addBank, readBank, changeBank, readCapitalReadiness];
export const handler = serve(capital, endpoints);
