import type { Order, OrderLine } from '../../shared/domain/orders/order.ts';
import { endedUndelivered } from '../../shared/domain/orders/order-states.ts';
import { releaseBudget } from '../../shared/table/agencies.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { giveBackStock } from '../../shared/table/stock.ts';

/** Returns pieces to the shelf (or the day's capacity), and their money to the office's budget line. */
export const returnPieces = (order: Order, pieces: readonly { line: OrderLine; quantity: number }[]): Write[] => {
  const back = pieces.filter(({ quantity }) => quantity > 0);
  const rupiah = back.reduce((sum, { line, quantity }) => sum + line.priceRupiah * quantity, 0);
  const released =
    order.agencyId !== null && order.agency && rupiah > 0
      ? [releaseBudget(order.agencyId, order.agency.budgetYear, order.agency.budgetCode, rupiah)]
      : [];
  return [
    ...back.map(({ line, quantity }) => giveBackStock(line, order.merchantId, quantity, order.deliverOn)),
    ...released,
  ];
};

/** What an order gives back when it ends without delivery: everything not yet received. */
export const giveBack = (before: Order, after: Order): Write[] =>
  endedUndelivered.includes(after.state) && before.state !== after.state
    ? returnPieces(
        after,
        after.lines.map((line) => ({ line, quantity: line.quantity - line.received })),
      )
    : [];
