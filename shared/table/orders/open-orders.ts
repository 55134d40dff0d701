import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { isOpenOrder, type OpenLimits, type OpenOrders } from '../../domain/orders/open-orders.ts';
import type { Order } from '../../domain/orders/order.ts';
import { fromItem } from '../engine/card.ts';
import { hasAtMost, is, isAbsent } from '../engine/fields.ts';
import type { Read } from '../engine/reads.ts';
import { remove, update, upsert, type Write } from '../engine/writes.ts';

/*
 * What a person has open, beside the orders: their ids, and beside each shop's id those of its orders. Sets, not
 * numbers: the same order counts once however often it is written, and one that is taken out twice is out. The limit is
 * their size, held in the commit that places, so that no two carts at once can pass it.
 */

// | entity     | pk         | sk   |
// | OpenOrders | PERSON#sub | OPEN |   order ids, and by shop; since when, how many were received and since when, how often in cash
const ofPerson = (person: string) => ({
  type: 'OpenOrders',
  key: { pk: `PERSON#${person}`, sk: 'OPEN' },
});

const Stored = z.object({
  since: Instant.optional(),
  leaving: Instant.optional(),
  received: z.int().default(0),
  receivedSince: Instant.optional(),
  cash: z.int().default(0),
  open: z.set(z.string()).default(new Set<string>()),
});
const Ids = z.set(z.string());

/** What somebody has open: read with everything else an order is decided from. */
export const openOrdersOf = (person: string): Read<OpenOrders> => ({
  key: ofPerson(person).key,
  parse: (item) => {
    const { open, ...rest } = Stored.parse(item);
    const shops = Object.entries(fromItem(item)).filter(([name]) => name.startsWith('mrc_'));
    return { ...rest, orderIds: open, atShop: new Map(shops.map(([shop, ids]) => [shop, Ids.parse(ids)])) };
  },
});

type Placed = Pick<Order, 'orderId' | 'merchantId' | 'placedAt' | 'buyer'>;

/** What a choice of cash adds to an update: it was decided from what was open when cash was chosen so often. */
const inCash = (seen: number) => ({
  add: { cash: 1 },
  when: [seen === 0 ? isAbsent('cash') : is('cash', seen)],
});

/** Somebody pays an open order in cash after all. Two that choose at once are decided one after the other. */
export const choseCash = (person: string, { cash }: Pick<OpenOrders, 'cash'>): Write => {
  const { type, key } = ofPerson(person);
  return upsert(type, key, inCash(cash));
};

/**
 * A cart's orders are open from now on, some of them in cash if `cash` says how often that was chosen before. Somebody who
 * reached a limit meanwhile is told by a rerun, with their orders read.
 */
export const opened = (
  orders: readonly Placed[],
  { orders: most, atShop }: OpenLimits,
  cash: number | undefined,
): Write[] => {
  const [first] = orders;
  if (!first) return [];
  const { type, key } = ofPerson(first.buyer);
  const paid = cash === undefined ? { add: {}, when: [] } : inCash(cash);
  const atShops = orders.map(({ merchantId, orderId }) => [merchantId, new Set([orderId])] as const);
  return [
    upsert(type, key, {
      setOnce: { since: first.placedAt },
      add: { open: new Set(orders.map(({ orderId }) => orderId)), ...Object.fromEntries(atShops), ...paid.add },
      when: [
        hasAtMost('open', most - orders.length),
        isAbsent('leaving'),
        ...orders.map(({ merchantId }) => hasAtMost(merchantId, atShop - 1)),
        ...paid.when,
      ],
    }),
  ];
};

/** A move that ends a personal order takes it out; one with goods received is remembered, because it makes its buyer known. */
export const closed = (before: Order, after: Order): Write[] => {
  if (!isOpenOrder(before) || isOpenOrder(after)) return [];
  const { orderId, merchantId, buyer, receivedRupiah, history } = after;
  const { type, key } = ofPerson(buyer);
  const id = new Set([orderId]);
  const received = after.state === 'received' && receivedRupiah > 0;
  return [
    upsert(type, key, {
      ...(received ? { setOnce: { receivedSince: history.at(-1)?.at }, add: { received: 1 } } : {}),
      takeOut: { open: id, [merchantId]: id },
    }),
  ];
};

/** From now on they order nothing; refused while anything is open, so that either the order stands or the erasure does. */
export const stopOrders = (person: string, at: Instant): Write => {
  const { type, key } = ofPerson(person);
  return upsert(type, key, { set: { leaving: at }, when: [isAbsent('open')] });
};

/** They may order again. */
export const allowOrders = (person: string): Write => {
  const { type, key } = ofPerson(person);
  return update(type, key, { clear: ['leaving'] });
};

/** What counted their orders goes last, with what kept them from ordering. */
export const forgetOrders = (person: string): Write => remove(ofPerson(person).type, ofPerson(person).key);
