import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { Rupiah } from '../../domain/basics/money.ts';
import { Day, Month } from '../../domain/basics/month-schema.ts';
import { OrderId } from '../../domain/orders/order.ts';
import { Paper, PaperCheck } from '../../domain/papers/paper.ts';
import { PaperKind } from '../../domain/papers/paper-kinds.ts';
import { SellerTaxes } from '../../domain/papers/seller-tax.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Download } from '../route/download.ts';
import type { Kind, Routes } from '../route/route.ts';
import { paperSettings } from './settings.ts';
import { statements } from './statements.ts';

const OfOrder = z.object({ orderId: OrderId });
const OfPaper = OfOrder.extend({ kind: PaperKind });
const OfShop = z.object({ merchantId: MerchantId });
const OfAgency = z.object({ agencyId: AgencyId });
const office = ['buyer', 'approver', 'treasurer'] as const satisfies readonly Kind[];

export const CoretaxFile = z
  .enum(['bppu.xlsx', 'bppu.csv', 'bppu.xml'], 'Pilih bppu.xlsx, bppu.csv atau bppu.xml.')
  .meta({ id: 'CoretaxFile' });
export type CoretaxFile = z.infer<typeof CoretaxFile>;

/** The papers of an office's orders: what is there, what is missing and who holds it up; numbers; pages; checks. */
export const papers = {
  ...paperSettings,
  ...statements,
  'GET /orders/{orderId}/papers': {
    operation: 'list-papers',
    summary: 'The checklist of an order’s papers, with what was issued',
    access: 'signed-in',
    who: [...office, 'owner', 'staff'],
    params: OfOrder,
    response: z.object({
      complete: z.boolean(),
      form: z
        .object({
          name: z.string(),
          packageRupiah: Rupiah.describe('What was ordered at once, over all its shops'),
          source: z.string(),
          confirmed: z.boolean().describe('False while nobody read the rule itself'),
        })
        .describe('By which paper a purchase of this value is proved, and by which rule'),
      taxes: z
        .array(z.object({ name: z.string(), rate: z.string(), rupiah: Rupiah }).meta({ id: 'ExpectedTax' }))
        .describe(
          'What a treasurer who pays today keeps back by the rules; empty before the goods came, and once it was paid',
        ),
      papers: z.array(
        z
          .object({
            kind: PaperKind,
            name: z.string(),
            state: z.enum(['issued', 'ready', 'missing', 'not_needed']),
            heldBy: z.string().optional().describe('Who has to act'),
            reason: z.string().optional(),
            number: z.string().nullable().optional(),
            code: z.string().optional(),
          })
          .meta({ id: 'PaperLine' }),
      ),
    }),
    problems: ['order_not_found'],
  },
  'POST /orders/{orderId}/papers/{kind}': {
    operation: 'issue-paper',
    summary: 'The office issues a paper: it takes its number, once, and never changes after',
    access: 'signed-in',
    who: office,
    params: OfPaper,
    response: Paper.omit({ issuedBy: true }),
    status: 201,
    problems: ['order_not_found', 'not_allowed', 'paper_not_ready'],
  },
  'GET /orders/{orderId}/papers/pdf': {
    operation: 'print-pack',
    summary:
      'Every issued paper of an order as one file with a bookmark for each; for the office also of all that was ordered at once',
    access: 'signed-in',
    who: [...office, 'owner', 'staff'],
    params: OfOrder,
    query: z.strictObject({
      of: z.enum(['order', 'package'], 'Pilih order atau package.').default('order'),
    }),
    produces: ['application/pdf'],
    response: Download,
    problems: ['order_not_found', 'paper_not_found', 'not_allowed'],
    rate: 5,
  },
  'GET /orders/{orderId}/papers/{kind}/pdf': {
    operation: 'print-paper',
    summary: 'An issued paper as a page to print',
    access: 'signed-in',
    who: [...office, 'owner', 'staff'],
    params: OfPaper,
    produces: ['application/pdf'],
    response: Download,
    problems: ['order_not_found', 'paper_not_found'],
    rate: 20,
  },
  'GET /orders/{orderId}/receipt': {
    operation: 'print-receipt',
    summary:
      'What a person bought, received and paid, as a page to keep; of the order as it stands now, and an office’s has papers instead',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfOrder,
    produces: ['application/pdf'],
    response: Download,
    problems: ['order_not_found', 'paper_not_ready'],
    rate: 10,
  },
  'GET /papers/{code}': {
    operation: 'check-paper',
    summary: 'What a paper with this code says: for everybody who holds a copy',
    access: 'public',
    who: ['anybody'],
    params: z.object({ code: z.string().max(24) }),
    response: PaperCheck,
    problems: ['paper_not_found'],
    rate: 20,
    cacheSeconds: 60,
  },
  'GET /merchants/{merchantId}/taxes': {
    operation: 'read-seller-taxes',
    summary: 'What a shop says of its own taxes',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfShop,
    response: z.object({ ...SellerTaxes.shape, version: z.int() }),
    problems: ['merchant_not_found'],
  },
  'PUT /merchants/{merchantId}/taxes': {
    operation: 'say-seller-taxes',
    summary: 'The owner says how the shop is taxed; papers of offices name taxes by it, as information',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    body: SellerTaxes,
    response: z.object({ ...SellerTaxes.shape, version: z.int() }),
    problems: ['merchant_not_found', 'version_mismatch'],
  },
  'GET /agencies/{agencyId}/papers/{month}': {
    operation: 'read-month-papers',
    summary:
      'How many papers were issued for the orders whose goods came in a month, in how many files they are, and which orders lack some',
    access: 'signed-in',
    who: office,
    params: OfAgency.extend({ month: Month }),
    response: z.object({
      orders: z.int(),
      papers: z.int(),
      parts: z.int(),
      unfinished: z
        .array(z.object({ orderId: OrderId, merchantName: z.string(), left: z.int() }))
        .describe('Orders that need papers which are not issued, with how many: a bundle without them is not whole'),
    }),
    problems: ['agency_not_found', 'month_invalid'],
    rate: 5,
  },
  'GET /agencies/{agencyId}/papers/{month}/{file}': {
    operation: 'bundle-month',
    summary:
      'All issued papers of a month: one file of pages with a bookmark for each (parted where one answer cannot carry it), or rows of a workbook',
    access: 'signed-in',
    who: office,
    params: OfAgency.extend({
      month: Month,
      file: z.enum(['surat.pdf', 'surat.xlsx'], 'Pilih surat.pdf atau surat.xlsx.'),
    }),
    query: z.strictObject({ part: z.coerce.number().int().min(1).max(500).default(1) }),
    produces: ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    response: Download,
    problems: ['agency_not_found', 'month_invalid', 'paper_not_found'],
    rate: 5,
  },
  'GET /agencies/{agencyId}/coretax/{month}': {
    operation: 'read-slips',
    summary:
      'Withholding slips of the treasurer’s payments of a month, by the rules of each day, and what does not agree',
    access: 'signed-in',
    who: ['treasurer'],
    params: OfAgency.extend({ month: Month }),
    response: z.object({
      npwpKnown: z.boolean().describe('Whether the office’s own number is there, without which there is no file'),
      slips: z.array(
        z
          .object({
            orderId: OrderId,
            merchantName: z.string(),
            counterpart: z.string(),
            objectCode: z.string(),
            baseRupiah: Rupiah,
            rate: z.string(),
            rupiah: Rupiah,
            documentNumber: z.string(),
            withheldOn: Day,
          })
          .meta({ id: 'Slip' }),
      ),
      troubles: z.array(z.object({ orderId: OrderId, merchantName: z.string(), reason: z.string() })),
    }),
    problems: ['agency_not_found', 'month_invalid'],
    rate: 5,
  },
  'GET /agencies/{agencyId}/coretax/{month}/{file}': {
    operation: 'download-slips',
    summary:
      'The same as Coretax takes it: the sheet BPPU version 3 or its XML. Holds tax numbers: taking it is on record',
    access: 'signed-in',
    who: ['treasurer'],
    params: OfAgency.extend({ month: Month, file: CoretaxFile }),
    produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'application/xml'],
    response: Download,
    problems: ['agency_not_found', 'month_invalid', 'tax_number_missing'],
    rate: 5,
  },
} as const satisfies Routes;
