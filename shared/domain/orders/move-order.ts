import { Problem } from '../../problem.ts';
import { type Instant, later } from '../basics/month.ts';
import { actsForMerchant, type Caller, holds, isCityAdmin } from '../people/caller.ts';
import type { Order } from './order.ts';
import { clocks, type OrderMove, type OrderParty, type OrderState, orderMoves, stateLabels } from './order-states.ts';

/** The sides of this order a person stands on. The city sees an order only while it is disputed. */
export const partiesOf = (order: Order, caller: Caller): OrderParty[] => {
  const parties: OrderParty[] = [];
  if (actsForMerchant(caller, order.merchantId)) parties.push('merchant');
  if (order.agencyId === null) {
    if (order.buyer === caller.person) parties.push('buyer');
  } else {
    const scope = `agency:${order.agencyId}`;
    if (holds(caller, scope, ['buyer', 'approver', 'treasurer'])) parties.push('buyer');
    if (holds(caller, scope, ['approver'])) parties.push('approver');
  }
  if (order.state === 'disputed' && isCityAdmin(caller, order.cityCode)) parties.push('city');
  return parties;
};

/** Answers the order only to its parties; to everybody else it does not exist. */
export const requireParty = (order: Order | undefined, caller: Caller): Order => {
  if (!order || partiesOf(order, caller).length === 0)
    throw new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');
  return order;
};

type Rule = { by: readonly OrderParty[]; to: OrderState };
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

/** The order in its next state, with its clock set and its trail one entry longer. */
export const moved = (
  order: Order,
  to: OrderState,
  by: string,
  at: Instant,
  { reason, side }: { reason?: string | undefined; side?: OrderParty | undefined } = {},
): Order => {
  const clock = clocks[to];
  const running = clock && !(clock.move === 'settle' && order.agencyId !== null);
  return {
    ...order,
    state: to,
    dueAt: running ? later(at, clock.milliseconds) : null,
    history: [
      ...order.history,
      { state: to, at, by, ...(side === undefined ? {} : { side }), ...(reason === undefined ? {} : { reason }) },
    ],
    version: order.version + 1,
  };
};

/** The side a move is made on. Who stands on both acts for the shop: what it cancels must not pass for the buyer's. */
const sideOf = ({ by }: Rule, parties: readonly OrderParty[]): OrderParty | undefined =>
  by.includes('merchant') && parties.includes('merchant') ? 'merchant' : by.find((party) => parties.includes(party));

/** One plain move along the table by a person. Approving one's own order is refused: the maker is never the approver. */
export const moveOrder = (order: Order, move: OrderMove, caller: Caller, at: Instant, reason?: string): Order => {
  const parties = partiesOf(order, caller);
  const rule = requireMove(order, move, parties);
  if (move === 'approve' && order.buyer === caller.person)
    throw new Problem('own_order', 'Pesanan yang Anda buat sendiri disetujui oleh pejabat lain.');
  return moved(order, rule.to, caller.person, at, { reason, side: sideOf(rule, parties) });
};

/** The person the clock acts as in the trail. */
export const CLOCK = 'clock';

/** What the clock does to an order whose time ran out; undefined when it is not (or no longer) due. */
export const overdueMove = (order: Order, now: Instant): 'lapse' | 'settle' | undefined =>
  order.dueAt !== null && order.dueAt <= now ? clocks[order.state]?.move : undefined;
