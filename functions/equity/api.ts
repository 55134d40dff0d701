import { equity } from '../../shared/contract/equity.ts';
import { serve } from '../http/serve.ts';
import { readCityLive, readCountryLive, readProvinceLive } from './live/read-month.ts';
import {
  closeMonth,
  listCitySnapshots,
  listCountrySnapshots,
  listProvinceSnapshots,
  listStandings,
  readCityMonth,
  readCitySnapshot,
  readCountrySnapshot,
  readProvinceSnapshot,
} from './read-months.ts';

export const endpoints = [
  listStandings,
  closeMonth,
  readCityMonth,
  listCitySnapshots,
  readCitySnapshot,
  listProvinceSnapshots,
  readProvinceSnapshot,
  listCountrySnapshots,
  readCountrySnapshot,
  readCityLive,
  readProvinceLive,
  readCountryLive,
];
export const handler = serve(equity, endpoints);
