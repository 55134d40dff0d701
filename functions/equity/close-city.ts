import { addMonths } from '../../shared/domain/month.ts';
import { DEFINITION, headline, type Phase, type Snapshot } from '../../shared/domain/snapshot.ts';
import { getCity } from '../../shared/table/cities.ts';
import type { Files } from '../files.ts';
import type { World } from '../world.ts';
import { agencySpreads } from './agency-spread.ts';
import { openMonth } from './open-month.ts';
import { streamMonth } from './stream-month.ts';
import { writeRevision } from './write-revision.ts';

export type Close = { readonly month: string; readonly phase: Phase; readonly takenAt: string };

/** The sorted amounts of a span, named by their content: a rerun writes the same file, a correction another one. */
const keepFile = async (
  files: Files,
  at: string,
  { bytes, sha256, merchants }: { bytes: Uint8Array; sha256: string; merchants: number },
) => {
  const key = `snapshots/${at}/${sha256}.prcf`;
  await files.put(key, bytes);
  return { key, sha256, merchants };
};

/**
 * Closes a city's month: opens the next one for every active merchant, streams the standings, writes the city's sorted
 * files and the snapshot. Run again, it finds its own result and writes nothing.
 */
export const closeCity = async (
  world: World,
  files: Files,
  cityCode: string,
  { month, phase, takenAt }: Close,
): Promise<Snapshot> => {
  const city = await getCity(world.table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  await openMonth(world, city, month);
  await openMonth(world, city, addMonths(month, 1));
  const streamed = await streamMonth(world, city, month);
  const { whole, districts, categories, between, control } = streamed.month;
  return writeRevision(world, {
    place: cityCode,
    placeName: city.name,
    month,
    phase,
    definition: DEFINITION,
    sentence: headline(whole, month),
    whole,
    districts,
    categories,
    cities: [],
    year: { whole: streamed.year.whole, districts: streamed.year.districts, categories: streamed.year.categories },
    between,
    agencies: await agencySpreads(world, cityCode, month),
    missing: [],
    files: {
      month: await keepFile(files, `${cityCode}/${month}`, streamed.month.file),
      year: await keepFile(files, `${cityCode}/${month}/year`, streamed.year.file),
    },
    control: { merchants: control.count, turnoverRupiah: control.total.toString() },
    takenAt,
  });
};
