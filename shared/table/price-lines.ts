import * as z from 'zod';
import { everyEntry, list } from './engine/pages.ts';
import { get, getMany } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { put, type Write } from './engine/writes.ts';

// | entity     | pk                     | sk                        |
// | FairLine   | LINE#35.73#<category>  | WHOLE, or GOODS#<group>   |
// | BelowFloor | CITY#35.73             | BELOW_FLOOR               |

/** The price line of a kind of goods (or of a whole category) as the market last drew it. */
export const FairLine = z.object({
  cityCode: z.string(),
  category: z.string(),
  goods: z.string().nullable().describe('Null for the whole category'),
  medianRupiah: z.int().nullable(),
  lineRupiah: z.int().nullable(),
  owners: z.int().describe('0 when nobody is left to compare with'),
});
export type FairLine = z.infer<typeof FairLine>;
type Named = Pick<FairLine, 'cityCode' | 'category' | 'goods'>;

const lineKey = ({ cityCode, category, goods }: Named) => ({
  pk: `LINE#${cityCode}#${category}`,
  sk: goods === null ? 'WHOLE' : `GOODS#${goods}`,
});
const lines = entity({ type: 'FairLine', schema: FairLine, key: lineKey });

/** Some lines by their names, a moment old; those nobody is left in are undefined. */
export const getLines = async (table: Table, named: readonly Named[]): Promise<(FairLine | undefined)[]> =>
  (await getMany(table, lines, named.map(lineKey), { consistent: false })).map((line) =>
    line && line.owners > 0 ? line : undefined,
  );

/** Every line of a category. */
export const linesOf = (table: Table, cityCode: string, category: string): Promise<FairLine[]> =>
  everyEntry((after) => list(table, FairLine, undefined, { pk: `LINE#${cityCode}#${category}`, after, limit: 500 }));
export const putLine = (line: FairLine): Write => put(lines, line);

/** Shops whose owner's rating does not reach the floor, lowest first. */
export const BelowFloor = z.object({ cityCode: z.string(), shops: z.array(z.string()) });
const belowFloor = entity({
  type: 'BelowFloor',
  schema: BelowFloor,
  key: ({ cityCode }: { cityCode: string }) => ({ pk: `CITY#${cityCode}`, sk: 'BELOW_FLOOR' }),
});
export const getBelowFloor = async (table: Table, cityCode: string): Promise<readonly string[]> =>
  (await get(table, belowFloor, { pk: `CITY#${cityCode}`, sk: 'BELOW_FLOOR' }, { consistent: false }))?.shops ?? [];
export const putBelowFloor = (cityCode: string, shops: readonly string[]): Write =>
  put(belowFloor, { cityCode, shops: [...shops] });
