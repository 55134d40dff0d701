import * as z from 'zod';
import { searchWords } from '../../domain/basics/fold.ts';
import { Product, ProductCard } from '../../domain/catalogue/product.ts';
import { OfferedProduct } from '../../domain/ranking/list/offered.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, put, remove, replace, type Write } from '../engine/writes.ts';

export const ProductRecord = Product.extend({ request: z.string() });
export type ProductRecord = z.infer<typeof ProductRecord>;

// | entity  | pk          | sk         | list 1                                          | list 2                    |
// | Product | MERCHANT#id | PRODUCT#id | CITY#35.73#PRODUCT / category, id (when listed) | DISTRICT#35.73.02 / same  |
// | Word    | CITY#35.73#WORD#na | nasi#<productId>                                                             |
const key = (merchantId: string, productId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `PRODUCT#${productId}` });
const place = ({ category, productId }: ProductCard) => `${category}#${productId}`;
const products = entity({
  type: 'Product',
  schema: ProductRecord,
  key: ({ merchantId, productId }: Pick<ProductRecord, 'merchantId' | 'productId'>) => key(merchantId, productId),
  list1: (product) => (product.listed ? { pk: `CITY#${product.cityCode}#PRODUCT`, sk: place(product) } : undefined),
  list2: (product) => (product.listed ? { pk: `DISTRICT#${product.district}`, sk: place(product) } : undefined),
  card: namesIn(OfferedProduct),
});

/** A word of a listed product's name, beside what lists show of it, so that search reads one short partition and nothing else. */
export const Word = z.object({ cityCode: z.string(), word: z.string(), product: ProductCard });
type Word = z.infer<typeof Word>;
const wordKey = ({ cityCode, word, product }: Word) => ({
  pk: `CITY#${cityCode}#WORD#${word.slice(0, 2)}`,
  sk: `${word}#${product.productId}`,
});
const words = entity({ type: 'Word', schema: Word, key: wordKey });

export const getProduct = (table: Table, merchantId: string, productId: string, freshness?: Freshness) =>
  get(table, products, key(merchantId, productId), freshness);
export const productOf = (merchantId: string, productId: string): Read<ProductRecord> =>
  readOf(products, key(merchantId, productId));
export const getProducts = (table: Table, wanted: readonly { merchantId: string; productId: string }[]) =>
  getMany(
    table,
    products,
    wanted.map(({ merchantId, productId }) => key(merchantId, productId)),
  );

/** All products of one shop, listed or not. */
export const productsOfMerchant = (table: Table, merchantId: string, request: Omit<PageRequest, 'pk' | 'prefix'>) =>
  list(table, ProductRecord, undefined, { pk: `MERCHANT#${merchantId}`, prefix: 'PRODUCT#', ...request });

/** The catalogue of a city, or of one district, narrowed to a category when one is given. */
export const productsOfPlace = (
  table: Table,
  where: { cityCode: string; district?: string | undefined; category?: string | undefined },
  request: Omit<PageRequest, 'pk' | 'prefix'>,
) => {
  const prefix = where.category === undefined ? {} : { prefix: `${where.category}#` };
  return where.district === undefined
    ? list(table, ProductCard, 'list1', { pk: `CITY#${where.cityCode}#PRODUCT`, ...prefix, ...request })
    : list(table, ProductCard, 'list2', { pk: `DISTRICT#${where.district}`, ...prefix, ...request });
};

/** Every listed product of a category in a city, a page at a time. */
export const offersOfCategory = (
  table: Table,
  cityCode: string,
  category: string,
  request: Pick<PageRequest, 'after' | 'limit'>,
) => list(table, OfferedProduct, 'list1', { pk: `CITY#${cityCode}#PRODUCT`, prefix: `${category}#`, ...request });

/** Listed products of a city with a word in their name that begins so. */
export const productsByWord = async (
  table: Table,
  cityCode: string,
  beginning: string,
  request: Omit<PageRequest, 'pk' | 'prefix'>,
) => {
  const pk = `CITY#${cityCode}#WORD#${beginning.slice(0, 2)}`;
  const { items, next } = await list(table, Word, undefined, { pk, prefix: beginning, ...request });
  return { items: items.map(({ product }) => product), next };
};

/** A name of eighty characters has no more; all are found, and one transaction holds old and new. */
const MOST_WORDS = 40;
const entries = (product: Product | undefined): Word[] =>
  product?.listed
    ? searchWords(product.name)
        .slice(0, MOST_WORDS)
        .map((word) => ({ cityCode: product.cityCode, word, product: ProductCard.parse(product) }))
    : [];

/** The search entries a change of a product adds, rewrites and removes. */
const reword = (before: Product | undefined, after: Product): Write[] => {
  const wanted = entries(after);
  const kept = new Set(wanted.map(({ word }) => word));
  return [
    ...wanted.map((word) => put(words, word)),
    ...entries(before)
      .filter(({ word }) => !kept.has(word))
      .map((word) => remove('Word', wordKey(word))),
  ];
};

export const insertProduct = (product: ProductRecord): Write[] => [
  insert(products, product, true),
  ...reword(undefined, product),
];
export const replaceProduct = (before: ProductRecord, after: ProductRecord): Write[] => [
  replace(products, after),
  ...reword(before, after),
];
