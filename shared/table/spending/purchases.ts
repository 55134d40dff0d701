import { Purchase } from '../../domain/spending/purchase.ts';
import { ShopYear, ShopYearCard } from '../../domain/spending/shop-year.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity   | pk        | sk                    | list 1                                 |
// | Purchase | ORDER#id  | PURCHASE              |                                        |
// | ShopYear | AGENCY#id | YEAR#2026#MERCHANT#id | CITY#35.73#SHOP-YEAR#2026 / office, id |
const purchases = entity({
  type: 'Purchase',
  schema: Purchase,
  key: ({ orderId }: Pick<Purchase, 'orderId'>) => ({ pk: `ORDER#${orderId}`, sk: 'PURCHASE' }),
});
type RowKey = Pick<ShopYear, 'agencyId' | 'year' | 'merchantId'>;
const rowKey = ({ agencyId, year, merchantId }: RowKey) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `YEAR#${year}#MERCHANT#${merchantId}`,
});
const shopYears = entity({
  type: 'ShopYear',
  schema: ShopYear,
  key: rowKey,
  list1: ({ cityCode, year, agencyId, merchantId }) => ({
    pk: `CITY#${cityCode}#SHOP-YEAR#${year}`,
    sk: `${agencyId}#${merchantId}`,
  }),
  card: namesIn(ShopYearCard),
});

/** What an order was last counted as. */
export const purchaseAt = (orderId: string): Read<Purchase> =>
  readOf(purchases, { pk: `ORDER#${orderId}`, sk: 'PURCHASE' });
export const shopYearAt = (key: RowKey): Read<ShopYear> => readOf(shopYears, rowKey(key));
export const savePurchase = (purchase: Purchase): Write => save(purchases, purchase);
export const saveShopYear = (row: ShopYear): Write => save(shopYears, row);

/** What an office bought of each shop in a year: a row a shop, however many its orders. */
export const shopYearsOf = (table: Table, agencyId: string, year: string): Promise<ShopYear[]> =>
  everyEntry((after) =>
    list(table, ShopYear, undefined, { pk: `AGENCY#${agencyId}`, prefix: `YEAR#${year}#`, limit: 500, after }),
  );

/** The same of all offices of a city, a page at a time: asked once for all, not office by office. */
export const shopYearsOfCity = (table: Table, cityCode: string, year: string, after: string | undefined) =>
  list(table, ShopYearCard, 'list1', { pk: `CITY#${cityCode}#SHOP-YEAR#${year}`, limit: 1000, after });
