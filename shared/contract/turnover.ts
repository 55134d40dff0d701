import * as z from 'zod';
import { Category } from '../domain/basics/category.ts';
import { Rupiah } from '../domain/basics/money.ts';
import { Instant, Month } from '../domain/basics/month-schema.ts';
import { Reason } from '../domain/orders/order.ts';
import { CityCode, DistrictCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { ReportTiming } from '../domain/turnover/report.ts';
import { NewTurnover, Reopening, TurnoverMonth, TurnoverRevision } from '../domain/turnover/turnover.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';
import { listSheet, SheetFormat, SheetPart } from './route/sheet.ts';

const OfMonth = z.object({ merchantId: MerchantId, month: Month });

const ReportRow = z
  .object({
    merchantId: MerchantId,
    name: z.string(),
    district: DistrictCode,
    report: z
      .object({ firstAt: Instant, lastAt: Instant, revision: z.int(), outsideRupiah: Rupiah })
      .nullable()
      .describe('What it reported; null when it did not'),
    missing: z
      .object({
        category: Category,
        platformRupiah: Rupiah,
        reported: z.int().describe('Months of the eleven before that it reported'),
        months: z.int().describe('Months of the eleven before in which it was in the register'),
        phone: z.string().nullable().describe('For who acts for the city; null for who only reads'),
        claimed: z.boolean().describe('False while the shop is entered by the city and nobody’s: nobody can report'),
      })
      .nullable()
      .describe('Who did not report; null when it did'),
  })
  .meta({ id: 'ReportRow' });

const CityReports = Paged(ReportRow).extend({
  state: z.enum(['not-over', 'open', 'locked']).describe('Whether shops may still report without being let in again'),
  deadline: Instant,
  closed: z
    .object({ merchants: z.int(), reports: z.int() })
    .nullable()
    .describe('How many reported when the month was closed last'),
});

const reportFilters = {
  state: z.enum(['missing', ...ReportTiming.options]).default('missing'),
  district: DistrictCode.optional(),
} as const;

/** The monthly turnover report, already filled in with what the platform knows. */
export const turnover = {
  'GET /cities/{city}/turnover-reports/{month}': {
    operation: 'list-turnover-reports',
    summary:
      'Who of a city reported a month in time, late, or changed it afterwards, and who did not; never read whole',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode, month: Month }),
    query: z.strictObject({ ...reportFilters, ...Paging }),
    response: CityReports,
    problems: ['city_not_found', 'not_allowed', 'month_invalid', 'malformed_cursor'],
  },
  'GET /cities/{city}/turnover-reports/{month}/sheet/{format}': {
    ...listSheet,
    operation: 'print-turnover-reports',
    summary: 'The same list as a file, 10,000 rows at most; the rest by the cursor of its `Link`. No phone is in it',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode, month: Month, format: SheetFormat }),
    query: z.strictObject({ ...reportFilters, ...SheetPart }),
    problems: ['city_not_found', 'not_allowed', 'month_invalid', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/turnover/{month}': {
    operation: 'read-turnover',
    summary: "A shop's month, pre-filled from received orders",
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMonth,
    response: TurnoverMonth,
    problems: ['merchant_not_found', 'month_invalid'],
  },
  'PUT /merchants/{merchantId}/turnover/{month}': {
    operation: 'save-turnover',
    summary: 'Report sales outside the platform; every save is a revision',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfMonth,
    body: NewTurnover,
    response: TurnoverMonth,
    problems: ['limit_reached', 'merchant_not_found', 'month_invalid', 'report_locked', 'version_mismatch'],
  },
  'GET /merchants/{merchantId}/turnover/{month}/revisions': {
    operation: 'list-turnover-revisions',
    summary: 'Every saved revision of a month, newest first',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMonth,
    query: z.strictObject(Paging),
    response: Paged(TurnoverRevision),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/turnover/{month}/reopen': {
    operation: 'reopen-turnover',
    summary: 'The city lets a shop correct a month after its deadline, with a reason',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMonth,
    body: Reason,
    response: Reopening,
    problems: ['merchant_not_found', 'month_invalid', 'own_shop'],
  },
} as const satisfies Routes;
