import { pricesOf } from '../../../shared/domain/equity/disclosure/small-prices.ts';
import { suppressionOf } from '../../../shared/domain/equity/disclosure/suppression.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY, provinceOf } from '../../../shared/domain/places/region.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { Files } from '../../files.ts';
import { allCities, type CityEntry } from '../../reads/all-cities.ts';
import type { World } from '../../world.ts';
import type { Close } from './close-city.ts';
import { mergedContent } from './merged-content.ts';
import type { MergePlace } from './merged-spans.ts';
import { untilWritten, writeRevision } from './write-revision.ts';

const mergePlace = (world: World, files: Files, place: MergePlace, close: Close): Promise<Snapshot | undefined> =>
  untilWritten(world, () => mergeOnce(world, files, place, close));

const mergeOnce = async (
  world: World,
  files: Files,
  place: MergePlace,
  { month, takenAt }: Close,
): Promise<Snapshot | undefined> => {
  const latest = await getSnapshot(world.table, place.code, month);
  const found = await Promise.all(place.cities.map((cityCode) => getSnapshot(world.table, cityCode, month)));
  const snapshots = found.filter((snapshot) => snapshot !== undefined);
  if (snapshots.length === 0) return undefined;
  const { content, broken } = await mergedContent(files, place, snapshots, { month, takenAt });
  if (broken.length > 0) world.logger.error('corrupt city files', { month, broken });
  // Not one sound file: a month of nobody would say that no merchant is active.
  if (content.cities.length === 0) return undefined;
  const keeping = (what: 'total' | 'reports') =>
    snapshots
      .filter((snapshot) => (snapshot.suppressed ?? suppressionOf(snapshot))[what] !== false)
      .map(({ place: code }) => code);
  return writeRevision(world, content, latest, {
    cities: [...keeping('total'), ...(await hiddenInProvinces(world, place, month))],
    reports: keeping('reports'),
    prices: new Map(snapshots.map((snapshot) => [snapshot.place, pricesOf(snapshot)])),
  });
};

/** What provinces decided to hide when they merged the cities of the country. */
const hiddenInProvinces = async ({ table }: World, { code, cities }: MergePlace, month: string): Promise<string[]> => {
  if (code !== COUNTRY) return [];
  const provinces = [...new Set(cities.map(provinceOf))];
  const found = await Promise.all(provinces.map((province) => getSnapshot(table, province, month)));
  return found.flatMap((province) =>
    province ? [...(province.suppressed?.month ?? []), ...(province.suppressed?.total ? [province.place] : [])] : [],
  );
};

const codesOf = (cities: readonly CityEntry[]) => cities.map(({ cityCode }) => cityCode);

export const mergeProvince = async (world: World, files: Files, province: string, close: Close) => {
  const cities = (await allCities(world)).filter(({ provinceCode }) => provinceCode === province);
  return mergePlace(
    world,
    files,
    { code: province, name: cities[0]?.provinceName ?? province, cities: codesOf(cities) },
    close,
  );
};

export const mergeCountry = async (world: World, files: Files, close: Close) =>
  mergePlace(world, files, { code: COUNTRY, name: 'Indonesia', cities: codesOf(await allCities(world)) }, close);
