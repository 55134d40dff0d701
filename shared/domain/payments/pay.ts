import { Problem } from '../../problem.ts';
import { dayOf } from '../basics/month.ts';
import type { PaymentWay } from '../basics/payment-way.ts';
import { movedPayment, partiesOfPayment } from './move-payment.ts';
import { paid, requireAmount } from './paid-amount.ts';
import type { Payment } from './payment.ts';
import { type Moment, requireFewer, requireOtherHand, requireStep, step, wrongWay } from './payment-step.ts';
import { requireWay, type WayFacts } from './way-rule.ts';

/** The buyer chooses, or changes, how to pay while nothing was said of money yet. */
export const chooseWay = (payment: Payment, way: PaymentWay, ways: WayFacts, moment: Moment): Payment => {
  if (!partiesOfPayment(payment, moment.caller).includes('buyer'))
    throw new Problem('not_allowed', 'Hanya pembeli yang memilih cara bayar.');
  if (payment.state !== 'unpaid' && payment.state !== 'not_found')
    throw new Problem('payment_moved_on', 'Cara bayar tidak bisa diganti lagi.');
  requireWay(way, ways);
  return { ...payment, way, version: payment.version + 1 };
};

/** "Saya sudah bayar": the buyer's word, with a picture if there is one. It confirms nothing. */
export const claim = (payment: Payment, proofId: string | undefined, moment: Moment): Payment => {
  requireStep(payment, 'claim', moment);
  if (payment.way === null) throw wrongWay('Pilih dulu cara bayar, lalu beri tahu penjual.');
  if (payment.way === 'cod') throw wrongWay('Bayar di tempat dikonfirmasi penjual saat uang diterima.');
  if (payment.way === 'treasury') throw wrongWay('Pembayaran dinas dicatat oleh bendahara.');
  requireFewer(payment, 'claimed');
  return movedPayment(proofId === undefined ? payment : { ...payment, proofId }, 'claimed', step(moment));
};

/** The shop has seen the money: the whole amount, or it says that it did not find it. */
export const confirm = (payment: Payment, amount: number, moment: Moment): Payment => {
  requireStep(payment, 'confirm', moment);
  if (payment.way === 'cod') throw wrongWay('Tandai bayar di tempat saat uangnya Anda terima.');
  if (payment.way === 'treasury' && payment.state === 'unpaid')
    throw new Problem(
      'payment_too_early',
      'Tunggu bendahara mencatat pembayarannya, lalu cocokkan dengan rekening Anda.',
    );
  requireOtherHand(payment, moment);
  requireAmount(payment, amount, '/rupiah');
  return movedPayment(paid(payment, amount, dayOf(moment.at, moment.zone)), 'confirmed', step(moment));
};

/** The shop looked and found nothing: the buyer is told why, and may tell again. */
export const notFind = (payment: Payment, reason: string, moment: Moment): Payment => {
  requireStep(payment, 'not-find', moment);
  requireOtherHand(payment, moment);
  return movedPayment(payment, 'not_found', step(moment, reason));
};

/** The shop gave back what it owed; the buyer may deny it. */
export const giveBack = (payment: Payment, reason: string, moment: Moment): Payment => {
  requireStep(payment, 'give-back', moment);
  return movedPayment(payment, 'returned', step(moment, reason));
};

export const denyReturn = (payment: Payment, reason: string, moment: Moment): Payment => {
  requireStep(payment, 'deny', moment);
  requireFewer(payment, 'returned');
  return movedPayment(payment, 'return_owed', step(moment, reason));
};
