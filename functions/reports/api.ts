import { reports } from '../../shared/contract/reports.ts';
import { serve } from '../http/serve.ts';
import {
  listDefinitions,
  readCityReport,
  readCountryReport,
  readFullCityReport,
  readProvinceReport,
} from './read-reports.ts';

export const endpoints = [listDefinitions, readCityReport, readProvinceReport, readCountryReport, readFullCityReport];
export const handler = serve(reports, endpoints);
