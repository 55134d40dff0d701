import type { EventBridgeEvent } from 'aws-lambda';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import { paymentOf } from '../../shared/domain/payments/payment.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { earlyAt, earlyNotices } from '../../shared/table/payments/notices.ts';
import { paymentAt, savePayment } from '../../shared/table/payments/payments.ts';
import { type World, workingWorld } from '../world.ts';
import { settleNotice } from './settle-notice.ts';

type OrderEvent = EventBridgeEvent<string, { orderId: string }>;

/**
 * A payment is written with its order and follows what becomes of it. Decides from the order as it is now, never from the
 * event: twice, late or out of order, the payment is the same. Notices of a provider that came before the order was known
 * are applied here, with the order's first event: that there is none is all an order that was just placed asks.
 */
export const followOrders =
  (world: () => World) =>
  async (event: OrderEvent): Promise<void> => {
    const { table, now } = world();
    const { orderId } = event.detail;
    const { order, stored, early } = await readTogether(table, {
      order: orderOf(orderId),
      stored: paymentAt(orderId),
      early: earlyAt(orderId),
    });
    if (!order) return;
    const next = followOrder(stored ?? paymentOf(order), order, now());
    if (next) await commit(table, [savePayment({ ...next, version: (stored?.version ?? 0) + 1 })]);
    if (!early || event['detail-type'] !== 'OrderPlaced') return;
    for (const notice of await earlyNotices(table, order.merchantId, orderId)) await settleNotice(world(), notice);
  };

export const handler = followOrders(workingWorld());
