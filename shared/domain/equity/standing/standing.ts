import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { Month } from '../../basics/month-schema.ts';
import { CityCode, DistrictCode } from '../../places/region.ts';
import { MerchantId } from '../../register/merchant.ts';
import { PricesPaid } from './prices-paid.ts';

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
    rollingRupiah: Rupiah.describe('Received platform orders of the twelve months that end with this one'),
    rollingOrders: z.int(),
    agencies: z.int().describe('Different agencies that bought'),
    monthsUnsold: z.int().describe('Whole months in a row before this one without a sale'),
    newcomer: z.boolean().describe('First month in the register'),
    left: z.boolean().describe('Suspended during this month'),
    returned: z.literal(true).optional().describe('Was away in the months before this one'),
    offering: z.boolean().describe('Has an active offer'),
    offeredDays: z.int().min(0).max(31).describe('Days of the month with an active offer, if it stays so'),
    pricesPaid: PricesPaid.optional().describe('Of goods chosen from fair lists; absent when there were none'),
    past: z
      .string()
      .optional()
      .describe('The eleven months before, as a line (past-line.ts): the twelve count them, the next opens from it'),
    gone: z.literal(true).optional().describe('Left before this month: counts in the twelve months only'),
    carriedFrom: z.int().optional().describe('Version of the month before, read before what this one carries over was'),
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
  monthsUnsold: true,
}).meta({ id: 'StandingCard' });
export type StandingCard = z.infer<typeof StandingCard>;

/** A row of the list of whom to visit: with the address, because two shops of a district may have one name. */
export const VisitRow = StandingCard.extend({ address: z.string() }).meta({ id: 'VisitRow' });
export type VisitRow = z.infer<typeof VisitRow>;
