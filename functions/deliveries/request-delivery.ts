import { adapterOf } from '../../shared/domain/deliveries/couriers/adapters.ts';
import type { CourierPartner, Delivery } from '../../shared/domain/deliveries/delivery.ts';
import { underWay, withNotice } from '../../shared/domain/deliveries/move-delivery.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { Problem } from '../../shared/problem.ts';
import { deliveriesOf, putCourierJob, replaceDelivery } from '../../shared/table/deliveries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { askCourier, expectKeys, jobOf } from './ask-courier.ts';
import { attemptFor } from './begin-attempt.ts';
import { expectShopsOrder, requireSendable } from './expect-order.ts';
import { openQuote } from './quote-delivery.ts';

/**
 * The attempt is written before the ride company is asked, under a reference that is the same for every repeat: whatever is lost
 * on the way, asking again is the same job. A ride company that refuses ends the attempt.
 */
const ordered = async (world: World, order: Order, delivery: Delivery, partner: CourierPartner, quoteId: string) => {
  const secret = await expectKeys(world, order.merchantId, partner);
  const adapter = adapterOf(secret);
  const job = await jobOf(world, order, delivery.attempt);
  try {
    const call = adapter.create(job, quoteId, secret, world.now());
    const { partnerId, trackingUrl } = adapter.created(await askCourier(world, secret, order.merchantId, call));
    const { orderId, attempt, merchantId } = delivery;
    const after = { ...delivery, partnerId, trackingUrl, version: delivery.version + 1 };
    await commit(world.table, [
      replaceDelivery(after),
      putCourierJob({ merchantId, partner, partnerId, orderId, attempt }),
    ]);
    return after;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'partner_refused') throw error;
    const noticeId = `refused.${delivery.attempt}`;
    const ended = withNotice(delivery, { noticeId, state: 'cancelled', at: world.now() });
    await commit(world.table, [replaceDelivery({ ...ended, reason: 'Mitra menolak permintaan ini.' })]);
    throw error;
  }
};

export const requestDelivery = endpoint(
  'POST /orders/{orderId}/deliveries',
  async ({ params, body, caller }, world) => {
    const order = await expectShopsOrder(world, caller, params.orderId);
    requireSendable(order);
    const { by } = body;
    const wanted = { by, person: caller.person, feeRupiah: null };
    if (by === 'own') return attemptFor(world, order, wanted);
    // Whose keys are missing begins nothing.
    await expectKeys(world, order.merchantId, by);
    const known = underWay(await deliveriesOf(world.table, order.orderId));
    if (known?.by === by && known.partnerId !== null) return known;
    const { quoteId, feeRupiah } = openQuote(world, order.orderId, by, body.quote);
    return ordered(world, order, await attemptFor(world, order, { ...wanted, feeRupiah }), by, quoteId);
  },
);
