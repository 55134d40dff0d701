import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import { Instant } from '../basics/month-schema.ts';
import { Name } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { type DeliveryStateCode, deliveryStates } from './delivery-states.ts';

export const DeliveryState = z.enum(Object.keys(deliveryStates) as [DeliveryStateCode]).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Ride companies whose couriers can be ordered, each by an adapter of its own (couriers/). */
export const CourierPartner = z.enum(['grab', 'gojek', 'lalamove']).meta({ id: 'CourierPartner' });
export type CourierPartner = z.infer<typeof CourierPartner>;
export const Bringer = z.enum(['own', ...CourierPartner.options]).meta({ id: 'Bringer' });
export type Bringer = z.infer<typeof Bringer>;

/** Which of an order's deliveries: after one that failed comes the next. */
export const Attempt = z.coerce.number().int().min(1).max(20).meta({ id: 'Attempt' });
export const MOST_ATTEMPTS = 20;

/** What shows that goods changed hands. It is evidence: it never signs for the buyer. */
export const NewProof = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('pin'),
      pin: z.string().regex(/^\d{4}$/, 'Tulis kode terima: 4 angka dari pembeli.'),
    }),
    z.strictObject({
      kind: z.literal('photo'),
      photoId: z.string().regex(/^[0-9a-f]{64}$/, 'Unggah foto serah terima dulu, lalu pakai nomornya.'),
    }),
    z.strictObject({ kind: z.literal('signature'), name: Name(80) }),
  ])
  .meta({ id: 'NewDeliveryProof' });
export type NewProof = z.infer<typeof NewProof>;

const Proof = z
  .object({
    kind: z.enum(['pin', 'photo', 'signature', 'identification']),
    at: Instant,
    name: z.string().optional().describe('Who signed, as it was written'),
    photoId: z.string().optional(),
    by: z.string().describe('Who brought it forward: `shop`, or the partner'),
  })
  .meta({ id: 'DeliveryProof' });
export type Proof = z.infer<typeof Proof>;

/** One thing that was said of a delivery. */
const Step = z.object({
  noticeId: z.string(),
  state: DeliveryState,
  at: Instant.describe('When it happened, as who says it tells'),
  word: z.string().optional().describe('In the partner’s own word'),
});

export const Delivery = z
  .object({
    orderId: Id('ord'),
    attempt: z.int(),
    merchantId: MerchantId,
    cityCode: CityCode,
    by: Bringer,
    partnerId: z.string().nullable().describe('What the partner calls it; null for one’s own, and until it answered'),
    feeRupiah: Rupiah.nullable().describe('What the partner asks the shop for it; the buyer pays the order’s own fee'),
    state: DeliveryState,
    at: Instant.describe('When the state began'),
    decidedBy: z.string().describe('The notice it stands by'),
    courier: z.string().nullable().describe('First name of who brings it'),
    trackingUrl: z.string().nullable(),
    proofs: z.array(Proof),
    steps: z.array(Step).describe('What was said, in order of when it happened'),
    reason: z.string().nullable().describe('Why it was called off or comes back'),
    requestedBy: Person,
    requestedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

/** What a list shows. */
export const DeliveryCard = Delivery.pick({
  orderId: true,
  attempt: true,
  merchantId: true,
  by: true,
  state: true,
  at: true,
  requestedAt: true,
}).meta({ id: 'DeliveryCard' });
export type DeliveryCard = z.infer<typeof DeliveryCard>;
