import * as z from 'zod';
import { Product } from '../../domain/catalogue/product.ts';
import { OfferedProduct } from '../../domain/ranking/list/offered.ts';
import { is } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, insert, replace, type Write } from '../engine/writes.ts';

export const ProductRecord = Product.extend({ request: z.string() });
export type ProductRecord = z.infer<typeof ProductRecord>;

// | entity  | pk          | sk         | list 1                                          |
// | Product | MERCHANT#id | PRODUCT#id | CITY#35.73#PRODUCT / category, id (when listed) |
const key = (merchantId: string, productId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `PRODUCT#${productId}` });
const products = entity({
  type: 'Product',
  schema: ProductRecord,
  key: ({ merchantId, productId }: Pick<ProductRecord, 'merchantId' | 'productId'>) => key(merchantId, productId),
  list1: ({ listed, cityCode, category, productId }) =>
    listed ? { pk: `CITY#${cityCode}#PRODUCT`, sk: `${category}#${productId}` } : undefined,
  card: namesIn(OfferedProduct),
});

export const getProduct = (table: Table, merchantId: string, productId: string, freshness?: Freshness) =>
  get(table, products, key(merchantId, productId), freshness);
export const productOf = (merchantId: string, productId: string): Read<ProductRecord> =>
  readOf(products, key(merchantId, productId));

/** All products of one shop, listed or not. */
export const productsOfMerchant = (table: Table, merchantId: string, request: Omit<PageRequest, 'pk' | 'prefix'>) =>
  list(table, ProductRecord, undefined, { pk: `MERCHANT#${merchantId}`, prefix: 'PRODUCT#', ...request });

/** Every listed product of a category in a city, a page at a time. */
export const offersOfCategory = (
  table: Table,
  cityCode: string,
  category: string,
  request: Pick<PageRequest, 'after' | 'limit'>,
) => list(table, OfferedProduct, 'list1', { pk: `CITY#${cityCode}#PRODUCT`, prefix: `${category}#`, ...request });

/** Everything listed in a city, by category, a page at a time: for who has to look through it all. */
export const offersOfCity = (table: Table, cityCode: string, request: Pick<PageRequest, 'after' | 'limit'>) =>
  list(table, OfferedProduct, 'list1', { pk: `CITY#${cityCode}#PRODUCT`, ...request });

export const insertProduct = (product: ProductRecord) => insert(products, product, true);
/** Refused when the owner changed the product since it was read. */
export const productStands = ({ merchantId, productId, version }: Product): Write =>
  check('Product', key(merchantId, productId), is('version', version));
export const replaceProduct = (product: ProductRecord) => replace(products, product);
