import { NOTHING_OPEN, type OpenOrders } from '../../../shared/domain/orders/open-orders.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { codClosedDay, isLongKnown } from '../../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import { isOpenPayment } from '../../../shared/domain/payments/payment-clock.ts';
import type { WayFacts } from '../../../shared/domain/payments/way-rule.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { getCodStanding, getPayments, getPhoneStanding } from '../../../shared/table/payments/payments.ts';
import type { World } from '../../world.ts';

type Ordered = Pick<Order, 'buyer' | 'buyerPhone' | 'cityCode'>;

/** A phone as the refusals of a city know it. Every spelling of a number is one: orders keep it as E.164. */
export const phoneKeyOf = ({ keyedIds }: World, { cityCode, buyerPhone }: Omit<Ordered, 'buyer'>) => ({
  cityCode,
  phoneKey: keyedIds.derived('phn', cityCode, buyerPhone ?? ''),
});

/**
 * Until when a buyer pays no cash in a city: by what they refused themselves and, unless they are long known here, by what was
 * refused under the phone they give.
 */
export const cashClosed = async (
  world: World,
  order: Ordered,
  { zone }: Pick<City, 'zone'>,
  { receivedSince }: Pick<OpenOrders, 'receivedSince'> = NOTHING_OPEN,
): Promise<Pick<WayFacts, 'codClosedUntil' | 'byPhone'>> => {
  const { table, now } = world;
  const [own, phone] = await Promise.all([
    getCodStanding(table, order.buyer, order.cityCode),
    isLongKnown(receivedSince, now()) ? undefined : getPhoneStanding(table, phoneKeyOf(world, order)),
  ]);
  const [byOwn, byPhone] = [codClosedDay(own, now(), zone), codClosedDay(phone, now(), zone)];
  return { codClosedUntil: byOwn ?? byPhone, byPhone: byOwn === null };
};

/** Keys of one call. */
const MOST_READ = 100;

/** Cash that a shop waits for at a buyer's door: of their open orders there, but the one that is asked about. */
export const openCash = async (
  { table }: Pick<World, 'table'>,
  { atShop }: OpenOrders = NOTHING_OPEN,
  { merchantId, orderId }: Pick<Order, 'merchantId' | 'orderId'>,
): Promise<number> => {
  const others = [...(atShop.get(merchantId) ?? [])].filter((id) => id !== orderId).slice(0, MOST_READ);
  const payments = others.length === 0 ? [] : await getPayments(table, others);
  return payments
    .filter((payment) => payment?.way === 'cod' && isOpenPayment(payment))
    .reduce((sum, payment) => sum + (payment?.dueRupiah ?? 0), 0);
};
