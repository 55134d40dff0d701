import { cityContent, sortedFileOf } from '../../../shared/domain/equity/snapshot/content.ts';
import { INPUTS_VERSION, type InputsHead, type OfficeInput } from '../../../shared/domain/equity/snapshot/inputs.ts';
import { DEFINITION, type Phase, RULES, type Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { Files } from '../../files.ts';
import type { World } from '../../world.ts';
import { agencySpends } from './agency-spread.ts';
import { cityOf } from './open-month.ts';
import { inputsWriter } from './store-inputs.ts';
import { cityMonthOf, type SpanFiles, streamMonth } from './stream-month.ts';
import { untilWritten, writeRevision } from './write-revision.ts';

export type Close = { readonly month: string; readonly phase: Phase; readonly takenAt: string };

/**
 * Closes a city's month after every range of its register was opened: streams the standings, writes the city's sorted
 * files and the snapshot. Run again, it finds its own result and writes nothing.
 */
export const closeCity = (world: World, files: Files, cityCode: string, close: Close): Promise<Snapshot> =>
  untilWritten(world, () => closeOnce(world, files, cityCode, close));

/** Stores a city's files one by one, as they are made: together they would be most of the memory a large city needs. */
const spanFiles = (files: Files, head: InputsHead, offices: readonly OfficeInput[]) => {
  const inputs = inputsWriter(head);
  const store: SpanFiles['store'] = async (span, file) => {
    await files.put(sortedFileOf(head, span, file).key, file.bytes);
    if (span === 'year') await inputs.keep(files, offices);
  };
  return { add: inputs.add, store, inputs: inputs.file };
};

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
  const offices = await agencySpends(world, city, month);
  const streamed = await streamMonth(world, city, month, () => spanFiles(files, head, offices));
  const content = cityContent(head, takenAt, streamed, offices, streamed.stored.inputs());
  return writeRevision(world, content, latest, {
    contributors: streamed.contributors,
    crossing: { month: streamed.month.crossing, year: streamed.year.crossing },
  });
};
