import * as z from 'zod';
import { OrderAsked } from '../../domain/integrity/order-asked.ts';
import { Handover, Order, OrderCard } from '../../domain/orders/order.ts';
import { isFinal, type OrderState } from '../../domain/orders/order-states.ts';
import { Person } from '../../domain/people/caller.ts';
import { isErased } from '../../domain/people/erased.ts';
import { exists, is } from '../engine/fields.ts';
import { list, type Page, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { DUE_SHARDS } from '../engine/schema.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, insert, replace, update, type Write } from '../engine/writes.ts';

/**
 * As stored: with the fingerprints of the requests that placed it and that recorded each handover, and with what the
 * office was asked when it was placed, which its shop is not told.
 */
export const OrderRecord = Order.extend({
  request: z.string(),
  asked: z.array(OrderAsked).optional(),
  // Of an order whose person was erased: by what its ledger still knows the same buyer again, until it is unlinked.
  buyerKey: z.string().optional(),
  handovers: z.array(Handover.extend({ request: z.string().optional() })),
});
export type OrderRecord = z.infer<typeof OrderRecord>;

/** Spreads clocks by the last letter of the id, which is uniform. */
const shardOf = (orderId: string): number => orderId.charCodeAt(orderId.length - 1) % DUE_SHARDS;

// | entity | pk       | sk    | list 1                             | list 2                              | due                |
// | Order  | ORDER#id | ORDER | PERSON#sub or AGENCY#id / placedAt | MERCHANT#id / ORDER#state, placedAt | DUE#<shard> / dueAt |
const orders = entity({
  type: 'Order',
  schema: OrderRecord,
  key: ({ orderId }: Pick<OrderRecord, 'orderId'>) => ({ pk: `ORDER#${orderId}`, sk: 'ORDER' }),
  list1: ({ buyer, agencyId, placedAt, orderId }) =>
    isErased(buyer)
      ? undefined
      : { pk: agencyId === null ? `PERSON#${buyer}` : `AGENCY#${agencyId}`, sk: `ORDER#${placedAt}#${orderId}` },
  list2: ({ merchantId, state, placedAt, orderId }) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `ORDER#${state}#${placedAt}#${orderId}`,
  }),
  // An office reads who of its people ordered; a shop's list is read without it.
  card: [...namesIn(OrderCard), 'buyer'],
  due: ({ dueAt, orderId }) =>
    dueAt === null ? undefined : { pk: `DUE#${shardOf(orderId)}`, sk: `${dueAt}#${orderId}` },
});

export const getOrder = (table: Table, orderId: string, freshness?: Freshness) =>
  get(table, orders, { pk: `ORDER#${orderId}`, sk: 'ORDER' }, freshness);

export const orderOf = (orderId: string): Read<OrderRecord> => readOf(orders, { pk: `ORDER#${orderId}`, sk: 'ORDER' });

/** Many orders at once, in the order asked. At most 100. */
export const getOrders = (table: Table, orderIds: readonly string[]) =>
  getMany(
    table,
    orders,
    orderIds.map((orderId) => ({ pk: `ORDER#${orderId}`, sk: 'ORDER' })),
  );

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Absent on what was written before lists held it. */
const OfficeCard = OrderCard.extend({ buyer: Person.optional() });
export type OfficeCard = z.infer<typeof OfficeCard>;
/** Personal orders of a buyer, newest first. */
export const ordersOfPerson = (table: Table, person: string, request: Paging) =>
  list(table, OrderCard, 'list1', { pk: `PERSON#${person}`, prefix: 'ORDER#', descending: true, ...request });
/** Orders of an office, newest first. */
export const ordersOfAgency = (table: Table, agencyId: string, request: Paging) =>
  list(table, OfficeCard, 'list1', { pk: `AGENCY#${agencyId}`, prefix: 'ORDER#', descending: true, ...request });
/** Orders of an office that were placed in one instant: those of one cart, and by chance another's. */
export const ordersPlacedAt = (table: Table, agencyId: string, placedAt: string) =>
  list(table, OrderCard, 'list1', { pk: `AGENCY#${agencyId}`, prefix: `ORDER#${placedAt}#`, limit: 100 });
/** Orders of an office that are not over, newest first: the list is read on until the page is full or its end is reached. */
export const unfinishedOfAgency = async (table: Table, agencyId: string, { limit, after }: Paging) => {
  const items: OfficeCard[] = [];
  let next = after;
  do {
    const page = await ordersOfAgency(table, agencyId, { limit: 100, after: next });
    const open = page.items.filter(({ state }) => !isFinal(state));
    const taken = open.slice(0, limit - items.length);
    items.push(...taken);
    const last = taken.at(-1);
    if (taken.length < open.length && last) return { items, next: `ORDER#${last.placedAt}#${last.orderId}` };
    next = page.next;
  } while (next !== undefined && items.length < limit);
  return { items, next };
};
/** Orders of a shop, newest first within a state. */
export const ordersOfMerchant = (table: Table, merchantId: string, state: OrderState | undefined, request: Paging) =>
  list(table, OrderCard, 'list2', {
    pk: `MERCHANT#${merchantId}`,
    prefix: state === undefined ? 'ORDER#' : `ORDER#${state}#`,
    descending: true,
    ...request,
  });
/** Ids of orders whose clock ran out by `now`, of one shard, oldest first. */
export const dueOrders = async (table: Table, shard: number, now: string, request: Paging): Promise<Page<string>> => {
  const { items, next } = await list(table, z.object({ dsk: z.string() }), 'due', { pk: `DUE#${shard}`, ...request });
  const due = items.filter(({ dsk }) => dsk < `${now}#~`);
  return {
    items: due.map(({ dsk }) => dsk.slice(dsk.indexOf('#') + 1)),
    next: due.length < items.length ? undefined : next,
  };
};

export const insertOrder = (order: OrderRecord): Write => insert(orders, order, true);
/** Refuses the other writes when somebody has moved the order since it was read. */
export const orderStands = ({ orderId, version }: Pick<OrderRecord, 'orderId' | 'version'>): Write =>
  check('Order', { pk: `ORDER#${orderId}`, sk: 'ORDER' }, is('version', version));
export const replaceOrder = (order: OrderRecord): Write => replace(orders, order);
/** Nothing knows its former buyer's orders by each other any more. The order's version stays: nothing of it is news. */
export const unlinkOrder = (orderId: string): Write =>
  update('Order', { pk: `ORDER#${orderId}`, sk: 'ORDER' }, { clear: ['buyerKey'], when: [exists] });
