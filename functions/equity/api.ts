import { equity } from '../../shared/contract/equity.ts';
import { serve } from '../http/serve.ts';
import { listStandingHistories, listStandings, readStandingHistory } from './list-standings.ts';
import { readCityLive, readCountryLive, readProvinceLive } from './live/read-month.ts';
import {
  closeMonth,
  listCitySnapshots,
  listCountrySnapshots,
  listProvinceSnapshots,
  readCityMonth,
  readCitySnapshot,
  readCountrySnapshot,
  readProvinceSnapshot,
} from './read-months.ts';

export const endpoints = [
  listStandings,
  listStandingHistories,
  readStandingHistory,
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
