import * as z from 'zod';
import { Category } from './category.ts';
import { type Merchant, MerchantId } from './merchant.ts';
import { Rupiah } from './money.ts';
import { Month } from './month.ts';
import { CityCode, DistrictCode } from './region.ts';

/**
 * One merchant's month: what it sold on the platform (received orders), what it reported beside, how many orders and
 * agencies, and for how many whole months before this one it had sold nothing. Open for every active merchant, so the
 * unsold are in every list.
 */
export const Standing = z
  .object({
    merchantId: MerchantId,
    ownerId: z.string(),
    name: z.string(),
    cityCode: CityCode,
    district: DistrictCode,
    category: Category,
    month: Month,
    turnoverRupiah: Rupiah.describe('Received platform orders'),
    reportedRupiah: Rupiah.nullable().describe('Sales outside the platform, as reported; null when not reported'),
    orders: z.int(),
    agencies: z.int().describe('Different agencies that bought'),
    unsoldMonths: z.int().describe('Whole months in a row before this one without a sale'),
    newcomer: z.boolean().describe('First month in the register'),
    left: z.boolean().describe('Suspended during this month'),
    version: z.int(),
  })
  .meta({ id: 'Standing' });
export type Standing = z.infer<typeof Standing>;

/** What the public list shows of a standing. */
export const StandingCard = Standing.pick({
  merchantId: true,
  name: true,
  district: true,
  category: true,
  turnoverRupiah: true,
  orders: true,
  agencies: true,
  unsoldMonths: true,
}).meta({ id: 'StandingCard' });
export type StandingCard = z.infer<typeof StandingCard>;

/** Opens a merchant's month at zero, its streak carried over from the month before. */
export const openStanding = (merchant: Merchant, month: Month, before: Standing | undefined): Standing => ({
  merchantId: merchant.merchantId,
  ownerId: merchant.ownerId,
  name: merchant.name,
  cityCode: merchant.cityCode,
  district: merchant.district,
  category: merchant.category,
  month,
  turnoverRupiah: 0,
  reportedRupiah: null,
  orders: 0,
  agencies: 0,
  unsoldMonths: before === undefined ? 0 : before.turnoverRupiah > 0 ? 0 : before.unsoldMonths + 1,
  newcomer: before === undefined,
  left: false,
  version: 1,
});

/** A sale enters the month: rupiah received, one more order when it is its first receipt, a new agency when it is. */
export const withSale = (
  standing: Standing,
  sale: { rupiah: number; firstReceipt: boolean; newAgency: boolean },
): Standing => ({
  ...standing,
  turnoverRupiah: standing.turnoverRupiah + sale.rupiah,
  orders: standing.orders + (sale.firstReceipt ? 1 : 0),
  agencies: standing.agencies + (sale.newAgency ? 1 : 0),
});

/** What one agency bought from one merchant in one month. */
export const Spending = z
  .object({
    agencyId: z.string(),
    merchantId: MerchantId,
    ownerId: z.string(),
    month: Month,
    rupiah: Rupiah,
    orders: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Spending' });
export type Spending = z.infer<typeof Spending>;
