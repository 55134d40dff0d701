import type { Order } from '../../shared/domain/orders/order.ts';
import { partiesOf } from '../../shared/domain/orders/order-parties.ts';
import type { Scope, SeatedCaller } from '../../shared/domain/people/caller.ts';
import { getOrder, orderOf } from '../../shared/table/orders/orders.ts';
import { getMembership } from '../../shared/table/people/memberships.ts';
import type { World } from '../world.ts';

/** What of an order never changes: who knows it reads the order with everything a move is decided by, in one call. */
export type Sides = Pick<Order, 'merchantId' | 'agencyId' | 'cityCode' | 'buyer'> & {
  readonly productIds: readonly string[];
};

/**
 * Orders this container has lately seen, twice so many at most: when the newer half is full, the older is forgotten.
 * Nothing is decided by them: they only say where to look.
 */
const MOST = 2_500;
type Seen = { newer: Map<string, Sides>; older: Map<string, Sides> };
const seen = new WeakMap<World['cache'], Seen>();

const knownIn = ({ cache }: World, orderId: string): Sides | undefined => {
  const known = seen.get(cache);
  return known?.newer.get(orderId) ?? known?.older.get(orderId);
};

export const cacheSides = ({ cache }: World, orders: readonly Order[]): void => {
  const known = seen.get(cache) ?? { newer: new Map(), older: new Map() };
  seen.set(cache, known);
  for (const { orderId, merchantId, agencyId, cityCode, buyer, lines } of orders) {
    const productIds = lines.map(({ productId }) => productId);
    known.newer.set(orderId, { merchantId, agencyId, cityCode, buyer, productIds });
  }
  if (known.newer.size < MOST) return;
  known.older = known.newer;
  known.newer = new Map();
};

/** Where to look for an order's move; one this container has not seen yet is read for it, and undefined where there is none. */
export const sidesOf = async (world: World, orderId: string): Promise<Sides | undefined> => {
  const known = knownIn(world, orderId);
  if (known) return known;
  const order = await getOrder(world.table, orderId);
  if (order) cacheSides(world, [order]);
  return knownIn(world, orderId);
};

/** The places whose seats decide who somebody is in an order. */
const scopesOf = ({ merchantId, agencyId }: Sides): Scope[] => [
  `merchant:${merchantId}`,
  ...(agencyId === null ? [] : [`agency:${agencyId}`]),
];

/** An order, and the seats of who asks on its sides; where nothing is known of it, it does not exist. */
export const wantedOf = (orderId: string, sides: Sides | undefined, more: readonly Scope[] = []) => ({
  scopes: sides ? [...scopesOf(sides), ...more] : [],
  reads: { order: orderOf(orderId) },
});

/**
 * A dispute is the city's matter too: its seat is looked up where an order turns out to be in one and nothing else makes
 * who asks a party of it. A move the city can make has read it already.
 */
export const withCitySeat = async (
  world: World,
  caller: SeatedCaller,
  order: Order | undefined,
): Promise<SeatedCaller> => {
  if (order?.state !== 'disputed' || partiesOf(order, caller).length > 0) return caller;
  const seat = await getMembership(world.table, caller.person, `city:${order.cityCode}`);
  return seat ? { ...caller, memberships: [...caller.memberships, seat] } : caller;
};
