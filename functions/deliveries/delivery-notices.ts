import { receiveDeliveryNotice } from '../../shared/domain/deliveries/couriers/adapters.ts';
import { referenceOf } from '../../shared/domain/deliveries/couriers/courier.ts';
import { withNotice } from '../../shared/domain/deliveries/move-delivery.ts';
import { Problem } from '../../shared/problem.ts';
import { getCourierJob, getDelivery, replaceDelivery } from '../../shared/table/deliveries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { openKeys } from './courier-keys.ts';

/**
 * A shop's ride company tells of one of the shop's own jobs. Verified over the bytes that came before anything is read; a notice
 * that comes again changes nothing, and any order of the same notices ends in the same state. One shop's keys move only
 * that shop's deliveries. A job we do not know yet is answered as not found: the ride company tells again. A notice that
 * repeats our reference is held against the job's own: whose job and order differ moves neither.
 */
export const receiveNotice = endpoint(
  'POST /merchants/{merchantId}/delivery-notices/{partner}',
  async ({ params, bytes, sent }, world) => {
    const { merchantId, partner } = params;
    const secret = await openKeys(world, merchantId, partner);
    // A shop without keys and a shop that does not exist are told apart by nothing.
    if (!secret) throw noMerchant();
    const { partnerId, reference, notice } = receiveDeliveryNotice(
      { ...sent, raw: bytes, receivedAt: world.now() },
      secret,
    );
    const job = await getCourierJob(world.table, { merchantId, partner, partnerId });
    const before = job && (await getDelivery(world.table, job.orderId, job.attempt));
    if (!before || before.partnerId !== partnerId)
      throw new Problem('delivery_not_found', 'Pengantaran ini belum dikenal. Kirim lagi nanti.');
    if (reference !== undefined && reference !== referenceOf(before)) {
      world.logger.warn('a delivery notice names another order than its job was ordered for', { merchantId, partner });
      throw new Problem('notice_not_genuine', 'Pemberitahuan ini menyebut pesanan lain daripada yang diantar.');
    }
    const after = withNotice(before, notice);
    if (after !== before) await commit(world.table, [replaceDelivery(after)]);
    return { taken: true as const };
  },
);
