import * as z from 'zod';
import { AgencyId } from '../domain/agencies/agency.ts';
import { OrderId } from '../domain/orders/order.ts';
import { Paper, PaperSettings } from '../domain/papers/paper.ts';
import { PaperDefaults } from '../domain/papers/paper-defaults.ts';
import { PaperKind } from '../domain/papers/paper-kinds.ts';
import type { PaperSeries } from '../domain/papers/paper-number.ts';
import { SellerTaxRecord } from '../domain/papers/seller-tax.ts';
import { CityCode } from '../domain/places/region.ts';
import { list } from './engine/pages.ts';
import { get, type Read, readOf } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { insert, save, type Write } from './engine/writes.ts';

const Series = z.object({ agencyId: AgencyId, year: z.string(), kind: PaperKind, last: z.int(), version: z.int() });
const Code = z.object({ code: z.string(), orderId: OrderId, kind: PaperKind });
const SettingsRecord = z.object({ ...PaperSettings.shape, agencyId: AgencyId, version: z.int() });
export type SettingsRecord = z.infer<typeof SettingsRecord>;
const DefaultsRecord = z.object({ ...PaperDefaults.shape, cityCode: CityCode, version: z.int() });
type DefaultsRecord = z.infer<typeof DefaultsRecord>;

// | entity        | pk               | sk               |
// | Paper         | ORDER#id         | PAPER#kuitansi   |
// | PaperSeries   | AGENCY#id        | SERIES#2026#bast |
// | PaperCode     | PAPER#K7M42-9QXAB | PAPER           |
// | PaperSettings | AGENCY#id        | PAPER-SETTINGS   |
// | PaperDefaults | CITY#35.73       | PAPER-DEFAULTS   |
// | SellerTaxes   | MERCHANT#id      | TAXES            |
const paperKey = (orderId: string, kind: PaperKind) => ({ pk: `ORDER#${orderId}`, sk: `PAPER#${kind}` });
const papers = entity({
  type: 'Paper',
  schema: Paper,
  key: ({ orderId, kind }: Pick<Paper, 'orderId' | 'kind'>) => paperKey(orderId, kind),
});
const seriesKey = ({ agencyId, year, kind }: Omit<PaperSeries, 'last'>) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `SERIES#${year}#${kind}`,
});
const series = entity({ type: 'PaperSeries', schema: Series, key: seriesKey });
const codeKey = (code: string) => ({ pk: `PAPER#${code}`, sk: 'PAPER' });
const codes = entity({ type: 'PaperCode', schema: Code, key: ({ code }: z.infer<typeof Code>) => codeKey(code) });
const settingsKey = (agencyId: string) => ({ pk: `AGENCY#${agencyId}`, sk: 'PAPER-SETTINGS' });
const settings = entity({
  type: 'PaperSettings',
  schema: SettingsRecord,
  key: ({ agencyId }: Pick<SettingsRecord, 'agencyId'>) => settingsKey(agencyId),
});

const defaultsKey = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'PAPER-DEFAULTS' });
const defaults = entity({
  type: 'PaperDefaults',
  schema: DefaultsRecord,
  key: ({ cityCode }: Pick<DefaultsRecord, 'cityCode'>) => defaultsKey(cityCode),
});

const taxesKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'TAXES' });
const sellerTaxes = entity({
  type: 'SellerTaxes',
  schema: SellerTaxRecord,
  key: ({ merchantId }: Pick<SellerTaxRecord, 'merchantId'>) => taxesKey(merchantId),
});

export const paperOf = (orderId: string, kind: PaperKind): Read<Paper> => readOf(papers, paperKey(orderId, kind));
export const getPaper = (table: Table, orderId: string, kind: PaperKind) => get(table, papers, paperKey(orderId, kind));
/** All issued papers of an order. */
export const papersOfOrder = async (table: Table, orderId: string): Promise<Paper[]> =>
  (await list(table, Paper, undefined, { pk: `ORDER#${orderId}`, prefix: 'PAPER#', limit: 20, consistent: true }))
    .items;
export const getPaperByCode = async (table: Table, code: string): Promise<Paper | undefined> => {
  const found = await get(table, codes, codeKey(code), { consistent: false });
  return found && getPaper(table, found.orderId, found.kind);
};
export const getSeries = (table: Table, key: Omit<PaperSeries, 'last'>) => get(table, series, seriesKey(key));
export const getPaperSettings = (table: Table, agencyId: string) => get(table, settings, settingsKey(agencyId));

/** A paper with its code and the step of its series: all of them, or no number was given. */
export const issuePaper = (paper: Paper, number: { series: PaperSeries; version: number } | undefined): Write[] => [
  insert(papers, paper),
  insert(codes, { code: paper.code, orderId: paper.orderId, kind: paper.kind }),
  ...(number ? [save(series, { ...number.series, version: number.version })] : []),
];
export const getPaperDefaults = (table: Table, cityCode: string) => get(table, defaults, defaultsKey(cityCode));
export const savePaperDefaults = (record: DefaultsRecord): Write => save(defaults, record);
export const savePaperSettings = (record: SettingsRecord): Write => save(settings, record);
export const getSellerTaxes = (table: Table, merchantId: string) => get(table, sellerTaxes, taxesKey(merchantId));
export const saveSellerTaxes = (record: SellerTaxRecord): Write => save(sellerTaxes, record);
