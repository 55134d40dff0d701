import { today } from '../../shared/contract/today.ts';
import { serve } from '../http/serve.ts';
import { readProvinceToday } from './read-province.ts';
import { readToday } from './read-today.ts';

export const endpoints = [readToday, readProvinceToday];
export const handler = serve(today, endpoints);
