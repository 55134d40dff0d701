import * as z from 'zod';
import { Category } from '../../basics/category.ts';
import { Rupiah } from '../../basics/money.ts';
import { addMonths, monthsBetween } from '../../basics/month.ts';
import { Month } from '../../basics/month-schema.ts';
import { CityCode, DistrictCode } from '../../places/region.ts';
import { type Merchant, MerchantId } from '../../register/merchant.ts';
import { type Activity, activityOf, plusActivity } from './activity.ts';
import { offeredAll } from './offer-days.ts';
import { MONTHS_BEFORE, monthsInLine, pastLine } from './past-line.ts';
import { PricesPaid, plusPricesPaid } from './prices-paid.ts';

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

/** What later months need to know of a month: a look back over twelve of them for every merchant reads no more. */
export const EarlierMonth = Standing.pick({
  month: true,
  turnoverRupiah: true,
  reportedRupiah: true,
  orders: true,
  monthsUnsold: true,
  newcomer: true,
  returned: true,
  offering: true,
  offeredDays: true,
  pricesPaid: true,
  gone: true,
});
export type EarlierMonth = z.infer<typeof EarlierMonth>;
/** Whose month it was as well, where those of many are read. */
export const PastMonth = EarlierMonth.extend(Standing.pick({ merchantId: true }).shape);
export type PastMonth = z.infer<typeof PastMonth>;
/** The same with what the month itself took over. */
export const CarryingMonth = PastMonth.extend(
  Standing.pick({ rollingRupiah: true, rollingOrders: true, past: true, carriedFrom: true }).shape,
);
export type CarryingMonth = z.infer<typeof CarryingMonth>;

/** The same of the one month that the next is opened from: it keeps the eleven before it, and how it came by them. */
export const LastMonth = EarlierMonth.extend(Standing.pick({ past: true, carriedFrom: true, version: true }).shape);
export type LastMonth = z.infer<typeof LastMonth>;

/** What a month takes over from the months before it: the rolling year, the streak, and whether it is the first. */
export type Carried = Pick<
  Standing,
  'rollingRupiah' | 'rollingOrders' | 'monthsUnsold' | 'newcomer' | 'returned' | 'past'
>;

/** The months among the eleven before in which the merchant was in the register. */
export const monthsInYear = <M extends Pick<Standing, 'month' | 'gone'>>(month: Month, earlier: readonly M[]): M[] => {
  const first = addMonths(month, -MONTHS_BEFORE);
  return earlier.filter((one) => one.month >= first && one.month < month && !one.gone);
};

/** The month before, or an older one where that was never opened. */
const latestBefore = (month: Month, earlier: readonly EarlierMonth[]): EarlierMonth | undefined =>
  earlier.reduce<EarlierMonth | undefined>(
    (latest, one) => (one.month < month && (!latest || one.month > latest.month) ? one : latest),
    undefined,
  );

/** The months unsold a month begins with. A month that was never opened had no sale: a sale would have opened it. */
const monthsUnsoldInto = (month: Month, last: EarlierMonth | undefined): number => {
  if (!last) return 0;
  const never = monthsBetween(last.month, month) - 1;
  return never + (last.turnoverRupiah > 0 ? 0 : last.monthsUnsold + 1);
};

export const carriedInto = (month: Month, earlier: readonly EarlierMonth[]): Carried => {
  const window = monthsInYear(month, earlier);
  const last = latestBefore(month, window);
  const returned = last && earlier.some((one) => one.gone && one.month > last.month && one.month < month);
  return {
    rollingRupiah: window.reduce((sum, one) => sum + one.turnoverRupiah, 0),
    rollingOrders: window.reduce((sum, one) => sum + one.orders, 0),
    monthsUnsold: returned ? 0 : monthsUnsoldInto(month, last),
    newcomer: window.length === 0,
    ...(returned ? { returned: true } : {}),
    past: pastLine(month, earlier),
  };
};

/** What a shop did in the eleven months before a month; undefined when it was in the register in none of them. */
export const activityBefore = ({ month, past = '' }: Pick<Standing, 'month' | 'past'>): Activity | undefined => {
  const begin = addMonths(month, -MONTHS_BEFORE - 1);
  let sum: Activity | undefined;
  for (const one of monthsInLine(month, past)) {
    if (one.gone) continue;
    const activity = activityOf(one, monthsBetween(begin, one.month));
    sum = sum ? plusActivity(sum, activity) : activity;
  }
  return sum;
};

/** What a month says of its merchant. */
type Registered = Pick<Merchant, 'merchantId' | 'ownerId' | 'name' | 'cityCode' | 'district' | 'category'>;

/**
 * Opens a merchant's month at zero: its streak carried over from the month before, its rolling year from the standings
 * of the eleven months before (in any order, gaps allowed).
 */
export const openStanding = (merchant: Registered, month: Month, earlier: readonly EarlierMonth[]): Standing => ({
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
  ...carriedInto(month, earlier),
  ...offeredAll(latestBefore(month, earlier)?.offering ?? false, month),
  left: false,
  version: 1,
});

/** The month of a merchant that left before it, so that the twelve months keep what it sold in them. */
export const openGone = (merchant: Registered, month: Month, earlier: readonly EarlierMonth[]): Standing => ({
  ...openStanding(merchant, month, earlier),
  ...offeredAll(false, month),
  gone: true,
});

/** In the register after all: lifted again, or goods ordered before it left were handed over. */
export const backInRegister = ({ gone: _before, ...standing }: Standing, left: boolean): Standing => ({
  ...standing,
  left,
});

/** A sale enters the month: rupiah received, one more order when it is its first receipt, a new agency when it is. */
export const withSale = (
  standing: Standing,
  sale: { rupiah: number; firstReceipt: boolean; newAgency: boolean; pricesPaid?: PricesPaid | undefined },
): Standing => ({
  ...standing,
  ...(standing.pricesPaid || sale.pricesPaid
    ? { pricesPaid: plusPricesPaid(standing.pricesPaid, sale.pricesPaid) }
    : {}),
  turnoverRupiah: standing.turnoverRupiah + sale.rupiah,
  orders: standing.orders + (sale.firstReceipt ? 1 : 0),
  rollingRupiah: standing.rollingRupiah + sale.rupiah,
  rollingOrders: standing.rollingOrders + (sale.firstReceipt ? 1 : 0),
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
