import * as z from 'zod';
import { everyEntry, list } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

// | entity     | pk                  | sk              |
// | PriceLine  | LINE#35#<category>  | <goods>#<city>  |
// | BelowFloor | CITY#35.73          | BELOW_FLOOR     |

/** What like goods cost in a city as the market last looked, and what an order of one is compared with. */
export const PriceLine = z.object({
  province: z.string(),
  cityCode: z.string(),
  category: z.string(),
  goods: z.string(),
  medianRupiah: z.int(),
  owners: z.int().describe('Owners of like goods in the city; 0 when nobody is left'),
  evidence: z
    .object({
      medianRupiah: z.int(),
      owners: z.int(),
      source: z.enum(['paid', 'like', 'province', 'past', 'few']),
    })
    .describe('Where the owners here are too few: the province, the past, or nothing'),
  lineRupiah: z.int().nullable().describe('Null while there is no verdict'),
  past: z
    .object({ medianRupiah: z.int(), owners: z.int(), month: z.string() })
    .nullable()
    .describe('The last verdict there was on these goods of the city alone'),
});
export type PriceLine = z.infer<typeof PriceLine>;
type Named = Pick<PriceLine, 'province' | 'category' | 'goods' | 'cityCode'>;

const lineKey = ({ province, category, goods, cityCode }: Named) => ({
  pk: `LINE#${province}#${category}`,
  sk: `${goods}#${cityCode}`,
});
const lines = entity({ type: 'PriceLine', schema: PriceLine, key: lineKey });

/** Some lines by their names, a moment old. */
export const getLines = (table: Table, named: readonly Named[]): Promise<(PriceLine | undefined)[]> =>
  getMany(table, lines, named.map(lineKey), { consistent: false });

/** Every line of a category in all cities of a province: what is too few in one may be enough in all. */
export const linesOf = (table: Table, province: string, category: string): Promise<PriceLine[]> =>
  everyEntry((after) => list(table, PriceLine, undefined, { pk: `LINE#${province}#${category}`, after, limit: 500 }));
export const putLine = (line: PriceLine): Write => put(lines, line);

/** Shops whose owner's rating does not reach the floor, lowest first. */
const BelowFloor = z.object({ cityCode: z.string(), shops: z.array(z.string()) });
const belowFloor = entity({
  type: 'BelowFloor',
  schema: BelowFloor,
  key: ({ cityCode }: { cityCode: string }) => ({ pk: `CITY#${cityCode}`, sk: 'BELOW_FLOOR' }),
});
export const getBelowFloor = async (table: Table, cityCode: string): Promise<readonly string[]> =>
  (await get(table, belowFloor, { pk: `CITY#${cityCode}`, sk: 'BELOW_FLOOR' }, { consistent: false }))?.shops ?? [];
export const putBelowFloor = (cityCode: string, shops: readonly string[]): Write =>
  put(belowFloor, { cityCode, shops: [...shops] });
