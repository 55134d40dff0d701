import type { Output } from '../../../shared/contract.ts';
import { type Trend, trendsOf } from '../equity/trends/trends.ts';

export type ProvinceSnapshot = Output<'GET /provinces/{province}/snapshots/{month}'>;
export type CityTrend = Trend<ProvinceSnapshot['cities'][number]>;

/** Every city of the last month, the worst change first; months oldest first. */
export const cityTrends = (months: readonly ProvinceSnapshot[]): CityTrend[] =>
  trendsOf(months.map(({ cities }) => cities));
