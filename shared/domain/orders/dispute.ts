import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';
import { type Order, OrderCard } from './order.ts';
import { CLOCK } from './order-clocks.ts';

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
