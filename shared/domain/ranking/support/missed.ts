import * as z from 'zod';
import { medianInterval } from './median-interval.ts';

/** What shops like one sold in the months looked at: what it may have missed, said with how sure that is. */
export const Missed = z
  .object({
    rupiah: z.int().describe('Median of what like shops sold, to two digits'),
    lowRupiah: z.int().describe('The median is not below this in 95 of 100; rounded down to two digits'),
    highRupiah: z.int().describe('Nor above this; rounded up'),
    shops: z.int().describe('Like shops: of the category, above the line today, of other owners'),
    within: z.enum(['district', 'city']).describe('Of its district, or of the city where the district has too few'),
  })
  .meta({ id: 'Missed' });
export type Missed = z.infer<typeof Missed>;

/** A shop that passed the gate of a category, and what it sold there in the months looked at, if anything. */
export type LikeShop = { readonly ownerId: string; readonly district: string; readonly soldRupiah: number };

/** To two digits, so that no single shop's turnover is told by a bound. */
const twoDigits = (rupiah: number, round: (value: number) => number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, rupiah))) - 1);
  return round(rupiah / step) * step;
};

/** What an owner may have missed; null where fewer than six like shops sold or could have. */
export const missedOf = (
  { ownerId, district }: { readonly ownerId: string; readonly district: string },
  like: readonly LikeShop[],
): Missed | null => {
  const others = like.filter((shop) => shop.ownerId !== ownerId);
  const near = others.filter((shop) => shop.district === district);
  for (const [within, shops] of [
    ['district', near],
    ['city', others],
  ] as const) {
    const found = medianInterval(shops.map(({ soldRupiah }) => soldRupiah));
    if (found)
      return {
        rupiah: twoDigits(found.median, Math.round),
        lowRupiah: twoDigits(found.low, Math.floor),
        highRupiah: twoDigits(found.high, Math.ceil),
        shops: shops.length,
        within,
      };
  }
  return null;
};
