import { equity } from '../../shared/contract/equity.ts';
import { serve } from '../http/serve.ts';
import { closeMonth } from './close-month.ts';
import { listStandingHistories, listStandings, readStandingHistory } from './list-standings.ts';
import { readCityLive, readCountryLive, readProvinceLive } from './live/read-month.ts';
import { readCityMonth } from './read-months.ts';
import {
  listCitySnapshots,
  listCountrySnapshots,
  listProvinceSnapshots,
  readCitySnapshot,
  readCountrySnapshot,
  readProvinceSnapshot,
} from './read-snapshots.ts';

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
