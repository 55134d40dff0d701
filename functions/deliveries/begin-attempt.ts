import { type Bringer, type Delivery, MOST_ATTEMPTS } from '../../shared/domain/deliveries/delivery.ts';
import { requestedBy, underWay } from '../../shared/domain/deliveries/move-delivery.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { Problem } from '../../shared/problem.ts';
import { deliveriesOf, insertDelivery } from '../../shared/table/deliveries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import type { World } from '../world.ts';

type Wanted = { readonly by: Bringer; readonly person: string; readonly feeRupiah: number | null };
const begun = ({ orderId, merchantId, cityCode }: Order, attempt: number, at: string, wanted: Wanted): Delivery => {
  const noticeId = requestedBy(attempt);
  return {
    orderId,
    attempt,
    merchantId,
    cityCode,
    by: wanted.by,
    partnerId: null,
    feeRupiah: wanted.feeRupiah,
    state: 'allocating',
    at,
    decidedBy: noticeId,
    courier: null,
    trackingUrl: null,
    proofs: [],
    reason: null,
    steps: [{ noticeId, state: 'allocating', at }],
    requestedBy: wanted.person,
    requestedAt: at,
    version: 1,
  };
};

/** The attempt that is asked for: the one under way where it is the same, else the next. */
export const attemptFor = async ({ table, now }: World, order: Order, wanted: Wanted): Promise<Delivery> => {
  const tried = await deliveriesOf(table, order.orderId);
  const open = underWay(tried);
  if (open && open.by !== wanted.by)
    throw new Problem(
      'delivery_moved_on',
      'Masih ada pengantaran yang berjalan. Batalkan dulu, lalu pilih kurir lain.',
    );
  if (open) return open;
  if (tried.length >= MOST_ATTEMPTS)
    throw new Problem('limit_reached', `Pesanan ini sudah ${MOST_ATTEMPTS} kali diantar. Hubungi pembeli.`);
  const delivery = begun(order, tried.length + 1, now(), wanted);
  await commit(table, [insertDelivery(delivery)]);
  return delivery;
};
