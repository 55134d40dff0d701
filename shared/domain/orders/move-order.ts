import { Problem } from '../../problem.ts';
import type { Day, Instant } from '../basics/month.ts';
import { actsForMerchant, type Caller, holds, isCityAdmin } from '../people/caller.ts';
import type { Order } from './order.ts';
import { type ClockTerms, dueAfter } from './order-clocks.ts';
import { type OrderMove, type OrderParty, type OrderState, orderMoves, stateLabels } from './order-states.ts';

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
const sideOf = ({ by }: Rule, parties: readonly OrderParty[]): OrderParty | undefined =>
  by.includes('merchant') && parties.includes('merchant') ? 'merchant' : by.find((party) => parties.includes(party));

type Person = ClockTerms & { readonly caller: Caller; readonly at: Instant; readonly reason?: string | undefined };

/** One plain move along the table by a person. Approving one's own order is refused: the maker is never the approver. */
export const moveOrder = <O extends Order>(order: O, move: OrderMove, { caller, ...how }: Person): O => {
  const parties = partiesOf(order, caller);
  const rule = requireMove(order, move, parties);
  if (move === 'approve') requireOtherHand(order, caller);
  return moved(order, rule.to, { ...how, by: caller.person, side: sideOf(rule, parties) });
};

const requireOtherHand = (order: Order, caller: Caller): void => {
  if (order.buyer === caller.person)
    throw new Problem('own_order', 'Pesanan yang Anda buat sendiri disetujui oleh pejabat lain.');
};

/** So often one order is given another day: each stays in its trail, and a record that grows for ever can no longer be written. */
const MOST_DAYS = 5;

const requireDayLeft = ({ history }: Order): void => {
  if (history.filter((step) => step.deliverOn !== undefined).length >= MOST_DAYS)
    throw new Problem(
      'date_not_possible',
      `Hari pesanan ini sudah ${MOST_DAYS} kali diganti. Batalkan, lalu pesan lagi untuk hari yang cocok.`,
      [{ pointer: '/deliverOn', detail: `Paling banyak ${MOST_DAYS} kali.` }],
    );
};

/**
 * The order on another day, for which its clock does not begin again. What an office already approved is moved by an
 * approver who did not make it, as it was approved. The year of its budget is the year of its delivery.
 */
export const rescheduleOrder = <O extends Order>(order: O, deliverOn: Day, { caller, ...how }: Person): O => {
  const parties = partiesOf(order, caller);
  const rule = requireMove(order, 'reschedule', parties);
  if (order.agencyId !== null && order.state === 'placed') {
    if (!parties.includes('approver'))
      throw new Problem('not_allowed', 'Pesanan ini sudah disetujui; hari barunya dipilih oleh pejabat.');
    requireOtherHand(order, caller);
  }
  requireDayLeft(order);
  const after = moved(order, rule.to, { ...how, by: caller.person, side: sideOf(rule, parties) });
  const { agency } = order;
  return {
    ...after,
    deliverOn,
    dueAt: order.dueAt,
    ...(agency
      ? {
          agency: {
            ...agency,
            budgetYear: deliverOn.slice(0, 4),
            eventDate: agency.eventDate < deliverOn ? deliverOn : agency.eventDate,
          },
        }
      : {}),
    history: after.history.map((step, index) => (index < order.history.length ? step : { ...step, deliverOn })),
  };
};
