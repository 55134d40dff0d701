import { addDays, type Day } from '../../domain/basics/month.ts';
import type { Centre } from '../../domain/centres/centre.ts';
import { MarketDay } from '../../domain/centres/market-day.ts';
import { CentreSale } from '../../domain/centres/sale.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { put, save, type Write } from '../engine/writes.ts';

// | entity     | pk                | sk                   | list 1                            |
// | MarketDay  | CENTRE#35.73#slug | DAY#2026-12-05       | CITY#35.73#MARKET-DAYS / day#slug |
// | CentreSale | CENTRE#35.73#slug | SALE#2026-11#orderId |                                   |
type OfCentre = Pick<Centre, 'cityCode' | 'slug'>;
const insideOf = ({ cityCode, slug }: OfCentre): string => `CENTRE#${cityCode}#${slug}`;
const dayKey = (of: OfCentre & { readonly day: Day }) => ({ pk: insideOf(of), sk: `DAY#${of.day}` });
const DayName = MarketDay.pick({ cityCode: true, slug: true, day: true });
const days = entity({
  type: 'MarketDay',
  schema: MarketDay,
  key: dayKey,
  list1: ({ cityCode, slug, day }) => ({ pk: `CITY#${cityCode}#MARKET-DAYS`, sk: `${day}#${slug}` }),
  card: namesIn(DayName),
});
const sales = entity({
  type: 'CentreSale',
  schema: CentreSale,
  key: (of) => ({ pk: insideOf(of), sk: `SALE#${of.month}#${of.orderId}` }),
});

export const getMarketDay = (table: Table, of: OfCentre & { readonly day: Day }) => get(table, days, dayKey(of));
/** Market days of a centre from a day on, oldest first. */
export const marketDaysFrom = (table: Table, of: OfCentre, from: Day): Promise<MarketDay[]> =>
  everyEntry((after) =>
    list(table, MarketDay, undefined, {
      pk: insideOf(of),
      prefix: 'DAY#',
      limit: 100,
      consistent: true,
      after: after ?? dayKey({ ...of, day: addDays(from, -1) }).sk,
    }),
  );
/** The next market days of a city, at all of its centres. */
export const nextMarketDays = async (
  table: Table,
  cityCode: string,
  from: Day,
  limit: number,
): Promise<MarketDay[]> => {
  const pk = `CITY#${cityCode}#MARKET-DAYS`;
  const { items } = await list(table, DayName, 'list1', { pk, limit, after: `${addDays(from, -1)}#~` });
  const found = items.length === 0 ? [] : await getMany(table, days, items.map(dayKey));
  return found.filter((one) => one !== undefined);
};
export const saveMarketDay = (market: MarketDay): Write => save(days, market);

/** Every consumer that counts an order writes the same of it. */
export const putCentreSale = (sale: CentreSale): Write => put(sales, sale);
export const centreSalesOf = (table: Table, of: OfCentre, month: string): Promise<CentreSale[]> =>
  everyEntry((after) =>
    list(table, CentreSale, undefined, { pk: insideOf(of), prefix: `SALE#${month}#`, limit: 500, after }),
  );
