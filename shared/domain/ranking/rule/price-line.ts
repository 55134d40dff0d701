import { type Numbered, numberOwners } from './number-owners.ts';
import type { Offer } from './request.ts';

/** What a line needs to know of an offer. */
export type Priced = Pick<Offer, 'ownerId' | 'verified' | 'open' | 'priceRupiah' | 'goods' | 'ceilingRupiah'>;

/**
 * Type 1 median: the value at position ⌈n/2⌉ of the sorted list, always an observed one (EQUITY.md §1).
 * Null when there is none.
 */
export const medianOf = (values: ArrayLike<number>): number | null => {
  if (values.length === 0) return null;
  const sorted = new Float64Array(values).sort();
  return sorted[Math.ceil(sorted.length / 2) - 1] as number;
};

/** The fair price line of one request and the numbers behind it. Rupiah per unit. */
export type PriceLine = {
  /** Median of owners' lowest prices; null when no verified open owner offers. */
  medianRupiah: number | null;
  /** How many owners stand behind the median: each counts once, whatever the number of shops and offers. */
  owners: number;
  tolerancePercent: number;
  ceilingRupiah: number | null;
  /** P = min(ceiling, ⌊median · (100 + τ) / 100⌋); null when there is neither. */
  lineRupiah: number | null;
};

const everyIndex = ({ length }: ArrayLike<unknown>): Uint32Array => {
  const indices = new Uint32Array(length);
  for (let index = 0; index < length; index++) indices[index] = index;
  return indices;
};

/** Draws lines over parts of one call's offers. Owners are numbered once, so a part needs no map of its own. */
const liner = (offers: readonly Priced[], { owner, owners }: Numbered, tolerancePercent: number) => {
  const lowest = new Float64Array(owners).fill(Number.POSITIVE_INFINITY);
  return (indices: ArrayLike<number>): PriceLine => {
    const met = new Uint32Array(Math.min(indices.length, owners));
    let count = 0;
    for (let at = 0; at < indices.length; at++) {
      const index = indices[at] as number;
      const { verified, open, priceRupiah, ceilingRupiah } = offers[index] as Priced;
      // A price above its official ceiling is nobody's fair price, and must not move that of others.
      if (!verified || !open || (ceilingRupiah !== undefined && priceRupiah > ceilingRupiah)) continue;
      const number = owner[index] as number;
      if (lowest[number] === Number.POSITIVE_INFINITY) met[count++] = number;
      if (priceRupiah < (lowest[number] as number)) lowest[number] = priceRupiah;
    }
    const prices = new Float64Array(count);
    for (let at = 0; at < count; at++) {
      const number = met[at] as number;
      prices[at] = lowest[number] as number;
      lowest[number] = Number.POSITIVE_INFINITY;
    }
    const medianRupiah = medianOf(prices);
    const lineRupiah = medianRupiah === null ? null : Math.floor((medianRupiah * (100 + tolerancePercent)) / 100);
    return { medianRupiah, owners: count, tolerancePercent, ceilingRupiah: null, lineRupiah };
  };
};

/**
 * (1 + τ) · the median of owners' lowest prices, over verified, open owners and prices within their ceiling; P is this or the offer's official ceiling
 * where that is lower ({@link underCeiling}).
 *
 * What a shill can do, exactly: more offers or accounts of one owner change nothing except through that owner's lowest
 * price. With s shill owners beside h honest ones, sorted honest prices y₁ … yₕ, the median lies between y₍⌈(h+s)/2⌉₋ₛ₎
 * and y₍⌈(h+s)/2⌉₎ whatever the shills charge: while s < h it stays inside the honest prices, and one shill owner moves
 * it by one honest neighbour at most.
 */
export const priceLine = (offers: readonly Priced[], tolerancePercent: number): PriceLine =>
  liner(offers, numberOwners(offers), tolerancePercent)(everyIndex(offers));

/** A narrower group draws its own line from this many owners on; with fewer, a name nobody else uses would set it. */
export const LEAST_OWNERS = 3;

const none: readonly string[] = [];

/** The line over all offers of a call, that of each group of goods, and that of each offer under its own ceiling. */
export type PriceLines = {
  whole: PriceLine;
  groups: ReadonlyMap<string, PriceLine>;
  of: (offer: Priced) => PriceLine;
};

/** A line for goods that have an official ceiling. */
export const underCeiling = (line: PriceLine, ceilingRupiah: number | null): PriceLine =>
  ceilingRupiah === null
    ? line
    : { ...line, ceilingRupiah, lineRupiah: Math.min(ceilingRupiah, line.lineRupiah ?? ceilingRupiah) };

/**
 * The line of each offer of one call. Rice by the kilo and soap by the bar are in one category and have no common fair
 * price: where at least {@link LEAST_OWNERS} owners offer the same goods, those are compared, else the next wider group,
 * at last all offers of the call. An invented name therefore leads to a wider comparison, never to none.
 */
export const priceLines = (
  offers: readonly Priced[],
  tolerancePercent: number,
  numbered: Numbered = numberOwners(offers),
): PriceLines => {
  const lineOver = liner(offers, numbered, tolerancePercent);
  const whole = lineOver(everyIndex(offers));
  const members = new Map<string, number[]>();
  for (let index = 0; index < offers.length; index++)
    for (const group of (offers[index] as Priced).goods ?? none) {
      const known = members.get(group);
      if (known) known.push(index);
      else members.set(group, [index]);
    }
  const groups = new Map<string, PriceLine>();
  for (const [group, indices] of members) {
    // Fewer offers than owners are needed cannot have enough of them.
    const line = indices.length < LEAST_OWNERS ? undefined : lineOver(indices);
    if (line && line.owners >= LEAST_OWNERS) groups.set(group, line);
  }
  const plain = ({ goods }: Priced): PriceLine => {
    for (const group of goods ?? none) {
      const line = groups.get(group);
      if (line) return line;
    }
    return whole;
  };
  return { whole, groups, of: (offer) => underCeiling(plain(offer), offer.ceilingRupiah ?? null) };
};
