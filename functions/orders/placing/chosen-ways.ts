import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { requireWay } from '../../../shared/domain/payments/way-rule.ts';
import { NO_WAYS } from '../../../shared/domain/payments/ways.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { cashClosed, openCash } from '../../reads/buyers/cash-of-buyer.ts';
import type { World } from '../../world.ts';
import type { FoundCart } from './read-cart.ts';

const OPEN = { codClosedUntil: null };

/** How often this buyer chose cash before, where they choose it now. */
export const cashSeen = (cart: Cart, { open: [known] }: Pick<FoundCart, 'open'>): number | undefined =>
  cart.some(({ paymentWay }) => paymentWay === 'cod') ? (known?.cash ?? 0) : undefined;

/** Refuses a way to pay that its shop does not take for its order, or that this buyer has lost. @throws Problem at the shop */
export const requireChosenWays = async (
  world: World,
  cart: Cart,
  orders: readonly Order[],
  { ways: found, open: [known] }: Pick<FoundCart, 'ways' | 'open'>,
  city: City,
): Promise<void> => {
  const [first] = orders;
  if (!first || cart.every(({ paymentWay }) => paymentWay === undefined)) return;
  const ways = new Map(found.flatMap((one) => (one ? [[one.merchantId, one]] : [])));
  const cash = cart.some(({ paymentWay }) => paymentWay === 'cod');
  const closed = cash ? await cashClosed(world, first, city, known) : OPEN;
  for (const [index, { merchantId, paymentWay, pointer }] of cart.entries()) {
    const order = orders[index];
    if (paymentWay === undefined || !order) continue;
    const facts = {
      ...closed,
      ways: ways.get(merchantId) ?? NO_WAYS,
      office: order.agencyId !== null,
      totalRupiah: order.totalRupiah,
      district: order.deliverTo.district,
      pickedUp: order.delivery?.way === 'pick-up',
      // What decides about cash is read only for who chose cash.
      openCashRupiah: paymentWay === 'cod' ? await openCash(world, known, order) : 0,
    };
    requireWay(paymentWay, facts, `${pointer}/paymentWay`);
  }
};
