import { today } from '../../shared/contract/today.ts';
import { serve } from '../http/serve.ts';
import { readToday } from './read-today.ts';

export const endpoints = [readToday];
export const handler = serve(today, endpoints);
