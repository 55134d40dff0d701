import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { grouped } from '../basics/grouped.ts';
import { Month } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { CentreSlug } from './slug.ts';

/** What of one order was handed over at a centre in one month. */
export const CentreSale = z.object({
  cityCode: CityCode,
  slug: CentreSlug,
  month: Month,
  orderId: z.string(),
  merchantId: MerchantId,
  merchantName: z.string(),
  ownerId: z.string(),
  byCategory: z.partialRecord(Category, z.int()),
});
export type CentreSale = z.infer<typeof CentreSale>;

/** What one shop handed over at a centre in a month, for the city's own people. */
export const CentreSeller = z
  .object({ merchantId: MerchantId, merchantName: z.string(), orders: z.int(), rupiah: z.int() })
  .meta({ id: 'CentreSeller' });
export type CentreSeller = z.infer<typeof CentreSeller>;

export const rupiahOf = ({ byCategory }: Pick<CentreSale, 'byCategory'>): number =>
  Object.values(byCategory).reduce((sum, rupiah) => sum + (rupiah ?? 0), 0);

/** Fewer owners than these are not counted aloud, and more only in steps of as many. */
const STEP = 10;
const inSteps = (sales: readonly CentreSale[]): number =>
  Math.floor(new Set(sales.map(({ ownerId }) => ownerId)).size / STEP) * STEP;

/**
 * What anybody may know of a month at a centre: how many owners handed over there, in tens, and of which goods ten did. No rupiah,
 * however many sold: what a city sold is public, so what a centre sold would tell by subtraction what the shops sold that stood
 * elsewhere, and these may be one.
 */
export const publicSales = (sales: readonly CentreSale[]) => {
  const codes = [...new Set(sales.flatMap(({ byCategory }) => Object.keys(byCategory) as Category[]))];
  const counted = codes.map((category) => ({
    category,
    owners: inSteps(sales.filter(({ byCategory }) => byCategory[category] !== undefined)),
  }));
  return {
    owners: sales.length > 0 && inSteps(sales) === 0 ? null : inSteps(sales),
    categories: counted
      .filter(({ owners }) => owners > 0)
      .sort((a, b) => b.owners - a.owners || (a.category < b.category ? -1 : 1)),
  };
};

/** Sales by shop, most first. */
export const sellersOf = (sales: readonly CentreSale[]): CentreSeller[] =>
  [...grouped(sales, ({ merchantId }) => merchantId)]
    .map(([merchantId, own]) => ({
      merchantId,
      merchantName: own[0]?.merchantName ?? '',
      orders: new Set(own.map(({ orderId }) => orderId)).size,
      rupiah: own.reduce((sum, sale) => sum + rupiahOf(sale), 0),
    }))
    .sort((a, b) => b.rupiah - a.rupiah || (a.merchantId < b.merchantId ? -1 : 1));
