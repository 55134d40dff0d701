import { Problem } from '../../problem.ts';
import type { Caller } from '../people/caller.ts';
import type { Order } from './order.ts';
import { CLOCK } from './order-clocks.ts';
import { partiesOf } from './order-parties.ts';
import type { OrderMove, OrderState } from './order-states.ts';

/** Moves that only end an order: whoever stands on both sides may still let go of it, and gains nothing by that. */
const ending: readonly OrderMove[] = ['cancel', 'reject', 'decline'];

/** On which side each state is reached; `placed` a second time is an approval. What may be either side's is told by it. */
const sideOfState: Partial<Record<OrderState, 'buyer' | 'merchant'>> = {
  awaiting_approval: 'buyer',
  placed: 'buyer',
  rejected: 'buyer',
  accepted: 'merchant',
  declined: 'merchant',
  delivered: 'merchant',
  partly_received: 'buyer',
  received: 'buyer',
  disputed: 'buyer',
};

/** Everybody who has acted for one side of an order so far. */
const actedFor = (order: Order, side: 'buyer' | 'merchant'): ReadonlySet<string> =>
  new Set([
    ...(side === 'buyer' ? [order.buyer, ...order.handovers.map(({ by }) => by)] : []),
    ...order.history.flatMap(({ state, by }) => (sideOfState[state] === side && by !== CLOCK ? [by] : [])),
  ]);

const sidesOf = (order: Order, caller: Caller) => {
  const parties = partiesOf(order, caller);
  return {
    parties,
    buys: parties.includes('buyer') || actedFor(order, 'buyer').has(caller.person),
    sells: parties.includes('merchant') || actedFor(order, 'merchant').has(caller.person),
  };
};

const bothSides = (): Problem =>
  new Problem(
    'own_order',
    'Anda ada di pihak pembeli dan pihak penjual pesanan ini. Minta orang lain melakukan langkah ini.',
  );

/** Refuses whoever stands, or has stood, on both sides of an order: what they say of its money proves nothing. */
export const requireOneSideOnly = (order: Order, caller: Caller): void => {
  const { buys, sells } = sidesOf(order, caller);
  if (buys && sells) throw bothSides();
};

/**
 * Refuses a step of somebody who stands, or has stood, on both sides of an order: who approves must not deliver, and
 * whose shop it is must not sign that the goods came, through whatever seat and in whatever order the seats were taken.
 * Nor does an officer of the city decide about a dispute of their own.
 */
export const requireOneSide = (order: Order, move: OrderMove, caller: Caller): void => {
  const { parties, buys, sells } = sidesOf(order, caller);
  // In a dispute only the shop and the city may call the order off: a buyer who could would do so as the city.
  const judgesOwn = move === 'cancel' && parties.includes('city') && !parties.includes('merchant') && (buys || sells);
  if (judgesOwn || (buys && sells && !ending.includes(move))) throw bothSides();
};
