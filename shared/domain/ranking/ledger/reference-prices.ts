import * as z from 'zod';
import { monthsBetween } from '../../basics/month.ts';
import { Month } from '../../basics/month-schema.ts';
import { LEAST_OWNERS, medianOf } from '../rule/price-line.ts';

/** What like goods of one kind are held against for a month, in rupiah for one unit. */
export const Reference = z.object({
  medianRupiah: z.int().describe('Of what the owners were paid, as far as the index lets it rise'),
  owners: z.int(),
  month: Month.describe('The last month in which enough owners were paid'),
  peakRupiah: z.int().describe('The highest it was in the last twelve months'),
  peakMonth: Month,
});
export type Reference = z.infer<typeof Reference>;
export const ReferencePrices = z.object({ month: Month, goods: z.record(z.string(), Reference) });
export type ReferencePrices = z.infer<typeof ReferencePrices>;
/** Of so many owners three are no majority, so three who belong together do not say alone what like goods cost. */
const SURE_OWNERS = 7;
/** What was paid a year ago says nothing of today. */
const KEPT_MONTHS = 12;

/** ⌊reference · (1 + rise ‰)^months⌋: as far as a reference may have risen since it was found. */
const risen = (referenceRupiah: number, risePerMille: number, months: number): number =>
  Number((BigInt(referenceRupiah) * BigInt(1000 + risePerMille) ** BigInt(months)) / 1000n ** BigInt(months));

/** ⌈reference ÷ (1 + rise ‰)^months⌉: as far down as it goes where few were paid. */
const fallen = (referenceRupiah: number, risePerMille: number, months: number): number => {
  const index = BigInt(1000 + risePerMille) ** BigInt(months);
  return Number((BigInt(referenceRupiah) * 1000n ** BigInt(months) + index - 1n) / index);
};

/**
 * The reference of a month for one kind of goods, from the prices each owner was paid. Every owner counts once, with the median
 * of what it was paid; of fewer than three there is none new, and the last one stays for a year. It falls at once, returns to
 * what it was within the year (a month's few orders are not a trend), and beyond that rises by the city's index at most: owners
 * who raise their prices together, or after each other, move it no faster, and what lists ask moves it not at all. Of fewer than
 * seven owners three may be one person, who sells to friends for nothing to put all others above the line: they begin no
 * reference, and bring one down no faster than it rises.
 */
export const referenceFrom = (
  paid: Iterable<readonly number[]>,
  last: Reference | undefined,
  { month, risePerMille }: { readonly month: Month; readonly risePerMille: number },
): Reference | undefined => {
  const before = last && monthsBetween(last.month, month) <= KEPT_MONTHS ? last : undefined;
  const prices = [...paid].flatMap((own) => medianOf(own) ?? []);
  const median = medianOf(prices);
  if (median === null || prices.length < LEAST_OWNERS) return before;
  const sure = prices.length >= SURE_OWNERS;
  if (!before)
    return sure
      ? { medianRupiah: median, owners: prices.length, month, peakRupiah: median, peakMonth: month }
      : undefined;
  const { peakRupiah, peakMonth } = before;
  const months = monthsBetween(before.month, month);
  const most = Math.max(peakRupiah, risen(before.medianRupiah, risePerMille, months));
  const least = sure ? 0 : fallen(before.medianRupiah, risePerMille, months);
  const medianRupiah = Math.max(Math.min(median, most), least);
  const forgotten = medianRupiah >= peakRupiah || monthsBetween(peakMonth, month) >= KEPT_MONTHS;
  const peak = forgotten ? { peakRupiah: medianRupiah, peakMonth: month } : { peakRupiah, peakMonth };
  return { medianRupiah, owners: prices.length, month, ...peak };
};

/** The kind of a good among all goods of a city. */
export const kindIn = (category: string, goods: string): string => `${category} ${goods}`;
