import type { Category } from '../basics/category.ts';
import type { Month } from '../basics/month.ts';
import type { Purchase } from './purchase.ts';
import type { VisitMade } from './visit-made.ts';

/** What may show that two shops have one owner. Hashes and ids, compared and never shown. */
export type ShopLinks = {
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly evidence: readonly string[];
};

/** What one merchant reported beside the platform, this month and the two before; null where it reported nothing. */
export type Reported = {
  readonly merchantId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly category: Category;
  readonly rupiah: readonly [now: number, before: number | null, earlier: number | null];
};

/** Everything a month is looked at by. Purchases of offices and visits go back two months more; purchases of people are the month's. */
export type MonthFacts = {
  readonly month: Month;
  readonly purchases: readonly Purchase[];
  /** By kind of goods, one price of each owner. */
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly shops: ReadonlyMap<string, ShopLinks>;
  readonly offices: ReadonlyMap<string, string>;
  /** Accepted orders that a buyer cancelled in the last quarter. */
  readonly cancelled: readonly { readonly buyer: string; readonly orderIds: readonly string[] }[];
  readonly reports: readonly Reported[];
  readonly visits: readonly VisitMade[];
};

/** So many months, this one with them, are looked at together: thin months say little by themselves. */
export const WINDOW_MONTHS = 3;

export const shopName = ({ shops }: MonthFacts, merchantId: string): string =>
  shops.get(merchantId)?.name ?? 'usaha yang tidak terdaftar lagi';
export const officeName = ({ offices }: MonthFacts, agencyId: string): string =>
  offices.get(agencyId) ?? 'dinas yang tidak terdaftar lagi';

/** Purchases of offices, by office. */
export const byOffice = ({ purchases }: MonthFacts): ReadonlyMap<string, readonly Purchase[]> => {
  const found = Map.groupBy(purchases, ({ agencyId }) => agencyId);
  found.delete(null);
  return found as Map<string, Purchase[]>;
};

/** Whether anything of it is of the month that is looked at: what was asked before is not asked again without news. */
export const hasNews = ({ month }: MonthFacts, purchases: readonly Purchase[]): boolean =>
  purchases.some((purchase) => purchase.month === month);
