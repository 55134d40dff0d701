import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { BudgetCode } from '../agencies/budget-line.ts';
import { Category } from '../basics/category.ts';
import { Id } from '../basics/id-schema.ts';
import { Quantity, Rupiah } from '../basics/money.ts';
import { Day, Instant, Month } from '../basics/month-schema.ts';
import { PaymentWay } from '../basics/payment-way.ts';
import { Line, Name } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { ProductId, Supply } from '../catalogue/new-product.ts';
import { ChosenDelivery, OrderDelivery } from '../deliveries/order-delivery.ts';
import { Person } from '../people/caller.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { Choice, Chosen } from '../ranking/list/choice.ts';
import { AllocationId } from '../ranking/split/allocation.ts';
import { MerchantId } from '../register/merchant.ts';
import { OrderParty, OrderState } from './order-states.ts';

export const OrderId = Id('ord').meta({ id: 'OrderId' });
const CartLine = z
  .strictObject({
    productId: ProductId,
    quantity: Quantity,
    priceRupiah: Rupiah.min(1)
      .optional()
      .describe('The price the buyer saw; a different one is refused, never charged'),
    choice: Chosen.optional().describe('From which ordered list it was chosen, and why when below the line'),
  })
  .meta({ id: 'CartLine' });

const Delivery = z
  .strictObject({ address: Line(200), district: DistrictCode, note: Line(200).optional() })
  .meta({ id: 'Delivery' });

/** What an office adds: who pays from which line, for what, and when it is eaten or worn. */
const AgencyPurpose = z
  .strictObject({
    agencyId: AgencyId,
    purpose: Line(120),
    eventDate: Day,
    room: Line(80).optional(),
    budgetCode: BudgetCode,
  })
  .meta({ id: 'AgencyPurpose' });

const MOST_SHOPS = 5;
const MOST_LINES = 20;

/** A cart grouped per shop, placed at once: every order of it, or none. */
export const NewOrder = z
  .strictObject({
    shops: z
      .array(
        z.strictObject({
          merchantId: MerchantId,
          lines: z.array(CartLine).min(1).max(MOST_LINES),
          delivery: ChosenDelivery.optional().describe('Left out, the shop brings it, and the buyer saw no fee'),
          deliverOn: Day.optional().describe('When this shop’s goods are wanted; left out, on the day of the cart'),
          paymentWay: PaymentWay.optional().describe(
            'How this shop is paid; left out, the buyer chooses later. An office pays through its treasurer',
          ),
        }),
      )
      .min(1)
      .max(MOST_SHOPS)
      .describe('One order is made per shop'),
    deliverOn: Day.describe('The day for every shop that names none of its own'),
    deliverTo: Delivery.optional().describe('Left out when everything is picked up'),
    contact: z.strictObject({ name: Name(80), phone: Phone }),
    agency: AgencyPurpose.optional().describe('Present when an office buys'),
    allocationId: AllocationId.optional().describe('The proposed split this cart follows, or changes with a reason'),
    reason: Line(300).optional().describe('Why the cart differs from the proposed split'),
  })
  .meta({ id: 'NewOrder' });
export type NewOrder = z.infer<typeof NewOrder>;

export const OrderLine = z
  .object({
    productId: ProductId,
    name: z.string(),
    unit: z.string(),
    priceRupiah: Rupiah.describe('Locked when the order was placed'),
    quantity: z.int(),
    received: z.int().describe('Pieces received so far'),
    supply: Supply,
    category: Category.optional(),
    choice: Choice.optional(),
  })
  .meta({ id: 'OrderLine' });
export type OrderLine = z.infer<typeof OrderLine>;

/** A signed record that goods were received; for an office this is the BAST. */
export const Handover = z
  .object({
    handoverId: z.string(),
    at: Instant,
    month: Month.describe('In the city’s zone: whose turnover, and whose year’s budget, it is'),
    by: Person,
    receivedBy: z.string(),
    condition: z.enum(['good', 'with-remarks']),
    remarks: z.string().optional(),
    rating: z.int().optional(),
    lines: z.array(z.object({ productId: ProductId, quantity: z.int() })),
    rupiah: Rupiah,
  })
  .meta({ id: 'Handover' });

