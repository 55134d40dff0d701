import { Problem } from '../../problem.ts';
import { DAY_MS, type Instant, later } from '../basics/month.ts';
import type { Policies } from '../places/policies.ts';
import type { Order } from './order.ts';
import { isFinal, stateLabels } from './order-states.ts';
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

const MOST_NAMED = 3;
/** The orders by shop and state, oldest first: `Dapur Bu Sri (dikirim), Batik Kawi (diproses) dan 3 lagi`. */
const inWords = (orders: readonly Pick<Order, 'merchantName' | 'state' | 'placedAt'>[]): string => {
  const oldest = [...orders].sort((a, b) => (a.placedAt < b.placedAt ? -1 : 1));
  const names = oldest.slice(0, MOST_NAMED).map(({ merchantName, state }) => `${merchantName} (${stateLabels[state]})`);
  return `${names.join(', ')}${orders.length > MOST_NAMED ? ` dan ${orders.length - MOST_NAMED} lagi` : ''}`;
};

type Refused = {
  readonly way: LimitReached;
  readonly orders: readonly Pick<Order, 'merchantName' | 'state' | 'placedAt'>[];
  readonly cart: Cart;
  readonly limits: OpenLimits;
  readonly newDays: number;
};

/** The refusal in words: how many are open, which, how many may be, and what to do. */
export const tooManyOpen = ({ way: { orderIds, most, shop }, orders, cart, limits, newDays }: Refused): Problem => {
  const open = orderIds.length;
  const flaw = {
    pointer: shop ? `${shop.pointer}/merchantId` : '/shops',
    detail: `Belum selesai: ${open}. Paling banyak ${most} sekaligus${shop ? ' di satu toko' : ''}.`,
  };
  const room = limits.later > most && !shop;
  const wider = room ? ` Batas ini menjadi ${limits.later} setelah ${newDays} hari dan satu pesanan selesai.` : '';
  if (open === 0)
    return new Problem(
      'too_many_open_orders',
      `Keranjang ini menjadi ${cart.length} pesanan; Anda boleh punya paling banyak ${most} sekaligus. Pesan dari lebih sedikit toko dulu.${wider}`,
      [flaw],
    );
  const where = shop ? ' di toko ini' : '';
  const limit = shop
    ? `Di satu toko paling banyak ${most} sekaligus.`
    : `Keranjang ini menambah ${cart.length}, padahal paling banyak ${most} sekaligus.`;
  return new Problem(
    'too_many_open_orders',
    `Anda punya ${open} pesanan yang belum selesai${where}: ${inWords(orders)}. ${limit} Terima yang sudah datang atau batalkan yang tidak jadi, lalu pesan lagi.${wider}`,
    [flaw],
  );
};
