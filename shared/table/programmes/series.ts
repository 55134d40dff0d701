import * as z from 'zod';
import { SeriesDraw } from '../../domain/programmes/draw.ts';
import { MOST_ENROLLED, Series, SeriesCard } from '../../domain/programmes/series.ts';
import { Problem } from '../../problem.ts';
import { anyOf, atLeast, below, type FieldChanges, is, isAbsent } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, replace, update, type Write } from '../engine/writes.ts';

export const SeriesRecord = Series.extend({ request: z.string() });
export type SeriesRecord = z.infer<typeof SeriesRecord>;
/** The seats of a series, apart from it: whoever takes one rewrites nothing else, and none is taken twice. */
const SeriesSeats = z.object({
  seriesId: z.string(),
  free: z.int(),
  taken: z.int(),
  enrolled: z.int(),
  given: z.int().default(0).describe('How often one was given since the series is there: it only grows'),
});
export type SeriesSeats = z.infer<typeof SeriesSeats>;

// | entity      | pk        | sk     | list 1                              | list 2                           |
// | Series      | SERIES#id | SERIES | CITY#35.73#SERIES / first meeting, id | MENTOR#sub / first meeting, id |
// | SeriesSeats | SERIES#id | SEATS  |                                     |                                  |
// | SeriesDraw  | SERIES#id | DRAW   |                                     |                                  |
const key = (seriesId: string, sk: string) => ({ pk: `SERIES#${seriesId}`, sk });
const sortOf = ({ startsAt, seriesId }: Pick<Series, 'startsAt' | 'seriesId'>) => `${startsAt}#${seriesId}`;
const series = entity({
  type: 'Series',
  schema: SeriesRecord,
  key: ({ seriesId }: Pick<Series, 'seriesId'>) => key(seriesId, 'SERIES'),
  list1: (one) => ({ pk: `CITY#${one.cityCode}#SERIES`, sk: sortOf(one) }),
  list2: (one) => ({ pk: `MENTOR#${one.mentor}`, sk: sortOf(one) }),
  card: namesIn(SeriesCard),
});
const seats = entity({
  type: 'SeriesSeats',
  schema: SeriesSeats,
  key: ({ seriesId }: Pick<SeriesSeats, 'seriesId'>) => key(seriesId, 'SEATS'),
});
const draws = entity({
  type: 'SeriesDraw',
  schema: SeriesDraw,
  key: ({ seriesId }: Pick<SeriesDraw, 'seriesId'>) => key(seriesId, 'DRAW'),
});

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
export const seriesOfCity = (table: Table, cityCode: string, request: Paging) =>
  list(table, SeriesCard, 'list1', { pk: `CITY#${cityCode}#SERIES`, descending: true, ...request });
export const seriesOfMentor = (table: Table, person: string, request: Paging) =>
  list(table, SeriesCard, 'list2', { pk: `MENTOR#${person}`, descending: true, ...request });
export const getSeries = (table: Table, seriesId: string) => get(table, series, key(seriesId, 'SERIES'));
export const seriesAt = (seriesId: string): Read<SeriesRecord> => readOf(series, key(seriesId, 'SERIES'));
export const seatsAt = (seriesId: string): Read<SeriesSeats> => readOf(seats, key(seriesId, 'SEATS'));
export const drawAt = (seriesId: string): Read<SeriesDraw> => readOf(draws, key(seriesId, 'DRAW'));

/** A new series with its seats; of two requests under one key the first is the series. */
export const insertSeries = (one: SeriesRecord): Write[] => [
  insert(series, one, true),
  insert(seats, { seriesId: one.seriesId, free: one.seats, taken: 0, enrolled: 0, given: 0 }),
];
export const replaceSeries = (one: SeriesRecord): Write => replace(series, one);
export const insertDraw = (draw: SeriesDraw): Write => insert(draws, draw);

const changeSeats = (seriesId: string, changes: FieldChanges, refused?: Write['refused']): Write =>
  update('SeriesSeats', key(seriesId, 'SEATS'), changes, refused);

/**
 * So many seats go to shops, as far as that many are free and none was given since `given` was read. Who has no seat yet is
 * read after it, so of two who give at once one reads again: each would know another shop of the same owner.
 */
export const takeSeats = (seriesId: string, many: number, given: number): Write =>
  changeSeats(seriesId, {
    add: { free: -many, taken: many, given: many },
    when: [atLeast('free', many), anyOf(isAbsent('given'), is('given', given))],
  });
export const releaseSeat = (seriesId: string): Write =>
  changeSeats(seriesId, { add: { free: 1, taken: -1 }, when: [atLeast('taken', 1)] });
/** More seats, or fewer of those nobody has. @throws Problem seats_taken */
export const resizeSeats = (seriesId: string, more: number): Write =>
  changeSeats(
    seriesId,
    { add: { free: more }, when: [atLeast('free', -more)] },
    () =>
      new Problem('seats_taken', 'Kursi yang sudah ditempati tidak dapat dikurangi. Tulis jumlah yang lebih besar.', [
        { pointer: '/seats', detail: 'Paling sedikit sebanyak peserta yang sudah mendapat kursi.' },
      ]),
  );
/** One more who ever entered the queue. @throws Problem limit_reached */
export const countEnrolled = (seriesId: string): Write =>
  changeSeats(
    seriesId,
    { add: { enrolled: 1 }, when: [below('enrolled', MOST_ENROLLED)] },
    () => new Problem('limit_reached', `Sudah ${MOST_ENROLLED} usaha mendaftar di program ini. Pilih program lain.`),
  );
