import type { Day } from '../domain/basics/month.ts';
import { type Product, Stock } from '../domain/catalogue/product.ts';
import { Problem } from '../problem.ts';
import { type Freshness, get, getMany } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { insert, update, type Write } from './engine/writes.ts';

// | entity | pk          | sk                    |
// | Stock  | MERCHANT#id | STOCK#id              |   one shelf
// | Stock  | MERCHANT#id | STOCK#id#2026-11-23   |   one day of a daily capacity
const key = ({ merchantId, productId }: Pick<Product, 'merchantId' | 'productId'>, day: Day | null) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: day === null ? `STOCK#${productId}` : `STOCK#${productId}#${day}`,
});
const stocks = entity({
  type: 'Stock',
  schema: Stock,
  key: (stock: Pick<Stock, 'merchantId' | 'productId' | 'day'>) => key(stock, stock.day),
});

export const getStock = (
  table: Table,
  product: Pick<Product, 'merchantId' | 'productId'>,
  day: Day | null,
  freshness?: Freshness,
) => get(table, stocks, key(product, day), freshness);

/** Shelves and days of many products, in the order asked; a day without orders yet is undefined. At most 100. */
export const getStocks = (
  table: Table,
  wanted: readonly (Pick<Product, 'merchantId' | 'productId'> & { day: Day | null })[],
  freshness?: Freshness,
) =>
  getMany(
    table,
    stocks,
    wanted.map((one) => key(one, one.day)),
    freshness,
  );

export const insertStock = (stock: Stock): Write => insert(stocks, stock);

/** The owner counted the shelf: so many are free now. What is taken stays taken, so given follows. */
export const recountStock = (product: Product, free: number): Write =>
  update(
    'Stock',
    key(product, null),
    {
      UpdateExpression: 'SET #given = #taken + :free, #free = :free',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#given': 'given', '#taken': 'taken', '#free': 'free' },
      ExpressionAttributeValues: { ':free': free },
    },
    () => new Problem('product_not_found', 'Barang tidak ditemukan.'),
  );

const shelf = (product: Product, quantity: number, pointer: string): Write =>
  update(
    'Stock',
    key(product, null),
    {
      UpdateExpression: 'SET #free = #free - :q, #taken = #taken + :q',
      ConditionExpression: '#free >= :q',
      ExpressionAttributeNames: { '#free': 'free', '#taken': 'taken' },
      ExpressionAttributeValues: { ':q': quantity },
    },
    (existing) => {
      const left = Number(existing?.free ?? 0);
      return new Problem('stock_too_little', `Sisa ${product.name} tinggal ${left} ${product.unit}.`, [
        { pointer: `${pointer}/quantity`, detail: `Paling banyak ${left}.` },
      ]);
    },
  );

/** A day of a daily capacity comes into being with its first order. */
const dayOf = (product: Product, perDay: number, quantity: number, day: Day, pointer: string): Write =>
  update(
    'Stock',
    key(product, day),
    {
      UpdateExpression:
        'SET #given = if_not_exists(#given, :given), #free = if_not_exists(#free, :given) - :q, #taken = if_not_exists(#taken, :zero) + :q, #type = :type, productId = :product, merchantId = :merchant, #day = :day',
      ConditionExpression: quantity <= perDay ? '#free >= :q OR attribute_not_exists(#free)' : '#free >= :q',
      ExpressionAttributeNames: {
        '#type': 'type',
        '#day': 'day',
        '#given': 'given',
        '#free': 'free',
        '#taken': 'taken',
      },
      ExpressionAttributeValues: {
        ':given': perDay,
        ':q': quantity,
        ':zero': 0,
        ':type': 'Stock',
        ':product': product.productId,
        ':merchant': product.merchantId,
        ':day': day,
      },
    },
    (existing) => {
      const left = Number(existing?.free ?? perDay);
      return new Problem('capacity_too_little', `${product.name} untuk ${day} tinggal ${left} ${product.unit}.`, [
        { pointer: `${pointer}/quantity`, detail: `Paling banyak ${left} untuk hari itu.` },
      ]);
    },
  );

/** Takes pieces for an order, from the shelf or from the day's capacity; refused when too few are free. */
export const takeStock = (product: Product, quantity: number, day: Day, pointer: string): Write =>
  product.supply === 'stock' || product.perDay === null
    ? shelf(product, quantity, pointer)
    : dayOf(product, product.perDay, quantity, day, pointer);

/** Gives pieces back that were taken and not delivered. */
export const giveBackStock = (
  line: { productId: string; supply: Product['supply'] },
  merchantId: string,
  quantity: number,
  day: Day,
): Write =>
  update(
    'Stock',
    key({ merchantId, productId: line.productId }, line.supply === 'stock' ? null : day),
    {
      UpdateExpression: 'SET #free = #free + :q, #taken = #taken - :q',
      ConditionExpression: '#taken >= :q',
      ExpressionAttributeNames: { '#free': 'free', '#taken': 'taken' },
      ExpressionAttributeValues: { ':q': quantity },
    },
    () => new Error(`stock of ${line.productId} cannot give back ${quantity}: it was never taken`),
  );
