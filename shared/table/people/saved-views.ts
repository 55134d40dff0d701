import * as z from 'zod';
import { SavedViews } from '../../domain/people/saved-views.ts';
import { CityCode } from '../../domain/places/region.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** All views of a city are one item: how many there are is decided by the write itself. */
const Kept = z.object({ ...SavedViews.shape, cityCode: CityCode, version: z.int() });
type Kept = z.infer<typeof Kept>;

// | entity     | pk         | sk          |
// | SavedViews | CITY#35.73 | SAVED-VIEWS |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'SAVED-VIEWS' });
const views = entity({
  type: 'SavedViews',
  schema: Kept,
  key: ({ cityCode }: Pick<Kept, 'cityCode'>) => key(cityCode),
});

export const getSavedViews = (table: Table, cityCode: string) => get(table, views, key(cityCode));
export const saveSavedViews = (record: Kept): Write => save(views, record);
