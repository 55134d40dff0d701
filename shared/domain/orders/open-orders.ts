import { Problem } from '../../problem.ts';
import { DAY_MS, type Instant, later } from '../basics/month.ts';
import type { Policies } from '../places/policies.ts';
import type { Order } from './order.ts';
import { isFinal } from './order-states.ts';
import type { Cart } from './placing/cart.ts';

/*
 * How many personal orders somebody may have open at once: what is ordered is taken off shelves and days until the order
 * is over, so one account without a limit could empty a shop for nothing. An office has none: its budget line, its
 * approver and the city that seated its buyers are its limit (docs/decisions/0012).
 */

/** What a person has not finished, and how long they have ordered here. */
export type OpenOrders = {
  /** Their first order; undefined before it. */
  readonly since?: Instant | undefined;
  /** They asked to have their data erased then: nothing more is ordered. */
  readonly leaving?: Instant | undefined;
  /** Orders of theirs that ended with goods received. */
  readonly received: number;
  /** When the first of these ended; undefined before it. */
  readonly receivedSince?: Instant | undefined;
  /** How often they chose to pay in cash: two choices at once are decided one after the other. */
  readonly cash: number;
  readonly orderIds: ReadonlySet<string>;
  readonly atShop: ReadonlyMap<string, ReadonlySet<string>>;
};
export const NOTHING_OPEN: OpenOrders = { received: 0, cash: 0, orderIds: new Set(), atShop: new Map() };

/** So many of them at once, so many at one shop; `later` is what the first becomes when a person is no longer new. */
export type OpenLimits = { readonly orders: number; readonly atShop: number; readonly later: number };

/** A personal order that is not over: what counts. */
export const isOpenOrder = ({ agencyId, state }: Pick<Order, 'agencyId' | 'state'>): boolean =>
  agencyId === null && !isFinal(state);

const isNew = ({ since, received }: OpenOrders, days: number, now: Instant): boolean =>
  received === 0 || since === undefined || since > later(now, -days * DAY_MS);

/** The limits of a city for this person now. They only widen with time, so they may be read before they are held. */
export const openLimits = (known: OpenOrders, policies: Policies, now: Instant): OpenLimits => {
  const { personOpenOrders: most, personOpenAtShop: atShop } = policies;
  const orders = isNew(known, policies.newPersonDays, now) ? Math.min(policies.newPersonOpenOrders, most) : most;
  return { orders, atShop, later: most };
};

/** What stands in a cart's way: the open orders, of one shop when that one's limit is reached, and the limit. */
export type LimitReached = {
  readonly orderIds: readonly string[];
  readonly most: number;
  readonly shop?: Cart[number];
};

/** Is there room for a cart's orders, one for each shop? Undefined when there is. */
export const limitReached = (known: OpenOrders, cart: Cart, limits: OpenLimits): LimitReached | undefined => {
  if (known.orderIds.size + cart.length > limits.orders) return { orderIds: [...known.orderIds], most: limits.orders };
  const shop = cart.find(({ merchantId }) => (known.atShop.get(merchantId)?.size ?? 0) >= limits.atShop);
  return shop && { orderIds: [...(known.atShop.get(shop.merchantId) ?? [])], most: limits.atShop, shop };
};

/** Who asked to have their data erased orders nothing more until they take it back. */
export const leavingAccount = (): Problem =>
  new Problem(
    'erasure_asked',
    'Akun ini diminta dihapus. Ambil kembali permintaan itu di halaman Akun, lalu pesan lagi.',
  );
