import { addDays, type Day } from '../../domain/basics/month.ts';
import { day as written } from '../../domain/basics/wording.ts';
import type { Product } from '../../domain/catalogue/product.ts';
import { Stock } from '../../domain/catalogue/stock.ts';
import type { ShelfChange } from '../../domain/orders/holdings.ts';
import { Problem } from '../../problem.ts';
import { anyOf, atLeast, atMost, exists, isAbsent } from '../engine/fields.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, update, upsert, type Write } from '../engine/writes.ts';
import { productStands } from './products.ts';

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

export const shelfOf = (product: Pick<Product, 'merchantId' | 'productId'>): Read<Stock> =>
  readOf(stocks, key(product, null));

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

/** Days of a daily capacity that have orders, from a day on. */
export const begunDays = (
  table: Table,
  { merchantId, productId }: Pick<Product, 'merchantId' | 'productId'>,
  from: Day,
): Promise<Stock[]> => {
  const [pk, prefix] = [`MERCHANT#${merchantId}`, `STOCK#${productId}#`];
  const before = `${prefix}${addDays(from, -1)}`;
  return everyEntry((after = before) =>
    list(table, Stock, undefined, { pk, prefix, after, limit: 100, consistent: true }),
  );
};

/**
 * The owner counted: so many pieces are on the shelf, or can be made on a day. What is promised of them stays promised;
 * when more is promised than there is, `free` goes below zero, and nothing more is sold.
 */
export const recountStock = (
  product: Pick<Product, 'merchantId' | 'productId'>,
  day: Day | null,
  counted: number,
): Write =>
  update(
    'Stock',
    key(product, day),
    { set: { given: counted }, setRest: { free: { of: counted, less: 'taken' } }, when: [exists] },
    () => new Problem('product_not_found', 'Barang tidak ditemukan.'),
  );

const shelf = (product: Product, quantity: number, pointer: string): Write =>
  update(
    'Stock',
    key(product, null),
    { add: { free: -quantity, taken: quantity }, when: [atLeast('free', quantity)] },
    (existing) => {
      const left = Math.max(0, Number(existing?.free ?? 0));
      return new Problem('stock_too_little', `Sisa ${product.name} tinggal ${left} ${product.unit}.`, [
        { pointer: `${pointer}/quantity`, detail: `Paling banyak ${left}.`, figure: left },
      ]);
    },
  );

/**
 * A day of a daily capacity comes into being with its first order. It is judged by what the shop says now: `perDay` stands in
 * the same commit, so that an order on its way while the owner makes it fewer is taken by the new figure or not at all.
 */
const dayOf = (product: Product, perDay: number, quantity: number, day: Day, pointer: string): Write => {
  const left = perDay - quantity;
  const { productId, merchantId } = product;
  return upsert(
    'Stock',
    key(product, day),
    {
      set: { given: perDay, productId, merchantId, day },
      setRest: { free: { of: left, less: 'taken' } },
      add: { taken: quantity },
      when: [left >= 0 ? anyOf(isAbsent('taken'), atMost('taken', left)) : atMost('taken', left)],
    },
    (existing) => {
      const free = Math.max(0, perDay - Number(existing?.taken ?? 0));
      return new Problem(
        'capacity_too_little',
        `${product.name} untuk ${written(day)} tinggal ${free} ${product.unit}.`,
        [{ pointer: `${pointer}/quantity`, detail: `Paling banyak ${free} untuk hari itu.` }],
      );
    },
  );
};

const isDaily = ({ supply, perDay }: Pick<Product, 'supply' | 'perDay'>): boolean =>
  supply === 'capacity' && perDay !== null;

/** How many items of a transaction `takeStock` writes or holds. */
export const itemsToTake = (product: Pick<Product, 'supply' | 'perDay'>): number => (isDaily(product) ? 2 : 1);

/** Takes pieces for an order, from the shelf or from the day's capacity; refused when too few are free. */
export const takeStock = (product: Product, quantity: number, day: Day, pointer: string): Write[] =>
  isDaily(product)
    ? [dayOf(product, product.perDay ?? 0, quantity, day, pointer), productStands(product)]
    : [shelf(product, quantity, pointer)];

/** A move changes what is promised of a shelf or a day, and what left it; what is neither is free. */
export const moveStock = (merchantId: string, { productId, day, promised, gone }: ShelfChange): Write =>
  update(
    'Stock',
    key({ merchantId, productId }, day),
    {
      add: { given: 0 - gone, taken: promised, free: 0 - gone - promised },
      when: [atLeast('taken', Math.max(0, 0 - promised))],
    },
    () => new Error(`stock of ${productId} cannot give back ${-promised}: it was never promised`),
  );
