import { Problem } from '../../problem.ts';
import { type Day, dayOf, type Instant, type Zone } from '../basics/month.ts';
import type { PaymentWay } from '../basics/payment-way.ts';
import { rupiah, day as written } from '../basics/wording.ts';
import type { Caller } from '../people/caller.ts';
import { movedPayment, partiesOfPayment, requirePaymentMove } from './move-payment.ts';
import type { Payment, TreasuryRecord } from './payment.ts';
import type { PaymentMove } from './payment-states.ts';
import { requireWay, type WayFacts } from './way-rule.ts';

/** When, where and by whom a decision is made. */
export type Moment = { readonly caller: Caller; readonly at: Instant; readonly zone: Zone };

const require = (payment: Payment, move: PaymentMove, { caller }: Moment) =>
  requirePaymentMove(payment, move, partiesOfPayment(payment, caller));

const step = ({ caller, at }: Moment, reason?: string) => ({
  by: caller.person,
  at,
  ...(reason === undefined ? {} : { reason }),
});

const wrongWay = (sentence: string): Problem =>
  new Problem('way_not_offered', sentence, [{ pointer: '/way', detail: 'Periksa cara bayar pesanan ini.' }]);

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
  require(payment, 'claim', moment);
  if (payment.way === null) throw wrongWay('Pilih dulu cara bayar, lalu beri tahu penjual.');
  if (payment.way === 'cod') throw wrongWay('Bayar di tempat dikonfirmasi penjual saat uang diterima.');
  if (payment.way === 'treasury') throw wrongWay('Pembayaran dinas dicatat oleh bendahara.');
  requireFewer(payment, 'claimed');
  return movedPayment(proofId === undefined ? payment : { ...payment, proofId }, 'claimed', step(moment));
};

/** Who pays and the shop may say no to each other so often; then they talk, or the city does. */
const MOST_TIMES = 10;
const requireFewer = ({ history }: Payment, said: 'claimed' | 'recorded' | 'returned'): void => {
  if (history.filter(({ state }) => state === said).length < MOST_TIMES) return;
  throw new Problem(
    'limit_reached',
    `Pembayaran ini sudah ${MOST_TIMES} kali dikabarkan dan dibantah. Hubungi toko, atau minta bantuan kota.`,
  );
};

/** Whether an amount can be this payment's: what is due now, or what was ordered. Anything else is for a person to sort out. */
export const fitsAmount = ({ dueRupiah, totalRupiah }: Payment, amount: number): boolean =>
  amount > 0 && (amount === dueRupiah || amount === totalRupiah);

const requireAmount = (payment: Payment, amount: number, pointer: string): void => {
  if (!fitsAmount(payment, amount))
    throw new Problem(
      'amount_differs',
      `Jumlahnya ${rupiah(amount)}, seharusnya ${rupiah(payment.dueRupiah)}. Hubungi pihak lain untuk menyelesaikan selisihnya.`,
      [{ pointer, detail: `Seharusnya ${rupiah(payment.dueRupiah)}.` }],
    );
};

/** The amount is in: from here on it is paid. A treasurer's day is kept, any other payment is of today. */
export const paid = (payment: Payment, amount: number, today: Day): Payment => ({
  ...payment,
  paidRupiah: amount,
  paidOn: payment.state === 'recorded' ? (payment.treasury?.on ?? today) : today,
});

/** Nobody confirms what they themselves told or recorded: a second pair of eyes looks at the account. */
const requireOtherHand = ({ history }: Payment, { caller }: Moment): void => {
  const said = history.some(({ state, by }) => (state === 'claimed' || state === 'recorded') && by === caller.person);
  if (said)
    throw new Problem('own_payment', 'Pembayaran yang Anda catat sendiri dikonfirmasi oleh orang lain di toko.');
};

/** The shop has seen the money: the whole amount, or it says that it did not find it. */
export const confirm = (payment: Payment, amount: number, moment: Moment): Payment => {
  require(payment, 'confirm', moment);
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
  require(payment, 'not-find', moment);
  requireOtherHand(payment, moment);
  return movedPayment(payment, 'not_found', step(moment, reason));
};

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
  require(payment, 'collect', moment);
  requireCodHandedOut(payment, brought);
  return movedPayment(paid(payment, payment.dueRupiah, dayOf(moment.at, moment.zone)), 'confirmed', step(moment));
};

/** The buyer did not take, or not pay, what was brought. Counts against cash for this buyer in this city. */
export const refuse = (payment: Payment, reason: string, brought: boolean, moment: Moment): Payment => {
  require(payment, 'refuse', moment);
  requireCodHandedOut(payment, brought);
  return movedPayment(payment, 'refused', step(moment, reason));
};

const requireRecord = (payment: Payment, record: TreasuryRecord, moment: Moment): void => {
  if (payment.way !== 'treasury') throw wrongWay('Hanya pesanan dinas yang dicatat bendahara.');
  // No payment before the goods: UU 1/2004, pasal 21 (1).
  if (payment.handedOverAt === null)
    throw new Problem('payment_too_early', 'Pembayaran dinas dicatat setelah barang diterima (BAST).');
  requireAmount(payment, record.rupiah, '/rupiah');
  const withheld = record.withheld.reduce((sum, tax) => sum + tax.rupiah, 0);
  if (withheld >= record.rupiah)
    throw new Problem('amount_differs', 'Pajak yang dipotong tidak boleh sebesar pembayarannya. Periksa angkanya.', [
      { pointer: '/withheld', detail: `Kurang dari ${rupiah(record.rupiah)}.` },
    ]);
  const today = dayOf(moment.at, moment.zone);
  if (record.on > today || record.on < dayOf(payment.placedAt, moment.zone))
    throw new Problem('date_not_possible', 'Tanggal bukti bayar harus antara hari pesanan dan hari ini.', [
      { pointer: '/on', detail: `Paling lambat ${written(today)}.` },
    ]);
};

/** The office's treasurer paid: from which purse, with which paper, gross and withheld. */
export const record = (payment: Payment, paper: TreasuryRecord, moment: Moment): Payment => {
  require(payment, 'record', moment);
  requireRecord(payment, paper, moment);
  requireFewer(payment, 'recorded');
  return movedPayment({ ...payment, treasury: paper }, 'recorded', step(moment));
};

/** What reaches the shop of a treasurer's payment: gross less what was withheld, to the rupiah. */
export const netRupiah = ({ rupiah: gross, withheld }: TreasuryRecord): number =>
  withheld.reduce((rest, tax) => rest - tax.rupiah, gross);

/** The shop gave back what it owed; the buyer may deny it. */
export const giveBack = (payment: Payment, reason: string, moment: Moment): Payment => {
  require(payment, 'give-back', moment);
  return movedPayment(payment, 'returned', step(moment, reason));
};

export const denyReturn = (payment: Payment, reason: string, moment: Moment): Payment => {
  require(payment, 'deny', moment);
  requireFewer(payment, 'returned');
  return movedPayment(payment, 'return_owed', step(moment, reason));
};
