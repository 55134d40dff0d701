import { createHash } from 'node:crypto';
import { pricesOf } from '../../../shared/domain/equity/disclosure/small-prices.ts';
import { suppressionOf } from '../../../shared/domain/equity/disclosure/suppression.ts';
import { type CitySource, mergeCities, type RegionMeasures } from '../../../shared/domain/equity/files/merge-cities.ts';
import { decodeCityFile } from '../../../shared/domain/equity/files/read-city-file.ts';
import { EquityError } from '../../../shared/domain/equity/measures/equity-error.ts';
import type { Cell } from '../../../shared/domain/equity/snapshot/cell.ts';
import { mergedCell } from '../../../shared/domain/equity/snapshot/cell-counter.ts';
import type { Content } from '../../../shared/domain/equity/snapshot/content.ts';
import { headline } from '../../../shared/domain/equity/snapshot/headline.ts';
import {
  DEFINITION,
  RULES,
  type Snapshot,
  type SnapshotYear,
} from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY, provinceOf } from '../../../shared/domain/places/region.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { Files } from '../../files.ts';
import { allCities, type CityEntry } from '../../reads/all-cities.ts';
import type { World } from '../../world.ts';
import type { Close } from './close-city.ts';
import { untilWritten, writeRevision } from './write-revision.ts';

type Spans = { month: RegionMeasures; year: RegionMeasures; broken: RegionMeasures['corrupt'] };

/**
 * The month and the twelve months over the same cities. A city whose file of either span is missing or unsound is left
 * out of both, with its orders: a floor of G that counts orders of merchants who are not there would be too low.
 */
const mergedSpans = async (
  files: Files,
  place: MergePlace,
  snapshots: readonly Snapshot[],
  month: string,
): Promise<Spans> => {
  const merge = (span: 'month' | 'year', from: readonly Snapshot[]) => {
    const named = new Map(from.map((snapshot) => [snapshot.place, snapshot.files?.[span]]));
    const orders = from.reduce(
      (sum, { total, year }) => sum + ((span === 'month' ? total : year.total).orders ?? 0),
      0,
    );
    return mergeCities(month, sourcesOf(files, place.cities, named), { orders });
  };
  const [first, second] = [await merge('month', snapshots), await merge('year', snapshots)];
  const broken = [...first.corrupt, ...second.corrupt];
  const sound = snapshots.filter(({ place: code }) => first.cities.includes(code) && second.cities.includes(code));
  if (sound.length === snapshots.length) return { month: first, year: second, broken };
  return { month: await merge('month', sound), year: await merge('year', sound), broken };
};

/** A result without some of its cities says so wherever its sentence is read; `missing` says which. */
const partly = (sentence: string, missing: number): string =>
  missing === 0 ? sentence : `${sentence} Belum lengkap: tanpa ${missing} kota.`;

/** Groups and offices are those of cities; control totals are the sums of theirs. */
const mergedPeriod = (total: Cell): SnapshotYear => ({
  total,
  districts: [],
  categories: [],
  between: { districts: null, categories: null },
  agencies: [],
  control: { merchants: total.merchants, turnoverRupiah: total.turnoverRupiah ?? '0' },
});

type MergePlace = { code: string; name: string; cities: readonly string[] };

/**
 * Merges city months into a province or the country, exactly, from their files. A city without a sound file is named in
 * `missing` and the result says it is partial; it never drops out in silence. The same snapshots make the same result.
 */
export const mergedContent = async (
  files: Files,
  place: MergePlace,
  snapshots: readonly Snapshot[],
  { month, takenAt }: Pick<Close, 'month' | 'takenAt'>,
): Promise<{ content: Content; broken: RegionMeasures['corrupt'] }> => {
  const { month: merged, year, broken } = await mergedSpans(files, place, snapshots, month);
  const sound = snapshots.filter(({ place: code }) => merged.cities.includes(code));
  const whole = mergedCell(
    sound.map((snapshot) => snapshot.total),
    merged.measures,
  );
  const missing = place.cities.filter((code) => !merged.cities.includes(code)).sort();
  const yearWhole = mergedCell(
    sound.map((snapshot) => snapshot.year.total),
    year.measures,
  );
  const content: Content = {
    place: place.code,
    placeName: place.name,
    month,
    phase: missing.length === 0 && sound.every(({ phase }) => phase === 'final') ? 'final' : 'preliminary',
    definition: DEFINITION,
    rules: RULES,
    sentence: partly(headline(whole, month), missing.length),
    ...mergedPeriod(whole),
    cities: sound.map(({ place: code, placeName: name, total: cell }) => ({
      code,
      name,
      ...cell,
      // Half a thousand cities with every measure would not fit one item; each one's own snapshot has them.
      ...(place.code === COUNTRY ? { spread: null } : {}),
    })),
    year: mergedPeriod(yearWhole),
    merged: sound.map(({ place: code, revision, hash }) => ({ place: code, revision, hash })),
    missing,
    files: null,
    takenAt,
  };
  return { content, broken };
};

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

/**
 * One source for every city of the place, whether or not it has a file: a missing one must be named. A file that is
 * sound but not the one its snapshot names, such as an earlier revision's, would make figures that contradict their
 * counts: it is refused like a broken one.
 */
const sourcesOf = (
  files: Files,
  cities: readonly string[],
  named: ReadonlyMap<string, { key: string; sha256: string } | undefined>,
): CitySource[] =>
  cities.map((cityCode) => ({
    cityCode,
    open: async () => {
      const file = named.get(cityCode);
      const bytes = file && (await files.get(file.key));
      if (!file || !bytes) return undefined;
      if (createHash('sha256').update(bytes).digest('hex') === file.sha256) return [bytes];
      // What is broken in itself is told by its own name: let the reader find it.
      for (const _ of decodeCityFile(bytes).amounts);
      throw new EquityError('CityFileMisplaced', `${file.key} is not the file its snapshot names`);
    },
  }));

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
