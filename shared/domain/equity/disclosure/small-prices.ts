import { provinceOf } from '../../places/region.ts';
import type { Snapshot, Suppressed } from '../snapshot/snapshot.ts';
import type { PricesPaidTotal } from '../standing/prices-paid-total.ts';
import { type Contributors, NO_CONTRIBUTORS } from './contributors.ts';
import { isSensitive, isSensitiveTotal, type Summed, summedOver, unionOf } from './sensitive-sums.ts';

/*
 * Indicator 14 is a sum like turnover, but over other shops: forty may have sold, and one of them from a fair list. So
 * it has the rules of small cells for itself, counted over the shops it comes from: told of a whole with enough of them,
 * and above only where the cities that keep theirs are two or more again. Parts of a city never tell it, nor whether
 * they had any: the one district with a fair list would have what the whole tells.
 */

/** What is known of the shops behind a city's prices; before it was kept, one shop may have been all of them. */
export type Prices = { readonly hidden: boolean; readonly shops: Contributors };
const mayBeOne = ({ comparedRupiah }: PricesPaidTotal): Contributors => ({
  shops: 1,
  topTwoRupiah: Number(comparedRupiah),
});

export const pricesOf = ({ total, suppressed }: Pick<Snapshot, 'total' | 'suppressed'>): Prices => ({
  hidden: suppressed?.prices ?? true,
  shops: suppressed?.pricesFrom ?? (total.pricesPaid ? mayBeOne(total.pricesPaid) : NO_CONTRIBUTORS),
});

/** Would the prices of a city show single shops? */
export const pricesAreSensitive = ({ pricesPaid }: Snapshot['total'], shops: Contributors | undefined): boolean =>
  pricesPaid !== undefined &&
  pricesPaid !== null &&
  (shops?.shops === 0 || isSensitive(summedOver(pricesPaid.comparedRupiah, shops ?? mayBeOne(pricesPaid))));

type Coded = Summed & { readonly code: string };
/**
 * May the sum over merged cities be shown, when these are the hidden ones? Provinces whose sum is shown tell theirs
 * apart, so above provinces only the others count.
 */
const isSafeMerge = (hidden: readonly Coded[], above: boolean): boolean => {
  const isSafe = (cells: readonly Coded[]) => !isSensitiveTotal(unionOf(cells));
  if (!above) return isSafe(hidden);
  const provinces = Map.groupBy(hidden, ({ code }) => provinceOf(code));
  return isSafe([...provinces.values()].filter((cities) => !isSafe(cities)).flat());
};

/** Would the prices of merged cities give one city's away that it keeps? A city not told of here keeps its own. */
export const mergedPricesUnsafe = (
  cities: Snapshot['cities'],
  prices: ReadonlyMap<string, Prices>,
  above: boolean,
): boolean => {
  const cells = cities.flatMap(({ code, pricesPaid }) =>
    pricesPaid
      ? [{ code, ...summedOver(pricesPaid.comparedRupiah, prices.get(code)?.shops ?? mayBeOne(pricesPaid)) }]
      : [],
  );
  return !isSafeMerge(
    cells.filter(({ code }) => prices.get(code)?.hidden ?? true),
    above,
  );
};

/** Decided before, it stays: other revisions and the merges made of them are still public. */
export const suppressedBefore = (revision: Suppressed | undefined): boolean => revision?.prices ?? false;
