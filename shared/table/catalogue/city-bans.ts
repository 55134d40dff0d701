import * as z from 'zod';
import { CityBans } from '../../domain/catalogue/banned.ts';
import { type Freshness, get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

const Kept = z.object({ cityCode: z.string(), bans: CityBans.shape.bans, version: z.int() });
type Kept = z.infer<typeof Kept>;

// | entity   | pk         | sk           |
// | CityBans | CITY#35.73 | BANNED-GOODS |
const key = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'BANNED-GOODS' });
const kind = entity({
  type: 'CityBans',
  schema: Kept,
  key: ({ cityCode }: Pick<Kept, 'cityCode'>) => key(cityCode),
});

export const getCityBans = (table: Table, cityCode: string, freshness?: Freshness) =>
  get(table, kind, key(cityCode), freshness);
export const saveCityBans = (bans: Kept): Write => save(kind, bans);
