import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import { actsForMerchant, type Caller, holds } from '../people/caller.ts';
import type { Payment } from './payment.ts';
import {
  type PaymentMove,
  type PaymentParty,
  type PaymentState,
  paymentLabels,
  paymentMoves,
} from './payment-states.ts';

/** The sides of this payment a person stands on. The city reads no payment: it reads clocks and sums. */
export const partiesOfPayment = (payment: Payment, caller: Caller): PaymentParty[] => {
  const parties: PaymentParty[] = [];
  if (actsForMerchant(caller, payment.merchantId)) parties.push('merchant');
  if (payment.agencyId === null) {
    if (payment.buyer === caller.person) parties.push('buyer');
  } else {
    const scope = `agency:${payment.agencyId}`;
    if (holds(caller, scope, ['buyer', 'approver', 'treasurer'])) parties.push('buyer');
    if (holds(caller, scope, ['treasurer'])) parties.push('treasurer');
  }
  return parties;
};

/** Answers the payment only to its parties; to everybody else it does not exist. */
export const requirePaymentParty = (payment: Payment | undefined, caller: Caller): Payment => {
  if (!payment || partiesOfPayment(payment, caller).length === 0)
    throw new Problem('payment_not_found', 'Pembayaran tidak ditemukan. Periksa lagi tautannya.');
  return payment;
};

type Rule = { by: readonly PaymentParty[]; to: PaymentState };
export const paymentRule = (state: PaymentState, move: PaymentMove): Rule | undefined =>
  (paymentMoves[state] as Partial<Record<PaymentMove, Rule>>)[move];

/** Where the last step of somebody stands in the trail: what followed from it by itself bears its hand and its moment. */
const lastSaid = ({ history }: Payment): number => {
  const [before, last] = [history.at(-2), history.at(-1)];
  const followed =
    before !== undefined &&
    before.at === last?.at &&
    before.by === last.by &&
    paymentRule(before.state, 'end')?.to === last.state;
  return history.length - (followed ? 2 : 1);
};

/** The payment already stands where this move leads, by the same hand: a repeated click has nothing left to do. */
export const paymentAlreadyMoved = (payment: Payment, move: PaymentMove, person: string): boolean => {
  const at = lastSaid(payment);
  const [before, last] = [payment.history[at - 1], payment.history[at]];
  return (
    before !== undefined &&
    last !== undefined &&
    last.by === person &&
    paymentRule(before.state, move)?.to === last.state
  );
};

/** The reason that the last step gave: whoever repeats it says the same. */
export const lastReason = (payment: Payment): string | undefined => payment.history[lastSaid(payment)]?.reason;

/** May this party make this move now? Throws what the person should read when not. */
export const requirePaymentMove = (payment: Payment, move: PaymentMove, parties: readonly PaymentParty[]): Rule => {
  const rule = paymentRule(payment.state, move);
  if (!rule)
    throw new Problem(
      'payment_moved_on',
      `Pembayaran ini ${paymentLabels[payment.state]}; langkah itu tidak berlaku lagi.`,
    );
  if (!rule.by.some((party) => parties.includes(party)))
    throw new Problem('not_allowed', 'Langkah ini bukan bagian Anda dalam pembayaran ini.');
  return rule;
};

export type Step = { readonly by: string; readonly at: Instant; readonly reason?: string };

const stepped = (payment: Payment, state: PaymentState, { by, at, reason }: Step): Payment => ({
  ...payment,
  state,
  history: [...payment.history, { state, at, by, ...(reason === undefined ? {} : { reason }) }],
});

/** What came beyond what is to be paid: all of it once the order ended, what was given up otherwise. */
const owedBack = ({ paidRupiah, dueRupiah, orderEnded }: Payment): number =>
  orderEnded ? paidRupiah : Math.max(0, paidRupiah - dueRupiah);

/**
 * What follows by itself: the end of an order takes an unpaid payment with it, and money that came for nothing, or for
 * goods that were given up, is owed back.
 */
const settled = (payment: Payment, step: Step): Payment => {
  const { state, orderEnded } = payment;
  if (state === 'confirmed') {
    const returnRupiah = owedBack(payment);
    return returnRupiah === 0 ? payment : stepped({ ...payment, returnRupiah }, 'return_owed', step);
  }
  const end = orderEnded ? paymentRule(state, 'end') : undefined;
  return end ? stepped(payment, end.to, step) : payment;
};

/** The payment after a move, with all that follows from it; one version older. */
export const movedPayment = (payment: Payment, to: PaymentState, step: Step): Payment => ({
  ...settled(stepped(payment, to, step), step),
  version: payment.version + 1,
});

/** Also what became of the order moves a payment: no step of its own, but what follows from it. */
export const followedPayment = (payment: Payment, step: Step): Payment => ({
  ...settled(payment, step),
  version: payment.version + 1,
});
