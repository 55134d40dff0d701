import { type GiniInterval, giniInterval, type LiveBins } from '../../../shared/domain/equity/measures/live.ts';
import { figure } from '../../../shared/domain/equity/snapshot/spread.ts';
import { COUNTRY, provinceOf } from '../../../shared/domain/places/region.ts';
import { liveBinsOf } from '../../../shared/table/equity/live-months.ts';
import { expectCity, requireCityReader, requireReaderAbove } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { allCities } from '../../reads/all-cities.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { World } from '../../world.ts';

/** Many cities are read at once, so their sum may be this old. */
const MERGED_SECONDS = 30;
const STEPS = 10_000;

const decimals = (value: number): string => value.toFixed(4).replace('.', ',');
/** Four decimals, the doubt rounded up: what is said surely holds the true value. */
const sentenceOf = ({ merchants, low, high, estimate }: GiniInterval): string => {
  if (estimate.value === null || low.value === null || high.value === null)
    return merchants === 0 ? 'Belum ada usaha dalam bulan ini.' : 'Belum ada penjualan dalam bulan ini.';
  const said = Math.round(estimate.value * STEPS) / STEPS;
  const doubt = Math.max(high.value - said, said - low.value, 1e-9);
  return `Gini ${decimals(said)} ± ${decimals(Math.ceil(doubt * STEPS) / STEPS)} sejauh ini`;
};

const liveOf = (place: string, month: string, cities: number, bins: LiveBins) => {
  const interval = giniInterval(bins);
  const { merchants, unsold, low, high, estimate } = interval;
  const total = [...bins.values()].reduce((sum, bin) => sum + bin.total, 0n);
  return {
    place,
    month,
    cities,
    merchants,
    unsold,
    turnoverRupiah: total.toString(),
    gini: { low: figure(low), high: figure(high), estimate: figure(estimate) },
    sentence: sentenceOf(interval),
  };
};

export const readCityLive = endpoint('GET /cities/{city}/live/{month}', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return liveOf(cityCode, params.month, 1, await liveBinsOf(world.table, [cityCode], params.month));
});

const merged = (world: World, place: string, month: string, belongs: (cityCode: string) => boolean) =>
  cachedFor(world, `live ${place} ${month}`, MERGED_SECONDS, async () => {
    const codes = (await allCities(world)).map(({ cityCode }) => cityCode).filter(belongs);
    return liveOf(place, month, codes.length, await liveBinsOf(world.table, codes, month));
  });

export const readProvinceLive = endpoint(
  'GET /provinces/{province}/live/{month}',
  async ({ params: { province, month }, caller }, world) => {
    requireReaderAbove(caller, province);
    return merged(world, province, month, (cityCode) => provinceOf(cityCode) === province);
  },
);

export const readCountryLive = endpoint('GET /country/live/{month}', async ({ params: { month }, caller }, world) => {
  requireReaderAbove(caller, COUNTRY);
  return merged(world, COUNTRY, month, () => true);
});
