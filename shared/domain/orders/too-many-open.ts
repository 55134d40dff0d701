import { Problem } from '../../problem.ts';
import type { LimitReached, OpenLimits } from './open-orders.ts';
import type { Order } from './order.ts';
import { stateLabels } from './order-states.ts';
import type { Cart } from './placing/cart.ts';

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
