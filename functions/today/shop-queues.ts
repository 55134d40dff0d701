import { type Instant, monthEnd, monthOf, previousMonth, reportingDeadline } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getMerchants, merchantEntries, merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { unclaimedOf } from '../../shared/table/register/unclaimed-shops.ts';
import { missingReports } from '../reads/lists/missing-reports.ts';
import { COUNTED, type Found, found } from './found.ts';

/** Applications wait since they came to stand as they do: one that was mended since then, one that was returned since that. */
export const statusQueue = async (table: Table, cityCode: string, status: 'pending' | 'returned') => {
  const page = await merchantsOfCity(table, cityCode, status, { limit: COUNTED });
  const ids = page.items.map(({ merchantId }) => merchantId);
  const files = ids.length === 0 ? [] : await getMerchants(table, ids);
  const since = new Map(files.flatMap((file) => (file ? [[file.merchantId, file.history.at(-1)?.at]] : [])));
  return found(page, ({ merchantId: id, name, registeredAt }) => ({
    id,
    name,
    since: since.get(id) ?? registeredAt,
    due: null,
  }));
};

/** Shops of the city's own lists whose owners have not come, except where the city itself closed them. */
export const unclaimedQueue = async (table: Table, cityCode: string) => {
  const { items, next } = await unclaimedOf(table, cityCode, { limit: COUNTED });
  const entries = await merchantEntries(
    table,
    items.map(({ merchantId }) => merchantId),
  );
  const waiting = entries.filter((entry) => entry !== undefined && entry.status !== 'suspended');
  return found({ items: waiting.flatMap((entry) => entry ?? []), next }, ({ merchantId: id, name, registeredAt }) => ({
    id,
    name,
    since: registeredAt,
    due: null,
  }));
};

/** While a month may still be reported: who has not. */
export const reportsQueue = async (table: Table, city: City, at: Instant): Promise<Found> => {
  const month = previousMonth(monthOf(at, city.zone));
  const due = reportingDeadline(month, city.zone);
  if (at >= due) return { items: [], more: false };
  const since = monthEnd(month, city.zone);
  return found(await missingReports(table, city, month, { limit: COUNTED }), ({ merchantId: id, name }) => ({
    id,
    name,
    since,
    due,
  }));
};
