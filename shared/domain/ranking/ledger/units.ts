import { categories } from '../../basics/category-labels.ts';
import { FIRST_UNIT_RUPIAH, type RankingPolicy, unitFor } from '../policy/policy.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { CityLedger } from './ledger-version.ts';

/** u of a category in rupiah, or of a list over all categories, from the ledger that a list is made from. */
export const unitIn = ({ units }: Pick<CityLedger, 'units'>, category: string | null, policy: RankingPolicy): number =>
  policy.unitRupiah ?? units[category ?? ALL] ?? FIRST_UNIT_RUPIAH;

/** The name of the unit over all categories among the units of a ledger. */
const ALL = 'all';
/** Fewer orders, or of fewer owners, and the median would be one shop's order, told to everybody. */
const LEAST_ORDERS = 10;
const LEAST_OWNERS = 3;

/**
 * u of every category and of all together: the median value of accepted orders in the window, to two digits. It is
 * public, and a median is always somebody's order: of few orders there is none, nor where one owner has half of them, whose
 * usual order it would be.
 */
export const unitsOf = (entries: readonly LedgerEntry[], policy: RankingPolicy): Record<string, number> => {
  const accepted = Map.groupBy(
    entries.filter(({ state }) => state === 'accepted'),
    ({ category }) => category as string,
  );
  const named = [...Object.keys(categories), ALL].map(
    (name) => [name, name === ALL ? [...accepted.values()].flat() : (accepted.get(name) ?? [])] as const,
  );
  return Object.fromEntries(
    named.flatMap(([name, own]) =>
      isOfFew(own)
        ? []
        : [
            [
              name,
              toTwoDigits(
                unitFor(
                  policy,
                  own.map(({ valueRupiah }) => valueRupiah),
                ),
              ),
            ],
          ],
    ),
  );
};

const isOfFew = (orders: readonly LedgerEntry[]): boolean => {
  const byOwner = [...Map.groupBy(orders, ({ ownerId }) => ownerId).values()].map(({ length }) => length);
  const most = byOwner.reduce((one, other) => Math.max(one, other), 0);
  return orders.length < LEAST_ORDERS || byOwner.length < LEAST_OWNERS || 2 * most >= orders.length;
};

const toTwoDigits = (amount: number): number => Number(amount.toPrecision(2));
