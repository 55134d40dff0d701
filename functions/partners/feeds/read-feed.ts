import { HEADING_ROWS, headingWith, type Stands } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import { activityOf } from '../../../shared/domain/partners/feeds/activity.ts';
import { examplesOf, feedColumns, neededColumns } from '../../../shared/domain/partners/feeds/columns.ts';
import { demandOf } from '../../../shared/domain/partners/feeds/demand.ts';
import { faresOf } from '../../../shared/domain/partners/feeds/fares.ts';
import type { NewFeed } from '../../../shared/domain/partners/feeds/feed.ts';
import { type Gathering, rowReader } from '../../../shared/domain/partners/feeds/row-reader.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { Problem } from '../../../shared/problem.ts';
import { rideTariffOn } from '../../../shared/rules/ride-tariffs.ts';
import type { World } from '../../world.ts';
import { readParts } from './read-parts.ts';

/** More than a city of sixty kecamatan has of categories, words and hours. */
const MOST_ROWS = 1_200_000;

const gatheringOf = (city: City, { kind, month }: NewFeed): Gathering => {
  const reading = { cityCode: city.cityCode, month, districts: city.districts, mostRows: MOST_ROWS };
  if (kind === 'activity') return activityOf(reading);
  if (kind === 'demand') return demandOf(reading);
  const tariff = rideTariffOn(city.cityCode, `${month}-01`);
  if (!tariff)
    throw new Problem('month_invalid', 'Belum ada tabel tarif yang berlaku pada bulan itu.', [
      { pointer: '/month', detail: 'Pilih bulan sesudah aturan tarif berlaku.' },
    ]);
  return faresOf({ ...reading, tariff });
};

/** Titles as the file has them: what is wrong is told by the words its sender knows. */
const asWritten = (stands: Stands<string>, titles: readonly string[]): Stands<string> =>
  Object.fromEntries(
    Object.entries(stands).map(([column, stand]) => {
      const at = stand?.at ?? 0;
      return [column, { at, title: (titles[at] ?? '').trim().slice(0, 40) }];
    }),
  );

/** Finds the heading among the first rows, then reads each row as it comes. */
const streamOf = (feed: NewFeed, gathering: Gathering) => {
  const columns: Readonly<Record<string, readonly string[]>> = feedColumns[feed.kind];
  const head: string[][] = [];
  let reader: ReturnType<typeof rowReader> | undefined;
  let at = 0;
  return {
    take: (cells: readonly string[]): void => {
      at += 1;
      if (at > MOST_ROWS + HEADING_ROWS)
        throw new Problem('sheet_not_readable', `Paling banyak ${MOST_ROWS} baris sebulan. Bagi menurut kategori.`);
      if (reader) {
        reader.take(cells, at);
        return;
      }
      if (at > HEADING_ROWS) return;
      head.push([...cells]);
      const found = headingWith(head.slice(-1), columns, neededColumns[feed.kind]);
      if (found) reader = rowReader(asWritten(found.stands as Stands<string>, cells), gathering);
    },
    result: () => {
      if (reader) return reader.result();
      throw new Problem('sheet_not_readable', 'Baris judul tidak ditemukan di 20 baris pertama.', [
        { pointer: '/parts', detail: `Judul kolomnya ${examplesOf(feed.kind)}.` },
      ]);
    },
  };
};

/** Everything a file says: its rows, what is wrong with them, and the figures they make. */
export const readFeed = async (world: World, partnerId: string, city: City, feed: NewFeed) => {
  const stream = streamOf(feed, gatheringOf(city, feed));
  const mark = await readParts(world, { partnerId, parts: feed.parts }, stream.take);
  return { ...mark, ...stream.result() };
};
