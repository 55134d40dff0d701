import type { PaymentWay } from '../basics/payment-way.ts';
import type { Order } from '../orders/order.ts';
import type { Payment } from './payment.ts';

/** Eight letters that a buyer writes with a transfer: the end of the order's own id, so no two orders of a shop share one. */
const paymentCode = (orderId: string): string => orderId.slice(-8).toUpperCase();

/** The payment of an order that was just placed. Made from the order alone: whoever makes it first makes the same one. */
export const paymentOf = (order: Order): Payment => ({
  orderId: order.orderId,
  cityCode: order.cityCode,
  merchantId: order.merchantId,
  merchantName: order.merchantName,
  buyer: order.buyer,
  agencyId: order.agencyId,
  district: order.deliverTo.district,
  ...(order.delivery?.way === 'pick-up' ? { pickedUp: true } : {}),
  way: order.agencyId === null ? null : 'treasury',
  state: 'unpaid',
  totalRupiah: order.totalRupiah,
  dueRupiah: order.totalRupiah,
  paidRupiah: 0,
  returnRupiah: 0,
  code: paymentCode(order.orderId),
  handedOverAt: null,
  paidOn: null,
  orderEnded: false,
  orderVersion: 0,
  placedAt: order.placedAt,
  history: [{ state: 'unpaid', at: order.placedAt, by: order.buyer }],
  version: 1,
});

/** The same as it is written with its order, in the way that was chosen with it, having followed the order so far as it goes. */
export const openedPayment = (order: Order, chosen?: PaymentWay): Payment => {
  const payment = paymentOf(order);
  return { ...payment, way: chosen ?? payment.way, orderVersion: order.version };
};
