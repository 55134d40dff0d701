import type { Cart } from '../../shared/domain/orders/cart.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { codClosedDay } from '../../shared/domain/payments/cod-standing.ts';
import { requireWay } from '../../shared/domain/payments/way-rule.ts';
import { NO_WAYS } from '../../shared/domain/payments/ways.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { getCodStanding } from '../../shared/table/payments/payments.ts';
import type { World } from '../world.ts';
import type { FoundCart } from './read-cart.ts';

/** Until when this buyer pays no cash in this city: read only for who chose cash. */
const cashClosed = async ({ table, now }: World, cart: Cart, { cityCode, zone }: City, buyer: string) =>
  cart.some(({ paymentWay }) => paymentWay === 'cod')
    ? codClosedDay(await getCodStanding(table, buyer, cityCode), now(), zone)
    : null;

/** Refuses a way to pay that its shop does not take for its order, or that this buyer has lost. @throws Problem at the shop */
export const requireChosenWays = async (
  world: World,
  cart: Cart,
  orders: readonly Order[],
  { ways: found }: Pick<FoundCart, 'ways'>,
  city: City,
): Promise<void> => {
  const [first] = orders;
  if (!first || cart.every(({ paymentWay }) => paymentWay === undefined)) return;
  const ways = new Map(found.flatMap((one) => (one ? [[one.merchantId, one]] : [])));
  const codClosedUntil = await cashClosed(world, cart, city, first.buyer);
  for (const [index, { merchantId, paymentWay, pointer }] of cart.entries()) {
    const order = orders[index];
    if (paymentWay === undefined || !order) continue;
    const facts = {
      ...{ codClosedUntil, ways: ways.get(merchantId) ?? NO_WAYS, office: order.agencyId !== null },
      ...{ totalRupiah: order.totalRupiah, district: order.deliverTo.district },
      pickedUp: order.delivery?.way === 'pick-up',
    };
    requireWay(paymentWay, facts, `${pointer}/paymentWay`);
  }
};
