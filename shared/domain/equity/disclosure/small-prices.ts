import type { Secret, Snapshot } from '../snapshot/snapshot.ts';
import type { PaidTotal } from '../standing/prices-paid.ts';
import { type Givers, NO_GIVERS } from './contributors.ts';
import { safeMerge, summedOver, tooSmall } from './safe-sums.ts';

/*
 * Indicator 14 is a sum like turnover, but over other shops: forty may have sold, and one of them from a fair list. So
 * it has the rules of small cells for itself, counted over the shops it comes from: told of a whole with enough of them,
 * and above only where the cities that keep theirs are two or more again. Parts of a city never tell it, nor whether
 * they had any: the one district with a fair list would have what the whole tells.
 */

/** What is known of the shops behind a city's prices; before it was kept, one shop may have been all of them. */
export type Prices = { readonly hidden: boolean; readonly shops: Givers };
const mayBeOne = ({ comparedRupiah }: PaidTotal): Givers => ({ shops: 1, topTwoRupiah: Number(comparedRupiah) });

export const pricesOf = ({ whole, secret }: Pick<Snapshot, 'whole' | 'secret'>): Prices => ({
  hidden: secret?.prices ?? true,
  shops: secret?.paidShops ?? (whole.paid ? mayBeOne(whole.paid) : NO_GIVERS),
});

/** Would the prices of a city show single shops? */
export const pricesTooSmall = ({ paid }: Snapshot['whole'], shops: Givers | undefined): boolean =>
  paid ? tooSmall(summedOver(paid.comparedRupiah, shops ?? mayBeOne(paid))) : false;

/** Would the prices of merged cities give one city's away that it keeps? A city not told of here keeps its own. */
export const mergedPricesUnsafe = (
  cities: Snapshot['cities'],
  prices: ReadonlyMap<string, Prices>,
  above: boolean,
): boolean => {
  const cells = cities.flatMap(({ code, paid }) =>
    paid ? [{ code, ...summedOver(paid.comparedRupiah, prices.get(code)?.shops ?? mayBeOne(paid)) }] : [],
  );
  return !safeMerge(cells, (code) => prices.get(code)?.hidden ?? true, above);
};

/** Decided before, it stays: other revisions and the merges made of them are still public. */
export const keptBefore = (revision: Secret | undefined): boolean => revision?.prices ?? false;
