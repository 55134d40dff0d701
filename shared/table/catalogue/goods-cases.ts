import * as z from 'zod';
import { type CaseState, GoodsCase } from '../../domain/catalogue/goods-case.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, save, type Write } from '../engine/writes.ts';

/** That somebody reported goods: once each. */
const GoodsReport = z.object({ merchantId: z.string(), productId: z.string(), person: z.string(), at: z.string() });

// | entity      | pk          | sk                           | list 1                                       |
// | GoodsCase   | MERCHANT#id | GOODSCASE#prd_…              | CITY#35.73#GOODS#<state> / openedAt, product |
// | GoodsReport | MERCHANT#id | GOODSREPORT#prd_…#<person>   |                                              |
const caseKey = (merchantId: string, productId: string) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `GOODSCASE#${productId}`,
});
/** Where a case stands in its city’s list. */
export const sortOfCase = ({ openedAt, productId }: Pick<GoodsCase, 'openedAt' | 'productId'>): string =>
  `${openedAt}#${productId}`;
const cases = entity({
  type: 'GoodsCase',
  schema: GoodsCase,
  key: ({ merchantId, productId }: Pick<GoodsCase, 'merchantId' | 'productId'>) => caseKey(merchantId, productId),
  list1: (one) => ({ pk: `CITY#${one.cityCode}#GOODS#${one.state}`, sk: sortOfCase(one) }),
  // Texts are long, and a list names its cases by their keys.
  card: [],
});
const reports = entity({
  type: 'GoodsReport',
  schema: GoodsReport,
  key: ({
    merchantId,
    productId,
    person,
  }: Pick<z.infer<typeof GoodsReport>, 'merchantId' | 'productId' | 'person'>) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `GOODSREPORT#${productId}#${person}`,
  }),
});

export const getGoodsCase = (table: Table, merchantId: string, productId: string) =>
  get(table, cases, caseKey(merchantId, productId));
export const goodsCaseOf = (merchantId: string, productId: string): Read<GoodsCase> =>
  readOf(cases, caseKey(merchantId, productId));

/** Every case of one shop's goods: as many as it has goods at most. */
export const goodsCasesOfShop = (table: Table, merchantId: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, GoodsCase, undefined, { pk: `MERCHANT#${merchantId}`, prefix: 'GOODSCASE#', ...request });

/** Cases of a city by state, oldest first. */
export const goodsCasesOf = async (
  table: Table,
  cityCode: string,
  state: CaseState,
  request: Pick<PageRequest, 'limit' | 'after'>,
) => {
  const Keys = z.object({ pk: z.string(), sk: z.string() });
  const { items, next } = await list(table, Keys, 'list1', { pk: `CITY#${cityCode}#GOODS#${state}`, ...request });
  const found = items.length === 0 ? [] : await getMany(table, cases, items);
  return { items: found.filter((one) => one !== undefined), next };
};

export const saveGoodsCase = (one: GoodsCase): Write => save(cases, one);
/** Once each: whoever reports again meets their first report. */
export const insertGoodsReport = (report: z.infer<typeof GoodsReport>): Write => insert(reports, report, true);
