import type { Offer } from './request.ts';

/**
 * Type 1 median: the value at position ⌈n/2⌉ of the sorted list, always an observed one (EQUITY.md §1).
 * Null when there is none.
 */
export const medianOf = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
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
): PriceLine => {
  const lowest = new Map<string, number>();
  for (const offer of offers) {
    if (!offer.verified || !offer.open) continue;
    const known = lowest.get(offer.ownerId);
    if (known === undefined || offer.priceRupiah < known) lowest.set(offer.ownerId, offer.priceRupiah);
  }
  const medianRupiah = medianOf([...lowest.values()]);
  const fair = medianRupiah === null ? null : Math.floor((medianRupiah * (100 + tolerancePercent)) / 100);
  const lineRupiah = fair === null ? ceilingRupiah : Math.min(fair, ceilingRupiah ?? fair);
  return { medianRupiah, owners: lowest.size, tolerancePercent, ceilingRupiah, lineRupiah };
};

/** A narrower group draws its own line from this many owners on; with fewer, a name nobody else uses would set it. */
export const LEAST_OWNERS = 3;

/**
 * The line of each offer of one call. Rice by the kilo and soap by the bar are in one category and have no common fair
 * price: where at least {@link LEAST_OWNERS} owners offer the same goods, those are compared, else the next wider group,
 * at last all offers of the call. An invented name therefore leads to a wider comparison, never to none.
 */
export const priceLines = (
  offers: readonly Offer[],
  tolerancePercent: number,
  ceilingRupiah: number | null = null,
): { whole: PriceLine; of: (offer: Offer) => PriceLine } => {
  const whole = priceLine(offers, tolerancePercent, ceilingRupiah);
  const members = new Map<string, Offer[]>();
  for (const offer of offers)
    for (const group of offer.goods ?? []) {
      const known = members.get(group);
      if (known) known.push(offer);
      else members.set(group, [offer]);
    }
  if (members.size === 0) return { whole, of: () => whole };
  const lines = new Map<string, PriceLine>();
  const lineOf = (group: string): PriceLine => {
    const line = lines.get(group) ?? priceLine(members.get(group) ?? [], tolerancePercent, ceilingRupiah);
    lines.set(group, line);
    return line;
  };
  return {
    whole,
    of: (offer) => offer.goods?.map(lineOf).find(({ owners }) => owners >= LEAST_OWNERS) ?? whole,
  };
};
