import type { Category } from '../../basics/category.ts';
import type { Instant } from '../../basics/month.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import { countedRupiah, linesPriced } from './counted-value.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { isNewcomer, lowestQuartile } from './newcomer.ts';
import { meanRatingOf, weighedByQuality } from './quality-weight.ts';
import { recentSalesAt } from './recent-sales.ts';
import { countsFrom, partOf } from './sure-orders.ts';
import { UNVISITED_RUPIAH } from './unvisited-sales.ts';

/** All that a ledger knows of one owner, over its shops. */
export type OwnerRow = {
  /** Its orders of the window, without the larger ones that it refused. */
  entries: LedgerEntry[];
  /** Of an owner that is to be confirmed by a visit: those of a year. */
  past?: readonly LedgerEntry[];
  exposure: number;
  ratingSum: number;
  ratingCount: number;
};

export const emptyRow = (): OwnerRow => ({
  entries: [],
  exposure: 0,
  ratingSum: 0,
  ratingCount: 0,
});

/** Adds an order; of those refused the small ones alone, smaller than `unitRupiah`. */
export const addEntry = (row: OwnerRow, entry: LedgerEntry, unitRupiah: number): void => {
  if (entry.state !== 'refused' || entry.valueRupiah < unitRupiah) row.entries.push(entry);
  if (entry.rating === undefined) return;
  row.ratingSum += entry.rating;
  row.ratingCount += 1;
};

type Moment = {
  policy: RankingPolicy;
  at: Instant;
  enteredAt?: ReadonlyMap<string, Instant>;
  /** Of open orders what is counted before their day. */
  sure?: ReadonlyMap<string, number>;
};

/**
 * The first order it sold, or called off itself. What buyers cancel, or hold open, spends no promise, nor what it refuses:
 * else rivals could.
 */
const firstOf = (entries: readonly LedgerEntry[], { policy, at, sure }: Moment): LedgerEntry | undefined => {
  let first: LedgerEntry | undefined;
  for (const entry of entries) {
    const counts = countsFrom(entry, policy) <= at || (sure?.get(entry.orderId) ?? 0) > 0;
    const sold = (entry.state === 'accepted' && counts) || entry.cancelledBy === 'merchant';
    if (sold && (first === undefined || entry.at < first.at)) first = entry;
  }
  return first;
};

/**
 * V of every owner as the rule orders by it: its orders, each as it counts; weighed by its rating; and of a newcomer that has
 * sold its first order the lowest quartile of the owners established in that order's category, as if it had been there
 * before. Until then it has received nothing, so it stands among the first. Whose shops are joined later is as old as the
 * oldest of them: the first order is promised once. Of whom the city has to visit first the promise is all, however long it is
 * silent: once it has sold it stands behind everybody else, until somebody went there.
 */
export const countedSales = (rows: ReadonlyMap<string, OwnerRow>, moment: Moment): ReadonlyMap<string, number> => {
  const { policy, at, enteredAt = new Map(), sure = new Map() } = moment;
  const mean = meanRatingOf(rows.values(), policy);
  const salesOf = (row: OwnerRow): number => {
    const entries = row.entries.map((entry) => plain(entry, policy, sure));
    return weighedByQuality(recentSalesAt(entries, at, Number.POSITIVE_INFINITY, policy), row, mean, policy);
  };
  const sales = new Map([...rows].map(([ownerId, row]) => [ownerId, salesOf(row)] as const));
  for (const [ownerId, { past }] of rows)
    if (past && firstOf(past, moment)) sales.set(ownerId, UNVISITED_RUPIAH + (sales.get(ownerId) ?? 0));
  if (policy.newcomerDays === 0) return sales;
  const isNew = (ownerId: string) => isNewcomer(enteredAt.get(ownerId), at, policy);
  const starts = startsIn(
    [...rows].filter(([ownerId, { past }]) => past === undefined && !isNew(ownerId)),
    sales,
  );
  for (const [ownerId, row] of rows) {
    const first = row.past === undefined && isNew(ownerId) ? firstOf(row.entries, moment) : undefined;
    if (first) sales.set(ownerId, (sales.get(ownerId) ?? 0) + (starts.get(first.category) ?? 0));
  }
  return sales;
};

/** Where newcomers start in each category: by the sales of the established owners who sold in it. */
const startsIn = (
  established: readonly (readonly [string, OwnerRow])[],
  sales: ReadonlyMap<string, number>,
): ReadonlyMap<Category, number> => {
  const amounts = new Map<Category, number[]>();
  for (const [ownerId, { entries }] of established)
    for (const category of new Set(entries.flatMap((entry) => (entry.state === 'accepted' ? entry.category : [])))) {
      const known = amounts.get(category) ?? [];
      known.push(sales.get(ownerId) ?? 0);
      amounts.set(category, known);
    }
  return new Map([...amounts].map(([category, of]) => [category, lowestQuartile(of)]));
};

const plain = (entry: LedgerEntry, policy: RankingPolicy, sure: ReadonlyMap<string, number>) => {
  const { orderId, valueRupiah, lines = [], state, at, cancelledAt, cancelledBy, buyer } = entry;
  const counted = countedRupiah(valueRupiah, linesPriced(lines), policy);
  return {
    orderId,
    valueRupiah,
    state,
    at,
    countedRupiah: counted,
    countsFrom: countsFrom(entry, policy),
    sureRupiah: partOf(counted, sure.get(orderId) ?? 0, valueRupiah),
    ...(cancelledAt === undefined ? {} : { cancelledAt }),
    ...(cancelledBy === undefined ? {} : { cancelledBy }),
    ...(buyer === undefined ? {} : { buyer }),
  };
};
