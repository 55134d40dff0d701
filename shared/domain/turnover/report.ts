import * as z from 'zod';
import { Rupiah } from '../basics/money.ts';
import { reportingDeadline } from '../basics/month.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import type { City } from '../places/city.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { type Merchant, MerchantId } from '../register/merchant.ts';
import type { TurnoverRevision } from './turnover.ts';

/** When a report came: in time, only after the deadline, or in time and changed once the month was locked. */
export const ReportTiming = z.enum(['on-time', 'late', 'corrected']).meta({ id: 'ReportTiming' });
export type ReportTiming = z.infer<typeof ReportTiming>;

/** A shop's report of a month as its city's list shows it: one for a shop and month, however often it is saved. */
export const TurnoverReport = z
  .object({
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string(),
    district: DistrictCode,
    month: Month,
    timing: ReportTiming,
    firstAt: Instant,
    lastAt: Instant,
    revision: z.int().describe('How often it was saved'),
    outsideRupiah: Rupiah,
  })
  .meta({ id: 'TurnoverReport' });
export type TurnoverReport = z.infer<typeof TurnoverReport>;

const timingOf = (before: Pick<TurnoverReport, 'timing'> | undefined, isLate: boolean): ReportTiming => {
  if (!before) return isLate ? 'late' : 'on-time';
  return before.timing === 'on-time' && isLate ? 'corrected' : before.timing;
};

/** The report after one more revision of it was saved. Whoever was late stays late, and who changed it stays so. */
export const reportAfter = (
  before: TurnoverReport | undefined,
  { merchantId, name, district }: Pick<Merchant, 'merchantId' | 'name' | 'district'>,
  { cityCode, zone }: Pick<City, 'cityCode' | 'zone'>,
  { month, at, revision, outsideRupiah }: TurnoverRevision,
): TurnoverReport => ({
  merchantId,
  cityCode,
  name,
  district,
  month,
  revision,
  outsideRupiah,
  timing: timingOf(before, at >= reportingDeadline(month, zone)),
  firstAt: before?.firstAt ?? at,
  lastAt: at,
});
