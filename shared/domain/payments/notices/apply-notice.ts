import { dayOf, type Instant, type Zone } from '../../basics/month.ts';
import { movedPayment, paymentRule } from '../move-payment.ts';
import { fitsAmount, paid } from '../paid-amount.ts';
import type { Payment } from '../payment.ts';
import type { Notice, ParkedReason } from './notice.ts';

/**
 * What a notice did. `early`: its order is not known yet, it is kept. `noted`: a hint that moves nothing. `known`: the
 * payment has this money already. `parked`: for a person to look at, with why.
 */
export type Outcome =
  | { readonly kind: 'confirmed'; readonly payment: Payment }
  | { readonly kind: 'matched'; readonly payment: Payment }
  | { readonly kind: 'early' | 'noted' | 'known' }
  | { readonly kind: 'parked'; readonly reason: ParkedReason };

/** The hand that a provider's notice moves a payment with, in its trail. */
const providerHand = ({ provider }: Pick<Notice, 'provider'>): string => `provider:${provider}`;

/** Money of this payment that was confirmed by the shop before its provider said so: the same money, told twice. */
const isSameMoney = (payment: Payment, notice: Notice): boolean =>
  payment.transaction === undefined && payment.paidRupiah === notice.rupiah && payment.way !== 'cod';

const tellsPaid = (payment: Payment, notice: Notice & { rupiah: number }, at: Instant, zone: Zone): Outcome => {
  // Another sum under the same number is not the same money.
  if (payment.transaction === notice.transaction && payment.paidRupiah === notice.rupiah) return { kind: 'known' };
  const rule = paymentRule(payment.state, 'confirm');
  if (!rule) {
    if (!isSameMoney(payment, notice)) return { kind: 'parked', reason: payment.paidRupiah > 0 ? 'paid-again' : 'way' };
    return {
      kind: 'matched',
      payment: { ...payment, transaction: notice.transaction, version: payment.version + 1 },
    };
  }
  if (payment.way === 'treasury') return { kind: 'parked', reason: 'way' };
  if (!fitsAmount(payment, notice.rupiah)) return { kind: 'parked', reason: 'amount' };
  const withMoney = { ...paid(payment, notice.rupiah, dayOf(at, zone)), transaction: notice.transaction };
  return { kind: 'confirmed', payment: movedPayment(withMoney, rule.to, { by: providerHand(notice), at }) };
};

/**
 * Applies one verified notice. Payments only go forward: what is confirmed stays so whatever comes after, and a notice
 * that comes again, in any order with others, has no second effect. One shop's account confirms only that shop's payments.
 */
export const applyNotice = (payment: Payment | undefined, notice: Notice, at: Instant, zone: Zone): Outcome => {
  const { status, rupiah, merchantId } = notice;
  if (payment === undefined) return { kind: 'early' };
  if (payment.merchantId !== merchantId) return { kind: 'parked', reason: 'other-shop' };
  if (status === 'refunded') return { kind: 'parked', reason: 'refund' };
  if (status !== 'paid') return { kind: 'noted' };
  if (rupiah === null) return { kind: 'parked', reason: 'amount' };
  return tellsPaid(payment, { ...notice, rupiah }, at, zone);
};
