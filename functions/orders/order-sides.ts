import type { Order } from '../../shared/domain/orders/order.ts';
import type { Caller, Scope } from '../../shared/domain/people/caller.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { getMembership } from '../../shared/table/people/memberships.ts';
import type { World } from '../world.ts';

/** Whose an order is. This never changes: who knows it reads the order and the right seats with one call. */
export type Sides = Pick<Order, 'merchantId' | 'agencyId' | 'cityCode'>;

/** So many orders this container has lately seen. Nothing is decided by them: they only say where to look. */
const MOST = 5_000;
const seen = new WeakMap<World['cache'], Map<string, Sides>>();

export const sidesOf = ({ cache }: World, orderId: string): Sides | undefined => seen.get(cache)?.get(orderId);

export const noteSides = ({ cache }: World, orders: readonly Order[]): void => {
  const known = seen.get(cache) ?? new Map<string, Sides>();
  seen.set(cache, known);
  for (const { orderId, merchantId, agencyId, cityCode } of orders) {
    known.delete(orderId);
    known.set(orderId, { merchantId, agencyId, cityCode });
  }
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
};

/** The places whose seats decide who somebody is in an order; unknown before it was seen: then all seats are read. */
const scopesOf = (sides: Sides | undefined): Scope[] | undefined =>
  sides && [`merchant:${sides.merchantId}`, ...(sides.agencyId === null ? [] : [`agency:${sides.agencyId}`])];

/** An order, and the seats of who asks on its sides. */
export const wantedOf = (orderId: string, sides: Sides | undefined) => ({
  scopes: scopesOf(sides),
  reads: { order: orderOf(orderId) },
});

/** A dispute is the city's matter too: its seat is looked up where an order turns out to be in one. */
export const withCitySeat = async (world: World, caller: Caller, order: Order | undefined): Promise<Caller> => {
  if (order?.state !== 'disputed') return caller;
  const seat = await getMembership(world.table, caller.person, `city:${order.cityCode}`);
  return seat ? { ...caller, memberships: [...caller.memberships, seat] } : caller;
};
