import { dayOf, monthOf, type Zone } from '../../basics/month.ts';
import type { Day, Month } from '../../basics/month-schema.ts';
import type { Order } from '../../orders/order.ts';

/** The month an order belongs to: its last handover's; of one that ended without any, that of its end. */
export const monthOfOrder = ({ handovers, history }: Order, zone: Zone): Month | undefined =>
  handovers.at(-1)?.month ?? (history.at(-1) && monthOf(history.at(-1)?.at ?? '', zone));

export const isReceived = ({ state, receivedRupiah }: Order): boolean => state === 'received' && receivedRupiah > 0;
const cancelledByShop = ({ state, history }: Order): boolean =>
  state === 'declined' ||
  (state === 'lapsed' &&
    history.some((step) => step.state === 'placed') &&
    history.at(-2)?.state !== 'awaiting_approval') ||
  (state === 'cancelled' && history.at(-1)?.side === 'merchant');
const broughtOn = ({ history }: Order, zone: Zone): Day | undefined => {
  const step = history.find(({ state }) => state === 'delivered');
  return step && dayOf(step.at, zone);
};
const isOnTime = (order: Order, zone: Zone): boolean => (broughtOn(order, zone) ?? '') <= order.deliverOn;

export const total = (amounts: readonly number[]): string =>
  String(amounts.reduce((sum, one) => sum + BigInt(one), 0n));
export const many = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

export const monthFacts = (month: Month, orders: readonly Order[], since: Day, zone: Zone) => {
  const own = orders.filter((order) => monthOfOrder(order, zone) === month);
  const received = own.filter(isReceived);
  const onTime = many(received, (order) => isOnTime(order, zone));
  return {
    month,
    listed: since.slice(0, 7) <= month,
    received: received.length,
    rupiah: total(received.map(({ receivedRupiah }) => receivedRupiah)),
    cancelledByShop: many(own, cancelledByShop),
    onTime,
    late: received.length - onTime,
  };
};
