import { type Instant, monthOf } from '../../basics/month.ts';
import { moved } from '../move-order.ts';
import type { Order, OrderLine, Receipt } from '../order.ts';
import type { ClockTerms } from '../order-clocks.ts';
import { requireMove } from '../order-rules.ts';
import type { OrderParty } from '../order-states.ts';
import { quantities, remaining } from './receipt-lines.ts';
import { requireRestSettled, requireSense } from './receipt-rules.ts';

/** What a receipt does: the order after it, and rupiah for the standing. What goes back is in holdings.ts. */
export type Received<O extends Order = Order> = {
  readonly order: O;
  readonly rupiah: number;
  readonly first: boolean;
};

type Receiving = ClockTerms & {
  readonly by: string;
  readonly parties: readonly OrderParty[];
  readonly at: Instant;
  readonly handoverId: string;
  readonly move?: 'receive' | 'settle';
};
type Taken = (line: OrderLine) => number;

/** The record of what changed hands now. */
const handoverOf = (
  order: Order,
  receipt: Receipt,
  taken: Taken,
  { by, at, handoverId, zone }: Receiving,
): Order['handovers'][number] => ({
  handoverId,
  at,
  month: monthOf(at, zone),
  by,
  receivedBy: receipt.receivedBy ?? order.buyerName,
  condition: receipt.condition,
  ...(receipt.remarks === undefined ? {} : { remarks: receipt.remarks }),
  ...(receipt.rating === undefined ? {} : { rating: receipt.rating }),
  lines: order.lines
    .filter((line) => taken(line) > 0)
    .map((line) => ({ productId: line.productId, quantity: taken(line) })),
  rupiah: order.lines.reduce((sum, line) => sum + line.priceRupiah * taken(line), 0),
});

/**
 * Receives all or part of an order. The value received now enters the merchant's standing of the month of `at`; pieces
 * given up return to the shelf; pieces promised later keep the order open.
 */
export const receiveOrder = <O extends Order>(order: O, receipt: Receipt, receiving: Receiving): Received<O> => {
  const { parties, handoverId: _, move = 'receive', ...how } = receiving;
  requireMove(order, move, parties);
  const now = quantities(order, receipt);
  const taken: Taken = ({ productId }) => now.get(productId) ?? 0;
  requireSense(
    order,
    receipt,
    order.lines.reduce((sum, line) => sum + taken(line), 0),
  );
  const lines = order.lines.map((line) => ({ ...line, received: line.received + taken(line) }));
  const partly = receipt.rest === 'later' && lines.some((line) => remaining(line) > 0);
  if (partly) requireRestSettled(order);
  const handover = handoverOf(order, receipt, taken, receiving);
  return {
    order: {
      ...moved(order, partly ? 'partly_received' : 'received', how),
      lines,
      receivedRupiah: order.receivedRupiah + handover.rupiah,
      handovers: [...order.handovers, handover],
    },
    rupiah: handover.rupiah,
    first: order.handovers.length === 0,
  };
};
