import { numberOwners } from './number-owners.ts';
import type { Offer, PriceEvidence } from './request.ts';

/** What a line needs to know of an offer. */
export type Priced = Pick<Offer, 'ownerId' | 'verified' | 'open' | 'priceRupiah' | 'ceilingRupiah'>;

/**
 * Type 1 median: the value at position ⌈n/2⌉ of the sorted list, always an observed one (EQUITY.md §1).
 * Null when there is none.
 */
export const medianOf = (values: ArrayLike<number>): number | null => {
  if (values.length === 0) return null;
  const sorted = new Float64Array(values).sort();
  return sorted[Math.ceil(sorted.length / 2) - 1] as number;
};

/** The fair price line of an offer and the numbers behind it. Rupiah per unit. */
export type PriceLine = {
  /** Median of owners' lowest prices for like goods; null when there is no verdict. */
  medianRupiah: number | null;
  /** How many owners stand behind the median: each counts once, whatever the number of shops and offers. */
  owners: number;
  tolerancePercent: number;
  ceilingRupiah: number | null;
  /** P = min(ceiling, ⌊median · (100 + τ) / 100⌋); null when there is neither. */
  lineRupiah: number | null;
  /** Whose prices were compared; null when nobody's, and the offer passes. */
  source: Exclude<PriceEvidence['source'], 'few'> | null;
};

/** No verdict with fewer owners of like goods: a name nobody else uses, or two friends, would set the line. */
export const LEAST_OWNERS = 3;

/** Median of the lowest price of each verified, open owner; prices above their official ceiling are nobody's fair price. */
export const ownersMedian = (offers: readonly Priced[]): { medianRupiah: number | null; owners: number } => {
  const { owner, owners } = numberOwners(offers);
  const lowest = new Float64Array(owners).fill(Number.POSITIVE_INFINITY);
  for (let index = 0; index < offers.length; index++) {
    const { verified, open, priceRupiah, ceilingRupiah } = offers[index] as Priced;
    if (!verified || !open || (ceilingRupiah !== undefined && priceRupiah > ceilingRupiah)) continue;
    const number = owner[index] as number;
    if (priceRupiah < (lowest[number] as number)) lowest[number] = priceRupiah;
  }
  const prices = lowest.filter((price) => price !== Number.POSITIVE_INFINITY);
  return { medianRupiah: medianOf(prices), owners: prices.length };
};

/** A median with its tolerance; without enough owners it is no verdict. */
const lineFrom = (
  { medianRupiah, owners }: { medianRupiah: number | null; owners: number },
  source: PriceEvidence['source'],
  tolerancePercent: number,
): PriceLine => {
  const nothing = { medianRupiah: null, owners, tolerancePercent, ceilingRupiah: null, lineRupiah: null, source: null };
  if (medianRupiah === null || source === 'few') return nothing;
  return { ...nothing, medianRupiah, source, lineRupiah: Math.floor((medianRupiah * (100 + tolerancePercent)) / 100) };
};

/**
 * (1 + τ) · the median of owners' lowest prices over the offers of a call that bring no evidence of their own: goods
 * that are all alike. An offer compared with something else would move the line of goods it is never measured by.
 *
 * What a shill can do, exactly: more offers or accounts of one owner change nothing except through that owner's lowest
 * price. With s shill owners beside h honest ones, sorted honest prices y₁ … yₕ, the median lies between y₍⌈(h+s)/2⌉₋ₛ₎
 * and y₍⌈(h+s)/2⌉₎ whatever the shills charge: while s < h it stays inside the honest prices, and one shill owner moves
 * it by one honest neighbour at most.
 */
export const priceLine = (offers: readonly (Priced & Pick<Offer, 'like'>)[], tolerancePercent: number): PriceLine => {
  const median = ownersMedian(offers.filter(({ like }) => like === undefined));
  return lineFrom(median, median.owners < LEAST_OWNERS ? 'few' : 'like', tolerancePercent);
};

/** A line for goods that have an official ceiling. */
export const underCeiling = (line: PriceLine, ceilingRupiah: number | null): PriceLine =>
  ceilingRupiah === null
    ? line
    : { ...line, ceilingRupiah, lineRupiah: Math.min(ceilingRupiah, line.lineRupiah ?? ceilingRupiah) };

/** The line of one offer: by its own evidence, else that of the call's goods without any; under its ceiling. */
export const lineOf = (
  { like, ceilingRupiah }: Pick<Offer, 'like' | 'ceilingRupiah'>,
  whole: PriceLine,
  tolerancePercent: number,
): PriceLine => underCeiling(like ? lineFrom(like, like.source, tolerancePercent) : whole, ceilingRupiah ?? null);

/** A price in millionths of what like goods usually cost, so that soap by the bar and rice by the sack can stand in one list. */
const LEVEL = 1_000_000;
const HIGHEST = 2 ** 50;
export const priceLevel = ({ priceRupiah, like }: Pick<Offer, 'priceRupiah' | 'like'>): number =>
  like === undefined
    ? priceRupiah
    : Math.min(HIGHEST, Math.floor((priceRupiah / Math.max(1, like.medianRupiah)) * LEVEL));
