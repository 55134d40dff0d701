import { type Numbered, numberOwners, type Offer } from './request.ts';

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

type Terms = { tolerancePercent: number; ceilingRupiah: number | null };

/** Draws lines over parts of one call's offers. Owners are numbered once, so a part needs no map of its own. */
const liner = (offers: readonly Offer[], { owner, owners }: Numbered, { tolerancePercent, ceilingRupiah }: Terms) => {
  const lowest = new Float64Array(owners).fill(Number.POSITIVE_INFINITY);
  return (places: Iterable<number>): PriceLine => {
    const met: number[] = [];
    for (const place of places) {
      const { verified, open, priceRupiah } = offers[place] as Offer;
      if (!verified || !open) continue;
      const number = owner[place] as number;
      if (lowest[number] === Number.POSITIVE_INFINITY) met.push(number);
      if (priceRupiah < (lowest[number] as number)) lowest[number] = priceRupiah;
    }
    const prices = new Float64Array(met.length);
    for (let at = 0; at < met.length; at++) {
      const number = met[at] as number;
      prices[at] = lowest[number] as number;
      lowest[number] = Number.POSITIVE_INFINITY;
    }
    const medianRupiah = medianOf(prices);
    const fair = medianRupiah === null ? null : Math.floor((medianRupiah * (100 + tolerancePercent)) / 100);
    const lineRupiah = fair === null ? ceilingRupiah : Math.min(fair, ceilingRupiah ?? fair);
    return { medianRupiah, owners: met.length, tolerancePercent, ceilingRupiah, lineRupiah };
  };
};

/**
 * P = min(official ceiling, (1 + τ) · median of owners' lowest prices), over verified, open owners.
 *
 * What a shill can do, exactly: more offers or accounts of one owner change nothing except through that owner's lowest
 * price. With s shill owners beside h honest ones, sorted honest prices y₁ … yₕ, the median lies between y₍⌈(h+s)/2⌉₋ₛ₎
 * and y₍⌈(h+s)/2⌉₎ whatever the shills charge: while s < h it stays inside the honest prices, and one shill owner moves
 * it by one honest neighbour at most.
 */
export const priceLine = (
  offers: readonly Offer[],
  tolerancePercent: number,
  ceilingRupiah: number | null = null,
): PriceLine => liner(offers, numberOwners(offers), { tolerancePercent, ceilingRupiah })(offers.keys());

/** A narrower group draws its own line from this many owners on; with fewer, a name nobody else uses would set it. */
export const LEAST_OWNERS = 3;

/** The line over all offers of a call, and that of each. */
export type PriceLines = { whole: PriceLine; of: (offer: Offer) => PriceLine };

/**
 * The line of each offer of one call. Rice by the kilo and soap by the bar are in one category and have no common fair
 * price: where at least {@link LEAST_OWNERS} owners offer the same goods, those are compared, else the next wider group,
 * at last all offers of the call. An invented name therefore leads to a wider comparison, never to none.
 */
export const priceLines = (
  offers: readonly Offer[],
  tolerancePercent: number,
  ceilingRupiah: number | null = null,
  numbered: Numbered = numberOwners(offers),
): PriceLines => {
  const lineOver = liner(offers, numbered, { tolerancePercent, ceilingRupiah });
  const whole = lineOver(offers.keys());
  const members = new Map<string, number[]>();
  for (const [place, { goods = [] }] of offers.entries())
    for (const group of goods) {
      const known = members.get(group);
      if (known) known.push(place);
      else members.set(group, [place]);
    }
  if (members.size === 0) return { whole, of: () => whole };
  const lines = new Map<string, PriceLine>();
  const lineOf = (group: string): PriceLine => {
    const line = lines.get(group) ?? lineOver(members.get(group) ?? []);
    lines.set(group, line);
    return line;
  };
  const of = ({ goods = [] }: Offer): PriceLine => {
    for (const group of goods) {
      const line = lineOf(group);
      if (line.owners >= LEAST_OWNERS) return line;
    }
    return whole;
  };
  return { whole, of };
};
