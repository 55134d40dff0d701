import { DEFINITION, type Phase, RULES, type Snapshot } from '../../shared/domain/snapshot.ts';
import { cityContent } from '../../shared/domain/snapshot-content.ts';
import { INPUTS_VERSION, type InputsHead } from '../../shared/domain/snapshot-inputs.ts';
import { getSnapshot } from '../../shared/table/snapshots.ts';
import type { Files } from '../files.ts';
import type { World } from '../world.ts';
import { agencySpends } from './agency-spread.ts';
import { inputsWriter } from './keep-inputs.ts';
import { cityOf } from './open-month.ts';
import { cityMonthOf, streamMonth } from './stream-month.ts';
import { untilWritten, writeRevision } from './write-revision.ts';

export type Close = { readonly month: string; readonly phase: Phase; readonly takenAt: string };

/**
 * Closes a city's month after every range of its register was opened: streams the standings, writes the city's sorted
 * files and the snapshot. Run again, it finds its own result and writes nothing.
 */
export const closeCity = (world: World, files: Files, cityCode: string, close: Close): Promise<Snapshot> =>
  untilWritten(world, () => closeOnce(world, files, cityCode, close));

const closeOnce = async (
  world: World,
  files: Files,
  cityCode: string,
  { month, phase, takenAt }: Close,
): Promise<Snapshot> => {
  const city = await cityOf(world, cityCode);
  const latest = await getSnapshot(world.table, cityCode, month);
  const of = cityMonthOf(city, month);
  const head: InputsHead = {
    inputs: INPUTS_VERSION,
    place: cityCode,
    placeName: city.name,
    month,
    phase,
    definition: DEFINITION,
    rules: RULES,
    districts: of.districts.map(({ code, name }) => [code, name]),
    categories: of.categories.map(({ code, name }) => [code, name]),
  };
  const streamed = await streamMonth(world, city, month, () => inputsWriter(head));
  const offices = await agencySpends(world, cityCode, month);
  const inputs = streamed.seen.end(offices);
  const content = cityContent(head, takenAt, streamed, offices, inputs.file);
  // Files are named by their content: a rerun writes the same ones, a correction others.
  // One after the other, so that at most one is joined.
  const { month: monthFile, year: yearFile } = content.files ?? {};
  if (monthFile && yearFile) {
    await files.put(monthFile.key, Buffer.concat(streamed.month.file.pieces));
    await files.put(yearFile.key, Buffer.concat(streamed.year.file.pieces));
  }
  await files.put(inputs.file.key, Buffer.concat(inputs.pieces));
  return writeRevision(world, content, latest, { paidShops: streamed.month.paidShops });
};
