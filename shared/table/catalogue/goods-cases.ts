import * as z from 'zod';
import { type CaseState, GoodsCase } from '../../domain/catalogue/goods-case.ts';
import { GoodsReport } from '../../domain/catalogue/goods-report.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, save, type Write } from '../engine/writes.ts';

// | entity      | pk          | sk                           | list 1                                       |
// | GoodsCase   | MERCHANT#id | GOODSCASE#prd_…              | CITY#35.73#GOODS#<state> / openedAt, product |
// | GoodsReport | PERSON#…    | GOODSREPORT#mrc_…#prd_…      |                                              |
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
type Reported = GoodsReport & { readonly person: string };
/** Under who reported: with everything else of theirs it is in their copy, and goes when they go. */
const reports = entity({
  type: 'GoodsReport',
  schema: GoodsReport.extend({ person: z.string() }),
  key: ({ person, merchantId, productId }: Pick<Reported, 'person' | 'merchantId' | 'productId'>) => ({
    pk: `PERSON#${person}`,
    sk: `GOODSREPORT#${merchantId}#${productId}`,
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
export const insertGoodsReport = (report: Reported): Write => insert(reports, report, true);
export const goodsReportsOf = (table: Table, person: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, GoodsReport, undefined, { pk: `PERSON#${person}`, prefix: 'GOODSREPORT#', ...request });
