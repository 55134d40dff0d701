import type { Instant } from '../../basics/month.ts';
import type { Payment, Unplaced } from '../payment.ts';
import type { Outcome } from './apply-notice.ts';
import type { Notice } from './notice.ts';

const ofThisOrder: readonly string[] = [
  'amount',
  'paid-again',
  'refund',
  'way',
] satisfies readonly Unplaced['reason'][];
const isOfThisOrder = (reason: string): reason is Unplaced['reason'] => ofThisOrder.includes(reason);

/**
 * The payment of an order after a notice of it was put before a person: nothing moves, but who paid can read that their
 * money was told of. Undefined where the notice did something else, or is money of another shop's order.
 */
export const withUnplaced = (payment: Payment, notice: Notice, outcome: Outcome, at: Instant): Payment | undefined => {
  if (outcome.kind !== 'parked' || !isOfThisOrder(outcome.reason)) return undefined;
  const { noticeId, rupiah } = notice;
  return { ...payment, unplaced: { noticeId, reason: outcome.reason, rupiah, at }, version: payment.version + 1 };
};

/** The same once the shop said what became of that money. Undefined where the payment tells of another notice. */
export const withAnswer = (payment: Payment, noticeId: string, answer: string): Payment | undefined =>
  payment.unplaced?.noticeId === noticeId
    ? { ...payment, unplaced: { ...payment.unplaced, answer }, version: payment.version + 1 }
    : undefined;

type Told = Pick<Payment, 'unplaced' | 'state'>;
/** What is still told of it; an amount that did not fit is no question any more once the order is paid. */
export const toldUnplaced = ({ unplaced, state }: Told): Unplaced | undefined =>
  unplaced?.reason === 'amount' && state === 'confirmed' ? undefined : unplaced;
/** What still waits for the shop's word. */
export const openUnplaced = (payment: Told): Unplaced | undefined => {
  const told = toldUnplaced(payment);
  return told?.answer === undefined ? told : undefined;
};
