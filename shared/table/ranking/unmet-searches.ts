import * as z from 'zod';
import type { Month } from '../../domain/basics/month.ts';
import { UnmetCount } from '../../domain/search/unmet.ts';
import { everyPage, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, upsert, type Write } from '../engine/writes.ts';

/** Kept so long after its month began: what people sought a year ago is still asked about. */
const KEPT_SECONDS = 400 * 86_400;

// | entity      | pk                       | sk                                   |
// | UnmetSearch | CITY#35.73#UNMET#2026-11 | 35.73.02#culinary#pecel, or -#-#pecel |
// | SoughtBy    | SOUGHT-BY#<keyed hash>   | SOUGHT-BY                            |
const pkOf = (cityCode: string, month: Month) => `CITY#${cityCode}#UNMET#${month}`;

type Sought = Pick<UnmetCount, 'term' | 'district' | 'category'>;
type When = { readonly month: Month; readonly hour: string; readonly at: string };
/** Counts one more search without a result, in its month and in its hour of the day. */
export const countUnmet = (cityCode: string, { term, district, category }: Sought, { month, hour, at }: When): Write =>
  upsert(
    'UnmetSearch',
    { pk: pkOf(cityCode, month), sk: `${district ?? '-'}#${category ?? '-'}#${term}` },
    {
      set: { term, district, category },
      setOnce: { ttl: Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS },
      add: { times: 1, [`hour${hour}`]: 1 },
    },
  );

/** A place that sought a term in a month, by a keyed hash of the three: gone when the month surely is. */
const MONTH_SECONDS = 32 * 86_400;
const seekers = entity({
  type: 'SoughtBy',
  schema: z.object({ visit: z.string(), ttl: z.int() }),
  key: ({ visit }: { visit: string }) => ({ pk: `SOUGHT-BY#${visit}`, sk: 'SOUGHT-BY' }),
});
/** Lets nothing of a commit count whose place sought the term in this month before. */
export const soughtBy = (visit: string, at: string): Write =>
  insert(seekers, { visit, ttl: Math.floor(Date.parse(at) / 1000) + MONTH_SECONDS }, true);

/**
 * More than a city seeks in vain in a month. Who would hide what others sought behind words of their own, a few a day, needs a
 * house full of addresses.
 */
const MOST = 20_000;
const PAGE = 1_000;
export const unmetOf = async (table: Table, cityCode: string, month: Month): Promise<UnmetCount[]> => {
  const found: UnmetCount[] = [];
  const read = (after: string | undefined) =>
    list(table, UnmetCount, undefined, { pk: pkOf(cityCode, month), limit: PAGE, after });
  for await (const page of everyPage(read)) {
    found.push(...page);
    if (found.length >= MOST) break;
  }
  return found;
};
