import { Problem } from '../../problem.ts';
import type { Day } from '../basics/month.ts';
import { day as written } from '../basics/wording.ts';
import type { Merchant } from '../register/merchant.ts';
import { isOpen } from '../register/merchant-moves.ts';
import type { Order } from './order.ts';
import type { OrderMove } from './order-states.ts';

/**
 * How the shop must stand for a move that leads towards delivery; every other move is possible however it stands. What was
 * accepted is delivered, received, disputed and ended also while the shop is suspended: the buyer waits for it. Prices and
 * pieces are those of the day the order was placed: they were taken and locked then, and the shop may still decline.
 */
export const shopNeeds: Partial<Record<OrderMove, 'open' | 'open on the day'>> = {
  approve: 'open',
  reschedule: 'open',
  accept: 'open on the day',
};

type Shop = Pick<Merchant, 'name' | 'status' | 'pausedUntil' | 'closedAt'>;

/** Refuses a move for a shop that is suspended, or on leave when it would have to deliver. */
export const requireShop = (move: OrderMove, shop: Shop, { deliverOn }: Pick<Order, 'deliverOn'>, today: Day): void => {
  const need = shopNeeds[move];
  if (need === undefined || isOpen(shop, need === 'open' ? today : deliverOn)) return;
  const { name, status, pausedUntil, closedAt } = shop;
  if (closedAt !== undefined)
    throw new Problem('merchant_closed', `${name} sudah ditutup pemiliknya. Tolak atau batalkan pesanan ini.`);
  throw status === 'verified' && pausedUntil !== null
    ? new Problem(
        'merchant_closed',
        `${name} sedang tutup sampai ${written(pausedUntil)}. Langkah ini menunggu toko buka.`,
      )
    : new Problem('merchant_closed', `${name} sedang ditangguhkan oleh kota. Tolak atau batalkan pesanan ini.`);
};

/** Refuses to go on with an order whose day has passed while it waited. */
export const requireDayAhead = (move: OrderMove, { deliverOn }: Pick<Order, 'deliverOn'>, today: Day): void => {
  if ((move === 'approve' || move === 'accept') && deliverOn < today)
    throw new Problem(
      'date_not_possible',
      `Hari pengantaran ${written(deliverOn)} sudah lewat. Pembeli memilih hari baru dulu.`,
      [{ pointer: '/deliverOn', detail: `Paling awal ${written(today)} (${today}).` }],
    );
};
