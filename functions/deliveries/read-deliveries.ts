import type { DeliveryCard } from '../../shared/domain/deliveries/delivery.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { isOpenPayment } from '../../shared/domain/payments/payment-clock.ts';
import { couriersOf, deliveriesOf, deliveriesOfShop } from '../../shared/table/deliveries.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { getPayment, paymentAt } from '../../shared/table/payments/payments.ts';
import { requireSeller } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { expectPartiesOrder, isAwaited } from './expect-order.ts';
import { pinOf } from './pin.ts';

/** Cash of a delivery that came is in the courier's hands until the shop says it has it: what is still to be collected. */
const cashHeld = ({ state }: Pick<DeliveryCard, 'state'>, payment: Payment | undefined): number | null =>
  state === 'delivered' && payment?.way === 'cod' && isOpenPayment(payment) ? payment.dueRupiah : null;

export const listDeliveries = endpoint('GET /orders/{orderId}/deliveries', async ({ params, caller }, world) => {
  const { order, sells, buys } = await expectPartiesOrder(world, caller, params.orderId);
  const { orderId, merchantId } = order;
  const [items, partners, payment] = await Promise.all([
    deliveriesOf(world.table, orderId),
    sells ? couriersOf(world.table, merchantId) : [],
    sells ? getPayment(world.table, orderId) : undefined,
  ]);
  const last = items.at(-1);
  return {
    // What a courier costs the shop is not the buyer's to know.
    items: items.map((one) => ({ ...one, feeRupiah: sells ? one.feeRupiah : null })),
    pin: buys && order.delivery?.way !== 'pick-up' ? pinOf(world, orderId) : null,
    partners,
    cashRupiah: last ? cashHeld(last, payment) : null,
  };
});

export const listShopDeliveries = endpoint('GET /merchants/{merchantId}/deliveries', async (ask, world) => {
  const { merchantId } = ask.params;
  requireSeller(ask.caller, merchantId);
  const { which, ...paging } = ask.query;
  const { items, next } = await page(world, `deliveries of ${merchantId} ${which}`, paging, (request) =>
    deliveriesOfShop(world.table, merchantId, which, request),
  );
  const orderIds = [...new Set(items.map(({ orderId }) => orderId))];
  const { orders, payments } = await readTogether(world.table, {
    orders: orderIds.map(orderOf),
    payments: orderIds.map(paymentAt),
  });
  const placeOf = new Map(orderIds.map((orderId, at) => [orderId, at]));
  const shown = items.map((one) => {
    const at = placeOf.get(one.orderId) ?? -1;
    return { ...one, cashRupiah: cashHeld(one, payments[at]), isAwaited: isAwaited(orders[at]) };
  });
  return { items: shown, next };
});
