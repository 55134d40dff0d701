import * as z from 'zod';
import { AgencyId } from '../domain/agencies/agency.ts';
import { Year } from '../domain/agencies/budget-line.ts';
import { Rupiah } from '../domain/basics/money.ts';
import { Day, Instant } from '../domain/basics/month-schema.ts';
import { OrderId } from '../domain/orders/order.ts';
import { CityCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { officeOrders } from '../domain/spending/office-orders.ts';
import { OftenBought } from '../domain/spending/often-bought.ts';
import { NewProcurement, Procurement } from '../domain/spending/procurement.ts';
import { NewScale, Scale, ScaleStatements } from '../domain/spending/scale.ts';
import { ShopYear } from '../domain/spending/shop-year.ts';
import { OfficeYear, Spent } from '../domain/spending/spent.ts';
import { Download } from './route/download.ts';
import { OfficePaging, Paged, Paging } from './route/paging.ts';
import type { Kind, Routes } from './route/route.ts';
import { SheetMode, sheetFlaws, sheetProblems, sheetSent } from './route/sheet.ts';

const OfCity = z.object({ city: CityCode, year: Year });
const OfAgency = z.object({ agencyId: AgencyId });
const OfYear = OfAgency.extend({ year: Year });
const city = ['city-admin', 'inspectorate'] as const satisfies readonly Kind[];
const office = ['buyer', 'approver', 'treasurer'] as const satisfies readonly Kind[];

export const SpendingFile = z
  .enum(['belanja-dinas.xlsx', 'belanja-dinas.csv'], 'Pilih belanja-dinas.xlsx atau belanja-dinas.csv.')
  .meta({ id: 'SpendingFile' });
export type SpendingFile = z.infer<typeof SpendingFile>;

/** The rule a year is measured by; null where none was in force. */
const ShareRule = z
  .object({
    percent: z.int(),
    counts: z.array(Scale),
    source: z.string(),
    confirmed: z.boolean().describe('False while nobody read the rule itself'),
  })
  .meta({ id: 'ShareRule' });

export const CitySpending = z
  .object({
    city: CityCode,
    year: Year,
    at: Instant.describe('As it stood then'),
    rule: ShareRule.nullable(),
    total: Spent.describe('Of all offices; an owner two of them bought from is one'),
    officesWithout: z.int().describe('Offices whose official budget nobody said'),
    offices: z.array(OfficeYear),
    unstatedShops: z.int().describe('Shops bought from whose scale nobody stated'),
    unstated: z
      .array(ShopYear.pick({ merchantId: true, merchantName: true, orderedRupiah: true }))
      .describe('The first fifty of them, most bought from first'),
    oftenShops: z.int().default(0).describe('Shops that some office ordered from'),
    often: z.array(OftenBought).default([]).describe('The first fifty of them, most often ordered from first'),
  })
  .meta({ id: 'CitySpending' });
export type CitySpending = z.infer<typeof CitySpending>;

/** The same as it is told: the offices a page at a time. */
const CitySpendingPage = CitySpending.omit({ offices: true })
  .extend({ officeCount: z.int().describe('All of the city’s'), ...Paged(OfficeYear).shape })
  .meta({ id: 'CitySpendingPage' });

export const OfficeSpending = z
  .object({
    city: CityCode,
    year: Year,
    at: Instant,
    rule: ShareRule.nullable(),
    office: OfficeYear,
    procurement: Procurement.nullable(),
    shops: z
      .array(
        ShopYear.pick({
          merchantId: true,
          merchantName: true,
          orders: true,
          orderedRupiah: true,
          deliveredRupiah: true,
          paidRupiah: true,
        }).extend({ scale: Scale.nullable() }),
      )
      .describe('The first hundred, most delivered first'),
    shopCount: z.int(),
  })
  .meta({ id: 'OfficeSpending' });

/** A payment a shop waits for: which order, whose, how much and how long. What was bought is not in it. */
const WaitingPayment = z
  .object({
    orderId: OrderId,
    code: z.string(),
    merchantId: MerchantId,
    merchantName: z.string(),
    dueRupiah: Rupiah,
    handedOverOn: Day,
    days: z.int(),
  })
  .meta({ id: 'WaitingPayment' });

/** What offices spend, at how many owners, how much of it at small businesses, and who waits for money. */
export const spending = {
  'GET /cities/{city}/spending/{year}': {
    operation: 'read-city-spending',
    summary:
      'Every office’s year: planned, ordered, delivered and paid, the share at small businesses, days to payment',
    access: 'signed-in',
    who: [...city],
    params: OfCity,
    query: z.strictObject({ order: z.enum(officeOrders).default('delivered'), ...OfficePaging }),
    response: CitySpendingPage,
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor', 'being_prepared'],
  },
  'GET /cities/{city}/spending/{year}/{file}': {
    operation: 'print-city-spending',
    summary: 'The same figures to calculate with',
    access: 'signed-in',
    who: [...city],
    params: OfCity.extend({ file: SpendingFile }),
    produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    response: Download,
    problems: ['city_not_found', 'not_allowed', 'being_prepared'],
    rate: 5,
  },
  'POST /cities/{city}/procurements/{year}/import': {
    operation: 'import-procurements',
    summary:
      'Read the offices’ official procurement budgets from a sheet (XLSX or CSV, at most 4 MB): what it would change, and ' +
      'what is wrong in which row; written when asked. The same file again changes nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    query: z.strictObject({
      mode: SheetMode,
    }),
    ...sheetSent,
    response: z.object({
      rows: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      written: z.boolean(),
      ...sheetFlaws,
    }),
    problems: ['city_not_found', 'not_allowed', ...sheetProblems],
    rate: 5,
  },
  'GET /agencies/{agencyId}/spending/{year}': {
    operation: 'read-office-spending',
    summary: 'One office’s year, with the shops it bought from',
    access: 'signed-in',
    who: [...city, ...office],
    params: OfYear,
    response: OfficeSpending,
    problems: ['agency_not_found'],
  },
  'PUT /agencies/{agencyId}/procurements/{year}': {
    operation: 'set-procurement',
    summary: 'The city says an office’s official procurement budget of a year',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfYear,
    body: NewProcurement,
    response: Procurement,
    problems: ['agency_not_found', 'version_mismatch'],
  },
  'GET /agencies/{agencyId}/waiting-payments': {
    operation: 'list-waiting-payments',
    summary: 'Who waits for this office’s money, the longest first: orders by their code, without what was bought',
    access: 'signed-in',
    who: [...city],
    params: OfAgency,
    query: z.strictObject(Paging),
    response: Paged(WaitingPayment),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
  'PUT /merchants/{merchantId}/scale': {
    operation: 'state-scale',
    summary: 'The city states how large a shop’s business is, from a year on',
    access: 'signed-in',
    who: ['city-admin'],
    params: z.object({ merchantId: MerchantId }),
    body: NewScale,
    response: ScaleStatements,
    problems: ['merchant_not_found', 'own_shop', 'version_mismatch'],
  },
} as const satisfies Routes;
