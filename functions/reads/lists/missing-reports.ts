import * as z from 'zod';
import type { Month } from '../../../shared/domain/basics/month.ts';
import type { Activity } from '../../../shared/domain/equity/standing/activity.ts';
import { activityBefore } from '../../../shared/domain/equity/standing/activity-before.ts';
import { StandingCard } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { Page } from '../../../shared/table/engine/pages.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { streamStandings } from '../../../shared/table/equity/standings.ts';

const MissingReport = StandingCard.pick({
  merchantId: true,
  name: true,
  district: true,
  category: true,
  turnoverRupiah: true,
});
export type MissingReport = z.infer<typeof MissingReport> & {
  readonly earlier: Pick<Activity, 'months' | 'reports'> | undefined;
};
const Looked = z.object({
  reportedRupiah: z.int().nullable(),
  gone: z.literal(true).optional(),
  past: z.string().optional(),
  l2sk: z.string(),
});
const only = [...Object.keys(MissingReport.shape), ...Object.keys(Looked.shape)].filter((name) => name !== 'l2sk');

/** Where nearly everybody reported, no more is looked through for one page: it ends earlier, and goes on from there. */
const LOOKED = 5_000;
const PAGE = 200;

type Request = { readonly limit: number; readonly after?: string | undefined; readonly district?: string | undefined };
/** Who of a city's month did not report it, the least sold in twelve months first; a page at a time. */
export const missingReports = async (
  table: Table,
  { cityCode, shards }: Pick<City, 'cityCode' | 'shards'>,
  month: Month,
  { limit, after, district }: Request,
): Promise<Page<MissingReport>> => {
  const items: MissingReport[] = [];
  let looked = 0;
  let last: string | undefined;
  const options = { span: 'year', after, pageSize: PAGE, only } as const;
  for await (const item of streamStandings(table, { cityCode, month, shards }, options)) {
    // One more than asked for says that the list goes on.
    if (items.length === limit || looked === LOOKED) return { items, next: last };
    const { reportedRupiah, gone, past, l2sk } = Looked.parse(item);
    last = l2sk;
    looked += 1;
    if (reportedRupiah !== null || gone || (district && item['district'] !== district)) continue;
    items.push({ ...MissingReport.parse(item), earlier: activityBefore({ month, past }) });
  }
  return { items, next: undefined };
};