export const Receipt = z
  .strictObject({
    receivedBy: Name(80).optional().describe('Who took the goods; required for an office'),
    condition: z.enum(['good', 'with-remarks']).default('good'),
    remarks: Line(300).optional(),
    rating: z.int().min(1).max(5).optional().describe('How good it was, 1 to 5; the owner’s rating is made of these'),
    lines: z
      .array(z.strictObject({ productId: ProductId, quantity: z.int().min(0).max(100_000) }))
      .min(1)
      .max(MOST_LINES)
      .optional()
      .describe('Pieces received now; left out, everything still to come'),
    rest: z
      .enum(['later', 'given-up'])
      .default('given-up')
      .describe('What becomes of pieces not received now: a later handover, or returned to the shop'),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

/** What an order leaves to ask, without refusing it: somebody on the buying side may have the same owner's shop. */
const OrderQuestion = z
  .object({ kind: z.literal('shared_owner'), side: z.enum(['buyer', 'approver']), at: Instant })
  .meta({ id: 'OrderQuestion' });
export type OrderQuestion = z.infer<typeof OrderQuestion>;

export const Order = z
  .object({
    orderId: OrderId,
    cityCode: CityCode,
    merchantId: MerchantId,
    merchantName: z.string(),
    ownerId: z.string(),
    buyer: Person.describe('Who placed it'),
    buyerName: z.string(),
    buyerPhone: E164.nullable().describe('Null once its buyer had their data erased'),
    agencyId: AgencyId.nullable(),
    agency: AgencyPurpose.omit({ agencyId: true }).extend({ name: z.string(), budgetYear: z.string() }).nullable(),
    lines: z.array(OrderLine).min(1).max(MOST_LINES),
    packageId: z.string().optional().describe('Orders of one split belong together: limits were tested on their sum'),
    package: z
      .object({ allocationId: AllocationId, changed: z.boolean(), reason: z.string().nullable() })
      .optional()
      .describe('The proposed split it came from, and why it was changed'),
    packageRupiah: Rupiah.optional().describe(
      'An office’s whole cart, over all its shops: which papers it needs goes by this',
    ),
    totalRupiah: Rupiah.describe('Goods as ordered, and the fee for bringing them'),
    receivedRupiah: Rupiah.describe('Goods received, without any fee'),
    delivery: OrderDelivery.optional().describe('Absent on orders placed before shops had a table: brought free'),
    deliverOn: Day,
    deliverTo: Delivery.describe('Where it is handed over: the shop’s own place when it is picked up'),
    state: OrderState,
    placedAt: Instant,
    dueAt: Instant.nullable().describe('When the clock of this state runs out'),
    handovers: z.array(Handover),
    questions: z.array(OrderQuestion).optional().describe('For whoever audits the order; none is a refusal'),
    history: z.array(
      z.object({
        state: OrderState,
        at: Instant,
        by: Person,
        side: OrderParty.optional().describe('On whose side the person acted'),
        reason: z.string().optional(),
        deliverOn: Day.optional().describe('The day it was moved to'),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof Order>;

/** What a list shows of an order. */
export const OrderCard = Order.pick({
  orderId: true,
  merchantId: true,
  merchantName: true,
  agencyId: true,
  buyerName: true,
  totalRupiah: true,
  deliverOn: true,
  state: true,
  placedAt: true,
  dueAt: true,
}).meta({ id: 'OrderCard' });
export type OrderCard = z.infer<typeof OrderCard>;

/** Another day for an order that waits. */
export const NewDay = z.strictObject({ deliverOn: Day, reason: Line(300).optional() }).meta({ id: 'NewDay' });

export const Reason = z.strictObject({ reason: Line(300) }).meta({ id: 'Reason' });
