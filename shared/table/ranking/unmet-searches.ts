import type { Month } from '../../domain/basics/month.ts';
import { UnmetCount } from '../../domain/search/unmet.ts';
import { list } from '../engine/pages.ts';
import { Stale } from '../engine/retries.ts';
import type { Table } from '../engine/table.ts';
import { update, type Write } from '../engine/writes.ts';

/** Kept so long after its month began: what people sought a year ago is still asked about. */
const KEPT_SECONDS = 400 * 86_400;

// | entity      | pk                       | sk                                   |
// | UnmetSearch | CITY#35.73#UNMET#2026-11 | 35.73.02#culinary#pecel, or -#-#pecel |
const pkOf = (cityCode: string, month: Month) => `CITY#${cityCode}#UNMET#${month}`;

type Sought = Pick<UnmetCount, 'term' | 'district' | 'category'>;
type When = { readonly month: Month; readonly hour: string; readonly at: string };
/** Counts one more search without a result, in its month and in its hour of the day. */
export const countUnmet = (cityCode: string, { term, district, category }: Sought, { month, hour, at }: When): Write =>
  update(
    'UnmetSearch',
    { pk: pkOf(cityCode, month), sk: `${district ?? '-'}#${category ?? '-'}#${term}` },
    {
      UpdateExpression:
        'SET #type = :type, #term = :term, #district = :district, #category = :category, #ttl = if_not_exists(#ttl, :ttl) ADD #times :one, #hour :one',
      ExpressionAttributeNames: {
        '#type': 'type',
        '#term': 'term',
        '#district': 'district',
        '#category': 'category',
        '#ttl': 'ttl',
        '#times': 'times',
        '#hour': `hour${hour}`,
      },
      ExpressionAttributeValues: {
        ':type': 'UnmetSearch',
        ':term': term,
        ':district': district,
        ':category': category,
        ':one': 1,
        ':ttl': Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
      },
    },
    () => new Stale('UnmetSearch'),
  );

/** More than a city seeks in vain in a month; what stands behind it is told nowhere. */
const MOST = 1_000;
export const unmetOf = async (table: Table, cityCode: string, month: Month): Promise<UnmetCount[]> =>
  (await list(table, UnmetCount, undefined, { pk: pkOf(cityCode, month), limit: MOST })).items;
