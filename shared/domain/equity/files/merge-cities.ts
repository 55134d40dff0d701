import { ascendingPass } from '../measures/ascending-pass.ts';
import { EquityError, type EquityErrorName } from '../measures/equity-error.ts';
import type { Measures } from '../measures/measures.ts';
import { mergeStreams } from './merge-streams.ts';
import { type Chunks, type CityFile, openCityFile } from './read-city-file.ts';

/**
 * Where the file of one city of the region comes from. There is a source for every city the register knows, and `open`
 * answers undefined when that city has no file. It is called twice, and throws only what is worth trying again.
 */
export type CitySource = { cityCode: string; open(): Chunks | undefined | Promise<Chunks | undefined> };

/** A province or the country. `partial` is true unless every city is in `cities`. */
export type RegionMeasures = {
  measures: Measures;
  partial: boolean;
  cities: string[];
  missing: string[];
  corrupt: { cityCode: string; name: EquityErrorName; message: string }[];
};

/**
 * Exact measures of many cities, merged from their city files in ascending order: the same numbers, to the last bit, as
 * one pass over all merchants at once. Holds one chunk of every file; touches no table.
 *
 * Every file is read to its checksum before any amount is used, because a file that breaks in the middle of a merge
 * has already spoiled it. Cities whose file is missing or unsound are left out and named.
 *
 * @param month the month every file has to be of.
 * @throws EquityError CityFileTwice; ControlTotalsDiffer or a CityFile error when a file changes between the readings.
 */
export const mergeCities = async (
  month: string,
  sources: readonly CitySource[],
  options: { orders?: number } = {},
): Promise<RegionMeasures> => {
  const missing: string[] = [];
  const corrupt: RegionMeasures['corrupt'] = [];
  const sound: CitySource[] = [];
  const seen = new Set<string>();
  let [count, unsold, total] = [0, 0, 0n];

  for (const source of sources) {
    const { cityCode } = source;
    if (seen.has(cityCode)) throw new EquityError('CityFileTwice', `${cityCode} would be counted twice`);
    seen.add(cityCode);
    try {
      const file = await openOf(source, month);
      if (file === undefined) {
        missing.push(cityCode);
        continue;
      }
      await readToEnd(file);
      sound.push(source);
      count += file.header.merchants;
      unsold += file.header.unsold;
      total += file.header.total;
    } catch (error) {
      if (!(error instanceof EquityError)) throw error;
      corrupt.push({ cityCode, name: error.name, message: error.message });
    }
  }

  const pass = ascendingPass({ count, total });
  pass.addZeros(unsold);
  const files: CityFile[] = [];
  try {
    for (const source of sound) {
      const file = await openOf(source, month);
      if (file === undefined) throw new EquityError('CityFileTruncated', `${source.cityCode} vanished in the merge`);
      files.push(file);
    }
    await mergeStreams(files, pass);
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
  return {
    measures: pass.measures(options),
    partial: sound.length < sources.length,
    cities: sound.map(({ cityCode }) => cityCode),
    missing,
    corrupt,
  };
};

const readToEnd = async (file: CityFile): Promise<void> => {
  try {
    while ((await file.next()) !== undefined);
  } finally {
    await file.close();
  }
};

const openOf = async ({ cityCode, open }: CitySource, month: string): Promise<CityFile | undefined> => {
  const chunks = await open();
  if (chunks === undefined) return undefined;
  const file = await openCityFile(chunks);
  if (file.header.cityCode === cityCode && file.header.month === month) return file;
  await file.close();
  throw new EquityError('CityFileMisplaced', `holds ${file.header.cityCode} ${file.header.month}, not ${month}`);
};
