import { serve } from '../http/serve.ts';
import {
  listDefinitions,
  readCityReport,
  readCountryReport,
  readFullCityReport,
  readProvinceReport,
} from './read-reports.ts';

export const endpoints = [listDefinitions, readCityReport, readProvinceReport, readCountryReport, readFullCityReport];
export const handler = serve(endpoints);
