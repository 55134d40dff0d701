import { type ReportTiming, TurnoverReport } from '../domain/turnover/report.ts';
import { Reopening, TurnoverRevision } from '../domain/turnover/turnover.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { get } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { insert, put, type Write } from './engine/writes.ts';

// | entity         | pk          | sk                    | list 1                                         |
// | Turnover       | MERCHANT#id | TURNOVER#2026-11#0001 |                                                |
// | TurnoverReport | MERCHANT#id | REPORT#2026-11        | CITY#35.73#REPORTS#2026-11#<timing> / first, id |
// | Reopening      | MERCHANT#id | REOPENING#2026-11     |                                                |
const padded = (revision: number): string => String(revision).padStart(4, '0');
const revisions = entity({
  type: 'Turnover',
  schema: TurnoverRevision,
  key: ({ merchantId, month, revision }: Pick<TurnoverRevision, 'merchantId' | 'month' | 'revision'>) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `TURNOVER#${month}#${padded(revision)}`,
  }),
});
const reportKey = (merchantId: string, month: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `REPORT#${month}` });
const reports = entity({
  type: 'TurnoverReport',
  schema: TurnoverReport,
  key: ({ merchantId, month }: Pick<TurnoverReport, 'merchantId' | 'month'>) => reportKey(merchantId, month),
  list1: ({ cityCode, month, timing, firstAt, merchantId }) => ({
    pk: `CITY#${cityCode}#REPORTS#${month}#${timing}`,
    sk: sortOfReport({ firstAt, merchantId }),
  }),
  card: namesIn(TurnoverReport),
});
const reopenings = entity({
  type: 'Reopening',
  schema: Reopening,
  key: ({ merchantId, month }: Pick<Reopening, 'merchantId' | 'month'>) => reopeningKey(merchantId, month),
});
const reopeningKey = (merchantId: string, month: string) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `REOPENING#${month}`,
});

/** Saved revisions of a month, newest first. */
export const revisionsOfMonth = (
  table: Table,
  merchantId: string,
  month: string,
  request: Pick<PageRequest, 'limit' | 'after' | 'consistent'>,
) =>
  list(table, TurnoverRevision, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: `TURNOVER#${month}#`,
    descending: true,
    ...request,
  });
/** Everything a shop ever reported, the latest month first. */
export const reportsOfMerchant = (table: Table, merchantId: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, TurnoverRevision, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'TURNOVER#',
    descending: true,
    ...request,
  });
export const latestRevision = async (
  table: Table,
  merchantId: string,
  month: string,
): Promise<TurnoverRevision | undefined> =>
  (await revisionsOfMonth(table, merchantId, month, { limit: 1, consistent: true })).items[0];
export const getReport = (table: Table, merchantId: string, month: string) =>
  get(table, reports, reportKey(merchantId, month));
/** Where a report stands in its list. */
export const sortOfReport = ({ firstAt, merchantId }: Pick<TurnoverReport, 'firstAt' | 'merchantId'>): string =>
  `${firstAt}#${merchantId}`;
/** Who of a city reported a month in time, late, or changed it afterwards; who came first before. */
export const reportsOfCity = (
  table: Table,
  cityCode: string,
  month: string,
  timing: ReportTiming,
  request: Pick<PageRequest, 'limit' | 'after'>,
) => list(table, TurnoverReport, 'list1', { pk: `CITY#${cityCode}#REPORTS#${month}#${timing}`, ...request });
export const getReopening = (table: Table, merchantId: string, month: string) =>
  get(table, reopenings, reopeningKey(merchantId, month));

export const insertRevision = (revision: TurnoverRevision): Write => insert(revisions, revision);
export const putReport = (report: TurnoverReport): Write => put(reports, report);
export const putReopening = (reopening: Reopening): Write => put(reopenings, reopening);
