import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Rupiah } from '../basics/money.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { PaymentWay } from '../basics/payment-way.ts';
import { OrderId } from '../orders/order.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { PaymentState } from './payment-states.ts';
import { TreasuryRecord } from './treasury-record.ts';

/** Money that a provider told of and that a person of the shop has to look at; the buyer is told so, and what came of it. */
const Unplaced = z
  .object({
    noticeId: z.string(),
    reason: z.enum(['amount', 'paid-again', 'refund', 'way']),
    rupiah: Rupiah.nullable().describe('Null when it is no amount of whole rupiah'),
    at: Instant,
    answer: z.string().optional().describe('What the shop says became of it; absent while nobody looked'),
  })
  .meta({ id: 'UnplacedMoney' });
export type Unplaced = z.infer<typeof Unplaced>;

/** What is known of the money of one order. An order has exactly one, and its key is the order's. */
export const Payment = z
  .object({
    orderId: OrderId,
    cityCode: CityCode,
    merchantId: MerchantId,
    merchantName: z.string(),
    buyer: Person,
    agencyId: AgencyId.nullable(),
    district: z.string().describe('Where it is delivered'),
    pickedUp: z
      .boolean()
      .optional()
      .describe('Fetched at the shop: where the shop takes cash on the road does not matter'),
    way: PaymentWay.nullable().describe('Null until the buyer has chosen'),
    state: PaymentState,
    totalRupiah: Rupiah.describe('What was ordered'),
    dueRupiah: Rupiah.describe('What is to be paid: what was received, or all while nothing was given up'),
    paidRupiah: Rupiah.describe('What came; never more than was ordered'),
    returnRupiah: Rupiah.describe('What goes, or went, back to the buyer'),
    code: z.string().describe('Written with a transfer, so that the shop finds it'),
    proofId: z.string().optional().describe('What the buyer showed; never a proof to us'),
    proofAlsoOf: OrderId.optional().describe('To the shop: another order of it that the same picture was shown for'),
    proofLike: OrderId.optional().describe(
      'To the shop: another order of it whose proof looks like this one; a question',
    ),
    treasury: TreasuryRecord.optional(),
    unplaced: Unplaced.optional().describe('The last money its provider told of that fits no payment by itself'),
    transaction: z.string().optional().describe('The provider’s own number, when a notice confirmed it'),
    handedOverAt: Instant.nullable().describe('First handover: from here the shop waits for its money'),
    paidOn: Day.nullable().describe('Day the money went, as the SP2D or the confirmation has it'),
    orderEnded: z.boolean(),
    orderVersion: z.int().describe('The order as it was last followed; 0 before that'),
    placedAt: Instant,
    history: z.array(z.object({ state: PaymentState, at: Instant, by: Person, reason: z.string().optional() })),
    version: z.int(),
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

/** The same for who pays: what is asked of their picture is the shop's to ask, and names orders of others. */
export const withoutQuestions = ({ proofAlsoOf: _, proofLike: __, ...payment }: Payment): Payment => payment;

/** What a list shows of a payment. */
export const PaymentCard = Payment.pick({
  orderId: true,
  merchantId: true,
  merchantName: true,
  agencyId: true,
  state: true,
  way: true,
  totalRupiah: true,
  dueRupiah: true,
  returnRupiah: true,
  code: true,
  handedOverAt: true,
  paidOn: true,
  placedAt: true,
}).meta({ id: 'PaymentCard' });
export type PaymentCard = z.infer<typeof PaymentCard>;
