import { Problem } from '../../../problem.ts';
import { dayOf } from '../../basics/month.ts';
import { movedPayment } from '../move-payment.ts';
import { paid } from '../paid-amount.ts';
import type { Payment } from '../payment.ts';
import { type Moment, requireStep, step, wrongWay } from '../payment-step.ts';

const requireCodHandedOut = (payment: Payment, brought: boolean): void => {
  if (payment.way !== 'cod') throw wrongWay('Pesanan ini tidak dibayar di tempat.');
  if (!brought)
    throw new Problem(
      'payment_too_early',
      'Uang di tempat ditandai setelah barang dikirim. Tandai dulu pesanan dikirim.',
    );
};

/** Cash in the hand of the shop, at the handover. `brought`: the order was delivered, so there was a handover at all. */
export const collect = (payment: Payment, brought: boolean, moment: Moment): Payment => {
  requireStep(payment, 'collect', moment);
  requireCodHandedOut(payment, brought);
  return movedPayment(paid(payment, payment.dueRupiah, dayOf(moment.at, moment.zone)), 'confirmed', step(moment));
};

/** The buyer did not take, or not pay, what was brought. Counts against cash for this buyer in this city. */
export const refuse = (payment: Payment, reason: string, brought: boolean, moment: Moment): Payment => {
  requireStep(payment, 'refuse', moment);
  requireCodHandedOut(payment, brought);
  return movedPayment(payment, 'refused', step(moment, reason));
};
