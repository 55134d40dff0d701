import { Problem } from '../../problem.ts';
import type { Order } from './order.ts';
import { type OrderMove, type OrderParty, type OrderState, orderMoves, stateLabels } from './order-states.ts';

export type Rule = { by: readonly OrderParty[]; to: OrderState };
export const ruleOf = (state: OrderState, move: OrderMove): Rule | undefined =>
  (orderMoves[state] as Partial<Record<OrderMove, Rule>>)[move];

/** The order already stands where this move leads, so a repeated click has nothing left to do. */
export const alreadyMoved = (order: Order, move: OrderMove, person: string): boolean => {
  const last = order.history.at(-1);
  const before = order.history.at(-2);
  return (
    last !== undefined && before !== undefined && last.by === person && ruleOf(before.state, move)?.to === order.state
  );
};

/** May this party make this move now? Throws what the person should read when not. */
export const requireMove = (order: Order, move: OrderMove, parties: readonly OrderParty[]): Rule => {
  const rule = ruleOf(order.state, move);
  if (!rule)
    throw new Problem('order_moved_on', `Pesanan ini ${stateLabels[order.state]}; langkah itu tidak berlaku lagi.`);
  if (!rule.by.some((party) => parties.includes(party)))
    throw new Problem('not_allowed', 'Langkah ini bukan bagian Anda dalam pesanan ini.');
  return rule;
};
