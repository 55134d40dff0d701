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
