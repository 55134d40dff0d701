import { serve } from '../serve.ts';
import { listDefinitions, readCityReport, readFullCityReport } from './read-reports.ts';

export const endpoints = [listDefinitions, readCityReport, readFullCityReport];
export const handler = serve(endpoints);
