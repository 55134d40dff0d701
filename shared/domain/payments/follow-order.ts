import type { Instant } from '../basics/month.ts';
import { earnedFee } from '../deliveries/order-delivery.ts';
import type { Order } from '../orders/order.ts';
import { endedUndelivered } from '../orders/order-states.ts';
import { followedPayment } from './move-payment.ts';
import type { Payment } from './payment.ts';

/** The hand that what became of an order moves a payment with, in its trail. */
const ORDER_HAND = 'order';

/** Brought to the buyer at least once: cash can have changed hands. */
export const wasBrought = ({ state, handovers }: Pick<Order, 'state' | 'handovers'>): boolean =>
  state === 'delivered' || state === 'disputed' || handovers.length > 0;

/**
 * What is to be paid for an order as it stands: what was given up is not, what may still come is. The fee is owed whole
 * once anything was handed over, and not at all before.
 */
const dueOf = (order: Order): number =>
  order.state === 'received' || endedUndelivered.includes(order.state)
    ? order.receivedRupiah + earnedFee(order)
    : order.totalRupiah;

/**
 * The payment as the order now asks for it; undefined when the order says nothing new. An order that is told again, or
 * an older one that comes late, changes nothing. An order cancelled after part of it was received keeps that part due.
 */
export const followOrder = (payment: Payment, order: Order, at: Instant): Payment | undefined => {
  if (order.version <= payment.orderVersion) return undefined;
  const dueRupiah = dueOf(order);
  return followedPayment(
    {
      ...payment,
      dueRupiah,
      handedOverAt: order.handovers[0]?.at ?? null,
      orderEnded: dueRupiah === 0,
      orderVersion: order.version,
    },
    { by: ORDER_HAND, at },
  );
};
