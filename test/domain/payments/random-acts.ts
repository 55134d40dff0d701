import fc from 'fast-check';
import { expect } from 'vitest';
import type { OrderState } from '../../../shared/domain/orders/order-states.ts';
import { collect, refuse } from '../../../shared/domain/payments/cash-on-delivery/collect.ts';
import { followOrder } from '../../../shared/domain/payments/follow-order.ts';
import { applyNotice } from '../../../shared/domain/payments/notices/apply-notice.ts';
import type { Notice } from '../../../shared/domain/payments/notices/notice.ts';
import { claim, confirm, denyReturn, giveBack, notFind } from '../../../shared/domain/payments/pay.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { record } from '../../../shared/domain/payments/treasury-payment.ts';
import { Problem } from '../../../shared/problem.ts';
import { AT, by, orderLater, people, SHOP, ZONE } from './examples.ts';

export type Act = (payment: Payment) => Payment;
const caller = fc.constantFrom(...Object.values(people));
const amount = fc.constantFrom(0, 1, 28_000, 33_000, 61_000, 61_001, 122_000);
const paper = fc.record({
  kind: fc.constantFrom('UP/GU' as const, 'LS' as const, 'KKPD' as const),
  number: fc.constant('1'),
  on: fc.constantFrom('2026-11-12', '2026-11-13'),
  rupiah: amount,
  withheld: fc.array(fc.record({ name: fc.constant('PPh'), rupiah: fc.integer({ min: 1, max: 40_000 }) }), {
    maxLength: 2,
  }),
});
export const notice = fc.record({
  transaction: fc.constantFrom('t1', 't2'),
  status: fc.constantFrom('paid', 'pending', 'failed', 'refunded', 'unknown'),
  rupiah: fc.oneof(amount, fc.constant(null)),
});
export const full = (said: Pick<Notice, 'transaction' | 'status' | 'rupiah'>): Notice => ({
  ...said,
  provider: 'snap-bi',
  merchantId: SHOP,
  reference: 'r',
  receivedAt: AT,
  noticeId: JSON.stringify(said),
});

/** Anybody tries anything; what is refused leaves the payment as it was. */
export const tried =
  (act: Act): Act =>
  (payment) => {
    try {
      return act(payment);
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      return payment;
    }
  };
export const acts: fc.Arbitrary<Act> = fc.oneof(
  caller.map(
    (who): Act =>
      (payment) =>
        claim(payment, undefined, by(who)),
  ),
  fc.tuple(caller, amount).map(
    ([who, rupiah]): Act =>
      (payment) =>
        confirm(payment, rupiah, by(who)),
  ),
  fc.tuple(caller, fc.boolean()).map(
    ([who, brought]): Act =>
      (payment) =>
        collect(payment, brought, by(who)),
  ),
  caller.map(
    (who): Act =>
      (payment) =>
        notFind(payment, 'x', by(who)),
  ),
  caller.map(
    (who): Act =>
      (payment) =>
        refuse(payment, 'x', true, by(who)),
  ),
  caller.map(
    (who): Act =>
      (payment) =>
        giveBack(payment, 'x', by(who)),
  ),
  caller.map(
    (who): Act =>
      (payment) =>
        denyReturn(payment, 'x', by(who)),
  ),
  fc.tuple(caller, paper).map(
    ([who, one]): Act =>
      (payment) =>
        record(payment, one, by(who)),
  ),
  notice.map(
    (said): Act =>
      (payment) => {
        const outcome = applyNotice(payment, full(said), AT, ZONE);
        return 'payment' in outcome ? outcome.payment : payment;
      },
  ),
  fc
    .tuple(
      fc.constantFrom<OrderState>(
        'accepted',
        'delivered',
        'partly_received',
        'received',
        'cancelled',
        'declined',
        'disputed',
      ),
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom(0, 28_000, 61_000),
    )
    .map(
      ([state, version, received]): Act =>
        (payment) => {
          const gone = state === 'received' && received === 0 ? 61_000 : received;
          return followOrder(payment, orderLater(state, version, gone, payment.agencyId !== null), AT) ?? payment;
        },
    ),
);
