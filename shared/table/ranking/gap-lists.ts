import * as z from 'zod';
import { Instant, Month } from '../../domain/basics/month-schema.ts';
import { CityCode } from '../../domain/places/region.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** The file in which a month's list of whom to visit lies, of a city that has too many shops to make it while somebody waits. */
const GapList = z.object({
  cityCode: CityCode,
  month: Month,
  key: z.string(),
  madeAt: Instant,
  version: z.int(),
});
export type GapList = z.infer<typeof GapList>;

// | entity   | pk         | sk                |
// | GapList  | CITY#35.73 | GAP#2026-11       |
type Of = Pick<GapList, 'cityCode' | 'month'>;
const gapLists = entity({
  type: 'GapList',
  schema: GapList,
  key: ({ cityCode, month }: Of) => ({ pk: `CITY#${cityCode}`, sk: `GAP#${month}` }),
});

export const getGapList = (table: Table, { cityCode, month }: Of) =>
  get(table, gapLists, { pk: `CITY#${cityCode}`, sk: `GAP#${month}` });
export const saveGapList = (list: GapList): Write => save(gapLists, list);
