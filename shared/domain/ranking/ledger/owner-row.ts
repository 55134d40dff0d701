import type { Category } from '../../basics/category.ts';
import type { Instant } from '../../basics/month.ts';
import type { RankingPolicy } from '../policy/policy.ts';
import { countedRupiah, linesPriced } from './counted-value.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { isNewcomer, lowestQuartile } from './newcomer.ts';
import { meanRatingOf, weighedByQuality } from './quality-weight.ts';
import { recentSalesAt } from './recent-sales.ts';

/** All that a ledger knows of one owner, over its shops. */
export type OwnerRow = {
  /** Its orders of the window, without the larger ones that it refused. */
  entries: LedgerEntry[];
  /** The first order it sold, or called off itself; what buyers cancel, or it may refuse, spends no promise. */
  first: LedgerEntry | undefined;
  exposure: number;
  ratingSum: number;
  ratingCount: number;
};

export const emptyRow = (): OwnerRow => ({
  entries: [],
  first: undefined,
  exposure: 0,
  ratingSum: 0,
  ratingCount: 0,
});

/** Adds an order; of those refused the small ones alone, smaller than `unitRupiah`. */
export const addEntry = (row: OwnerRow, entry: LedgerEntry, unitRupiah: number): void => {
  if (entry.state !== 'refused' || entry.valueRupiah < unitRupiah) row.entries.push(entry);
  const sold = entry.state === 'accepted' || entry.cancelledBy === 'merchant';
  if (sold && (row.first === undefined || entry.at < row.first.at)) row.first = entry;
  if (entry.rating === undefined) return;
  row.ratingSum += entry.rating;
  row.ratingCount += 1;
};

type Moment = { policy: RankingPolicy; at: Instant; enteredAt?: ReadonlyMap<string, Instant> };

/**
 * V of every owner as the rule orders by it: its orders, each as it counts; weighed by its rating; and of a newcomer that has
 * sold its first order the lowest quartile of the owners established in that order's category, as if it had been there
 * before. Until then it has received nothing, so it stands among the first. Whose shops are joined later is as old as the
 * oldest of them: the first order is promised once.
 */
export const countedSales = (
  rows: ReadonlyMap<string, OwnerRow>,
  { policy, at, enteredAt = new Map() }: Moment,
): ReadonlyMap<string, number> => {
  const mean = meanRatingOf(rows.values(), policy);
  const salesOf = (row: OwnerRow): number => {
    const entries = row.entries.map((entry) => plain(entry, policy));
    return weighedByQuality(recentSalesAt(entries, at, Number.POSITIVE_INFINITY, policy), row, mean, policy);
  };
  const sales = new Map([...rows].map(([ownerId, row]) => [ownerId, salesOf(row)] as const));
  const isNew = (ownerId: string) => isNewcomer(enteredAt.get(ownerId), at, policy);
  if (policy.newcomerDays === 0) return sales;
  const starts = startsIn(
    [...rows].filter(([ownerId]) => !isNew(ownerId)),
    sales,
  );
  for (const [ownerId, { first }] of rows)
    if (first && isNew(ownerId)) sales.set(ownerId, (sales.get(ownerId) ?? 0) + (starts.get(first.category) ?? 0));
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

const plain = (entry: LedgerEntry, policy: RankingPolicy) => {
  const { orderId, valueRupiah, lines = [], state, at, cancelledAt, cancelledBy, buyer } = entry;
  return {
    orderId,
    valueRupiah,
    state,
    at,
    countedRupiah: countedRupiah(valueRupiah, linesPriced(lines), policy),
    ...(cancelledAt === undefined ? {} : { cancelledAt }),
    ...(cancelledBy === undefined ? {} : { cancelledBy }),
    ...(buyer === undefined ? {} : { buyer }),
  };
};
