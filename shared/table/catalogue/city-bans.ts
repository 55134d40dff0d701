import * as z from 'zod';
import { CityBans } from '../../domain/catalogue/banned.ts';
import { type Freshness, get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const Kept = z.object({ cityCode: z.string(), bans: CityBans.shape.bans, version: z.int() });
type Kept = z.infer<typeof Kept>;

/** The rules by which a city’s goods on sale were looked through. */
const Checked = z.object({ cityCode: z.string(), rules: z.array(z.string()), version: z.int() });

// | entity      | pk         | sk           |
// | CityBans    | CITY#35.73 | BANNED-GOODS |
// | BansChecked | CITY#35.73 | BANS-CHECKED |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'BANNED-GOODS' });
const kind = entity({
  type: 'CityBans',
  schema: Kept,
  key: ({ cityCode }: Pick<Kept, 'cityCode'>) => key(cityCode),
});

export const getCityBans = (table: Table, cityCode: string, freshness?: Freshness) =>
  get(table, kind, key(cityCode), freshness);
export const saveCityBans = (bans: Kept): Write => save(kind, bans);

const checkedKey = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'BANS-CHECKED' });
const checked = entity({
  type: 'BansChecked',
  schema: Checked,
  key: ({ cityCode }: Pick<z.infer<typeof Checked>, 'cityCode'>) => checkedKey(cityCode),
});
export const getBansChecked = (table: Table, cityCode: string) => get(table, checked, checkedKey(cityCode));
export const saveBansChecked = (one: z.infer<typeof Checked>): Write => save(checked, one);
