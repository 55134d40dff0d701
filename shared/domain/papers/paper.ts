import * as z from 'zod';
import { AgencyId, BudgetCode } from '../agencies/agency.ts';
import { Rupiah } from '../basics/money.ts';
import { Day, Instant } from '../basics/month.ts';
import { Line } from '../basics/text.ts';
import { OrderId } from '../orders/order.ts';
import { OrderPhoto, OrderPhotoId } from '../orders/order-photos.ts';
import { Person } from '../people/caller.ts';
import { PaperKind } from './paper-kinds.ts';
import { DEFAULT_PATTERN, NumberPattern } from './paper-number.ts';

/** What a paper says. Fixed when it is issued: its fingerprint is of this, and its page is drawn of this alone. */
export const PaperContent = z
  .object({
    kind: PaperKind,
    number: z.string().nullable().describe('Null on papers that bear none'),
    on: Day,
    orderId: OrderId,
    office: z.object({ name: z.string(), address: z.string() }),
    shop: z.object({ name: z.string(), owner: z.string(), address: z.string() }),
    purpose: z.string(),
    budgetCode: BudgetCode,
    orderedOn: Day,
    lines: z.array(
      z.object({ name: z.string(), unit: z.string(), quantity: z.int(), received: z.int(), priceRupiah: Rupiah }),
    ),
    rupiah: Rupiah.describe('What this paper is about: ordered before the goods came, received afterwards'),
    handover: z
      .object({ at: Instant, receivedBy: z.string(), condition: z.string(), remarks: z.string().optional() })
      .nullable(),
    photos: z
      .array(z.object({ photoId: OrderPhotoId, side: OrderPhoto.shape.side, at: Instant }))
      .default([])
      .describe('Pictures of the goods at the handover; on the page of photos only'),
    payment: z.object({ kind: z.string(), number: z.string(), on: Day }).nullable(),
    taxes: z.array(
      z.object({ name: z.string(), rate: z.string(), baseRupiah: Rupiah, rupiah: Rupiah, source: z.string() }),
    ),
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
  })
  .meta({ id: 'PaperCheck' });
export type PaperCheck = z.infer<typeof PaperCheck>;

/** What an office decides about its papers. */
export const PaperSettings = z
  .strictObject({
    pattern: NumberPattern.default(DEFAULT_PATTERN),
    signatories: z
      .array(z.strictObject({ role: Line(60), name: Line(80), nip: Line(30).optional() }))
      .max(4)
      .default([]),
    extra: z
      .array(PaperKind)
      .max(9)
      .default([])
      .describe('Papers this office files besides those that are always asked'),
    purchase: z.enum(['direct', 'e-purchasing']).default('e-purchasing'),
  })
  .meta({ id: 'PaperSettings' });
export type PaperSettings = z.infer<typeof PaperSettings>;
