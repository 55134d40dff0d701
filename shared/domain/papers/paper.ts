import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { BudgetCode } from '../agencies/budget-line.ts';
import { Rupiah } from '../basics/money.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { OrderId } from '../orders/order.ts';
import { OrderPhoto, OrderPhotoId } from '../orders/order-photos.ts';
import { Withheld } from '../payments/treasury-record.ts';
import { Person } from '../people/caller.ts';
import { PhotoAddress } from '../photos/photo.ts';
import { Npwp } from '../register/identity-numbers.ts';
import { PaperKind } from './paper-kinds.ts';
import { NumberPattern } from './paper-number.ts';
import { Signatory } from './signatories.ts';
import { MOST_SIGNATORIES } from './signing-parts.ts';

/** One handover of goods as its paper tells it; `on` is its day in the city's zone. */
const Received = z.object({
  on: Day.optional(),
  receivedBy: z.string(),
  condition: z.string(),
  remarks: z.string().optional(),
});

/** What a paper says. Fixed when it is issued: its fingerprint is of this, and its page is drawn of this alone. */
export const PaperContent = z
  .object({
    kind: PaperKind,
    number: z.string().nullable().describe('Null on papers that bear none'),
    on: Day,
    orderId: OrderId,
    office: z.object({
      name: z.string(),
      address: z.string(),
      government: z.string().optional(),
      contact: z.string().optional(),
      logo: PhotoAddress.optional().describe('The city’s sign as it was when this was issued'),
    }),
    shop: z.object({ name: z.string(), owner: z.string(), address: z.string() }),
    place: z.string().optional().describe('The city as it stands before a date: `Malang`'),
    purpose: z.string(),
    budgetCode: BudgetCode,
    budgetYear: z.string().optional().describe('The year whose budget pays; left out, the year of the paper'),
    orderedOn: Day,
    orderPaper: z
      .object({ number: z.string(), on: Day })
      .optional()
      .describe('The order letter (surat pesanan) this follows, where one was issued'),
    delivery: z
      .object({ on: Day, fetched: z.boolean(), place: z.string(), remarks: z.string().optional() })
      .optional()
      .describe('When and where the goods are to be; on papers that order them'),
    lines: z.array(
      z.object({ name: z.string(), unit: z.string(), quantity: z.int(), received: z.int(), priceRupiah: Rupiah }),
    ),
    feeRupiah: Rupiah.optional().describe('For bringing the goods; absent when there was none'),
    rupiah: Rupiah.describe('What this paper is about: ordered before the goods came, received afterwards'),
    handover: Received.extend({
      at: Instant,
      earlier: z.array(Received).optional().describe('Where the goods came in parts: the handovers before the last'),
    }).nullable(),
    photos: z
      .array(z.object({ photoId: OrderPhotoId, side: OrderPhoto.shape.side, at: Instant, on: Day.optional() }))
      .default([])
      .describe('Pictures of the goods at the handover; on the page of photos only'),
    payment: z
      .object({
        kind: z.string(),
        number: z.string(),
        on: Day,
        rupiah: Rupiah.optional().describe('Gross, as the treasurer recorded it'),
        withheld: z.array(Withheld).optional().describe('What the treasurer recorded as kept back for the state'),
      })
      .nullable(),
    officeNpwp: z.string().optional().describe('The tax number the treasurer withholds under; on papers of taxes'),
    taxes: z.array(
      z.object({
        name: z.string(),
        rate: z.string(),
        baseRupiah: Rupiah,
        rupiah: Rupiah,
        source: z.string(),
        confirmed: z.boolean().optional().describe('False while nobody read the rule itself'),
      }),
    ),
    terms: z
      .object({ lines: z.array(z.string()), source: z.string(), confirmed: z.boolean() })
      .optional()
      .describe('What both sides promise; on a work order (SPK) only. `source` is a rule, or whose terms they are'),
    stampRupiah: z.int().nullable(),
    signatories: z.array(z.object({ role: z.string(), name: z.string(), nip: z.string().optional() })),
  })
  .meta({ id: 'PaperContent' });
export type PaperContent = z.infer<typeof PaperContent>;

/** An issued paper; an order has one of each kind. */
export const Paper = z
  .object({
    orderId: OrderId,
    agencyId: AgencyId,
    kind: PaperKind,
    code: z.string().describe('Opens the check page'),
    hash: z.string().describe('Hex SHA-256 of what it says'),
    content: PaperContent,
    issuedAt: Instant,
    issuedBy: Person,
    version: z.int(),
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

/** What everybody who holds a paper may compare with it. */
export const PaperCheck = z
  .object({
    code: z.string(),
    kind: PaperKind,
    name: z.string(),
    number: z.string().nullable(),
    on: Day,
    office: z.string(),
    shop: z.string(),
    rupiah: Rupiah,
    hash: z.string(),
    issuedAt: Instant,
    state: z.string().describe('Where its order stands now, in words'),
    ended: z.boolean().describe('Its order ended without its goods: the paper orders nothing any more'),
    doubted: z
      .boolean()
      .describe('It tells of a payment that the shop did not find, or that was recorded otherwise since'),
    movedTo: Day.nullable().describe(
      'The day its goods are to come instead of the one it names; null where that one stands',
    ),
  })
  .meta({ id: 'PaperCheck' });
export type PaperCheck = z.infer<typeof PaperCheck>;

/** What an office decides about its papers. */
export const PaperSettings = z
  .strictObject({
    pattern: NumberPattern.optional().describe('Left out, the city’s'),
    letterhead: z
      .strictObject({
        government: Line(80).optional().describe('First line; left out, the city’s own name'),
        name: Line(120).optional().describe('Left out, the office’s name in the register'),
        address: Line(200).optional(),
        contact: Line(160).optional().describe('Telephone, mail, site'),
      })
      .default({}),
    npwp: Npwp.optional().describe('The office’s tax number, under which its treasurer withholds'),
    signatories: z.array(Signatory).max(MOST_SIGNATORIES).default([]),
    extra: z
      .array(PaperKind)
      .max(9)
      .default([])
      .describe('Papers this office files besides those that are always asked'),
    purchase: z.enum(['direct', 'e-purchasing']).default('e-purchasing'),
  })
  .meta({ id: 'PaperSettings' });
export type PaperSettings = z.infer<typeof PaperSettings>;
