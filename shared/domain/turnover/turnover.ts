import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import { monthStart, reportingDeadline } from '../basics/month.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { monthName } from '../basics/wording.ts';
import { Person } from '../people/caller.ts';
import type { City } from '../places/city.ts';
import { MerchantId } from '../register/merchant.ts';

/** Where a business sells beside the platform. */
const Channel = z
  .enum(['own-place', 'market-stall', 'messaging', 'other-platform', 'reseller', 'event', 'other'])
  .meta({ id: 'Channel' });

export const NewTurnover = z
  .strictObject({
    outside: z
      .array(z.strictObject({ channel: Channel, rupiah: Rupiah }))
      .max(20)
      .describe('Sales outside the platform; an empty list reports none'),
    note: Line(300).optional(),
  })
  .meta({ id: 'NewTurnover' });
export type NewTurnover = z.infer<typeof NewTurnover>;

/** One saved revision of a month's report. Never changed: a correction is the next revision. */
export const TurnoverRevision = z
  .object({
    merchantId: MerchantId,
    month: Month,
    revision: z.int(),
    outside: NewTurnover.shape.outside,
    outsideRupiah: Rupiah,
    note: z.string().optional(),
    by: Person,
    at: Instant,
  })
  .meta({ id: 'TurnoverRevision' });
export type TurnoverRevision = z.infer<typeof TurnoverRevision>;

/** The city's permission to correct a month after its deadline. */
export const Reopening = z
  .object({ merchantId: MerchantId, month: Month, reason: z.string(), by: Person, at: Instant, until: Instant })
  .meta({ id: 'Reopening' });
export type Reopening = z.infer<typeof Reopening>;

/** The owner's month as the page shows it: already filled in with what the platform knows. */
export const TurnoverMonth = z
  .object({
    merchantId: MerchantId,
    month: Month,
    platformRupiah: Rupiah.describe('From received orders; cannot be edited'),
    orders: z.int(),
    outside: NewTurnover.shape.outside,
    outsideRupiah: Rupiah,
    totalRupiah: z.int(),
    note: z.string().optional(),
    revision: z.int().describe('0 when never saved'),
    state: z.enum(['open', 'locked', 'reopened']),
    deadline: Instant,
    readers: z.string().describe('Who reads this report'),
  })
  .meta({ id: 'TurnoverMonth' });
export type TurnoverMonth = z.infer<typeof TurnoverMonth>;

export const TURNOVER_READERS =
  'Dibaca oleh Anda dan dinas koperasi kota ini. Laporan tidak memengaruhi urutan toko dan tidak dikirim ke kantor pajak.';

/** May the month still be saved? Open until the deadline, then only inside a reopening by the city. */
export const turnoverState = (
  month: Month,
  city: Pick<City, 'zone'>,
  reopening: Reopening | undefined,
  now: Instant,
): TurnoverMonth['state'] => {
  if (now < reportingDeadline(month, city.zone)) return 'open';
  return reopening && now < reopening.until ? 'reopened' : 'locked';
};

/** Refuses a month that has not begun: there is nothing in it to report or to correct. */
export const requireBegun = (month: Month, city: Pick<City, 'zone'>, now: Instant): void => {
  if (now < monthStart(month, city.zone))
    throw new Problem('month_invalid', `${monthName(month)} belum mulai.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan berjalan atau sebelumnya.' },
    ]);
};

/** Refuses a month that has not begun, or whose deadline passed without a reopening. */
export const requireReportable = (
  month: Month,
  city: Pick<City, 'zone'>,
  reopening: Reopening | undefined,
  now: Instant,
): void => {
  requireBegun(month, city, now);
  if (turnoverState(month, city, reopening, now) === 'locked')
    throw new Problem(
      'report_locked',
      `Laporan ${monthName(month)} sudah ditutup. Minta dinas kota membukanya kembali.`,
    );
};

export const outsideTotal = (outside: NewTurnover['outside']): number => {
  const sum = outside.reduce((total, { rupiah }) => total + rupiah, 0);
  if (!Rupiah.safeParse(sum).success)
    throw new Problem('invalid_request', 'Jumlah penjualan di luar terlalu besar.', [
      { pointer: '/outside', detail: 'Jumlah paling banyak Rp1 triliun.' },
    ]);
  return sum;
};
