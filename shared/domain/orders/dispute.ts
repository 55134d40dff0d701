import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';
import { Handover, Order, OrderCard, OrderLine } from './order.ts';
import { CLOCK } from './order-clocks.ts';
import { OrderParty } from './order-states.ts';

/** An order that is disputed, as the city's list shows it: by when somebody must act. What was said of it is in the order. */
export const Dispute = OrderCard.pick({
  orderId: true,
  merchantId: true,
  merchantName: true,
  agencyId: true,
  totalRupiah: true,
})
  .extend({
    cityCode: CityCode,
    disputedAt: Instant,
    dueAt: Instant.describe('Until then the two sides, or the city once it is called'),
    calledAt: Instant.nullable()
      .default(null)
      .describe('Since when it waits for the city; null while the two sides have their time'),
    escalated: z.boolean().describe('The city is asked to rule: the two sides did not agree in time'),
  })
  .meta({ id: 'Dispute' });
export type Dispute = z.infer<typeof Dispute>;

/** The dispute an order is in; undefined where it is in none. */
export const disputeOf = (order: Order): Dispute | undefined => {
  const { state, dueAt, history, orderId, merchantId, merchantName, agencyId, totalRupiah, cityCode } = order;
  if (state !== 'disputed' || dueAt === null) return undefined;
  const last = history.at(-1);
  const escalated = last?.by === CLOCK;
  const since = history[history.findLastIndex((step) => step.state !== 'disputed') + 1];
  return {
    orderId,
    merchantId,
    merchantName,
    agencyId,
    totalRupiah,
    cityCode,
    dueAt,
    disputedAt: since?.at ?? order.placedAt,
    calledAt: escalated ? last.at : null,
    escalated,
  };
};

const Step = z.object({
  ...Order.shape.history.element.pick({ state: true, at: true, reason: true, deliverOn: true }).shape,
  side: OrderParty.optional().describe('Which side it was; no account'),
});
/**
 * What the city's people read of an order that is or was disputed: all that a ruling stands on, and nothing that tells who
 * a person is or where they live. An office is named, as in every account of public money.
 */
export const DisputeCase = Order.pick({
  orderId: true,
  cityCode: true,
  merchantId: true,
  merchantName: true,
  agencyId: true,
  totalRupiah: true,
  receivedRupiah: true,
  deliverOn: true,
  state: true,
  placedAt: true,
  dueAt: true,
  version: true,
})
  .extend({
    agencyName: z.string().nullable(),
    lines: z.array(
      OrderLine.pick({ productId: true, name: true, unit: true, priceRupiah: true, quantity: true, received: true }),
    ),
    handovers: z.array(Handover.pick({ at: true, condition: true, remarks: true, rupiah: true })),
    history: z.array(Step),
  })
  .meta({ id: 'DisputeCase' });
export type DisputeCase = z.infer<typeof DisputeCase>;

/** The case of an order; undefined where nobody ever disputed it: then it is no matter of the city. */
export const caseOf = (order: Order): DisputeCase | undefined => {
  if (!order.history.some(({ state }) => state === 'disputed')) return undefined;
  return DisputeCase.parse({ ...order, agencyName: order.agency?.name ?? null });
};
