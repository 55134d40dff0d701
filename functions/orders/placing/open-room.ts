import { byText } from '../../../shared/domain/basics/sort.ts';
import {
  leavingAccount,
  limitReached,
  NOTHING_OPEN,
  type OpenLimits,
  type OpenOrders,
  openLimits,
} from '../../../shared/domain/orders/open-orders.ts';
import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { tooManyOpen } from '../../../shared/domain/orders/too-many-open.ts';
import type { Policies } from '../../../shared/domain/places/policies.ts';
import { getOrders } from '../../../shared/table/orders/orders.ts';
import type { World } from '../../world.ts';

/**
 * The limits a person's cart is placed under. Where it does not fit, what stands in its way is read, so that the refusal
 * names it: the only case in which placing reads twice.
 */
export const openRoom = async (
  { table, now }: World,
  cart: Cart,
  [known = NOTHING_OPEN]: readonly (OpenOrders | undefined)[],
  policies: Policies,
): Promise<OpenLimits> => {
  if (known.leaving !== undefined) throw leavingAccount();
  const limits = openLimits(known, policies, now());
  const way = limitReached(known, cart, limits);
  if (!way) return limits;
  const found = await getOrders(table, way.orderIds.slice(0, 100));
  // A set has no order of its own: the longest open is named first.
  const orders = found.flatMap((order) => order ?? []).sort((a, b) => byText(a.placedAt, b.placedAt));
  throw tooManyOpen({ way, orders, cart, limits, newDays: policies.newPersonDays });
};
