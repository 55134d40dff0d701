import * as z from 'zod';
import { Handover, Order, OrderLine } from './order.ts';
import { OrderParty } from './order-states.ts';

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
