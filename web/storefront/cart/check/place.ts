import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';
import { hashOf } from '../../../kit/files/file-hash.ts';
import { type Cart, emptyCart, isPickedUp, readCart, shopsOf, writeCart } from '../cart.ts';
import { addressLine, noteOf } from './delivery.ts';
import type { Body, Wish } from './wish.ts';

export type Placed = Output<'POST /orders'>['orders'];

export const bodyOf = (cart: Cart, { deliverOn, delivery, office, ways = {}, shops = {} }: Wish): Body => ({
  shops: shopsOf(cart).map(({ merchantId, lines }) => ({
    merchantId,
    lines: lines.map(({ productId, quantity, priceRupiah, choice, reason }) => ({
      productId,
      quantity,
      priceRupiah,
      ...(choice || reason ? { choice: { ...(choice ? { token: choice } : {}), ...(reason ? { reason } : {}) } } : {}),
    })),
    ...(ways[merchantId] ? { delivery: ways[merchantId] } : {}),
    ...(shops[merchantId] && shops[merchantId].day !== deliverOn ? { deliverOn: shops[merchantId].day } : {}),
    ...(shops[merchantId]?.way ? { paymentWay: shops[merchantId].way } : {}),
  })),
  deliverOn,
  // Who picks everything up says no address.
  ...(shopsOf(cart).every(({ merchantId }) => isPickedUp(cart, merchantId))
    ? {}
    : {
        deliverTo: {
          address: addressLine(delivery),
          district: delivery.district,
          ...(noteOf(delivery) ? { note: noteOf(delivery) } : {}),
        },
      }),
  contact: { name: delivery.name, phone: delivery.phone },
  ...(office ? { agency: office } : {}),
});

/** A key says what is ordered, so that a changed wish is another order and the same wish, sent again, is not. */
const keyFor = (body: Body, seed: string): Promise<string> => hashOf(seed + JSON.stringify(body));

/** One tab at a time: two that send at once would each think the other had not. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('pesan', work) : work();

/**
 * Orders what is in the cart. The seed of its key is kept before it is sent: after a lost answer, a reload or a second
 * tap the same order is asked for, never a second one. The cart is emptied only by an answer; empty, another tab was first.
 */
export const placeCart = (call: Call, wish: Wish): Promise<Placed> =>
  alone(async () => {
    const stored = readCart();
    if (stored.lines.length === 0) return [];
    const cart: Cart = stored.key ? stored : writeCart({ ...stored, key: crypto.randomUUID() });
    const body = bodyOf(cart, wish);
    const key = await keyFor(body, cart.key ?? '');
    const { orders } = await call('POST /orders', { body, headers: { 'idempotency-key': key } });
    writeCart(emptyCart);
    return orders;
  });
