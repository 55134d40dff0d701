import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import type { Caller } from '../people/caller.ts';
import type { Order } from './order.ts';
import { type ClockTerms, dueAfter } from './order-clocks.ts';
import { partiesOf } from './order-parties.ts';
import { type Rule, requireMove } from './order-rules.ts';
import type { OrderMove, OrderParty, OrderState } from './order-states.ts';

export type Moving = ClockTerms & {
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string | undefined;
  readonly side?: OrderParty | undefined;
};

/** The order in its next state, with its clock set and its trail one entry longer. */
export const moved = <O extends Order>(order: O, to: OrderState, { by, at, reason, side, ...terms }: Moving): O => {
  const step = {
    state: to,
    at,
    by,
    ...(side === undefined ? {} : { side }),
    ...(reason === undefined ? {} : { reason }),
  };
  const after = { ...order, state: to, history: [...order.history, step], version: order.version + 1 };
  return { ...after, dueAt: dueAfter(after, at, terms) };
};

/** The side a move is made on. Who stands on both acts for the shop: what it cancels must not pass for the buyer's. */
export const sideOf = ({ by }: Rule, parties: readonly OrderParty[]): OrderParty | undefined =>
  by.includes('merchant') && parties.includes('merchant') ? 'merchant' : by.find((party) => parties.includes(party));

export type Person = ClockTerms & {
  readonly caller: Caller;
  readonly at: Instant;
  readonly reason?: string | undefined;
};

/** One plain move along the table by a person. Approving one's own order is refused: the maker is never the approver. */
export const moveOrder = <O extends Order>(order: O, move: OrderMove, { caller, ...how }: Person): O => {
  const parties = partiesOf(order, caller);
  const rule = requireMove(order, move, parties);
  if (move === 'approve') requireOtherHand(order, caller);
  return moved(order, rule.to, { ...how, by: caller.person, side: sideOf(rule, parties) });
};

export const requireOtherHand = (order: Order, caller: Caller): void => {
  if (order.buyer === caller.person)
    throw new Problem('own_order', 'Pesanan yang Anda buat sendiri disetujui oleh pejabat lain.');
};
