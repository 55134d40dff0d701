import { Problem } from '../../problem.ts';
import { dayOf } from '../basics/month.ts';
import { rupiah, day as written } from '../basics/wording.ts';
import { movedPayment } from './move-payment.ts';
import { requireAmount } from './paid-amount.ts';
import type { Payment } from './payment.ts';
import { type Moment, requireFewer, requireStep, step, wrongWay } from './payment-step.ts';
import type { TreasuryRecord } from './treasury-record.ts';

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
  requireStep(payment, 'record', moment);
  requireRecord(payment, paper, moment);
  requireFewer(payment, 'recorded');
  return movedPayment({ ...payment, treasury: paper }, 'recorded', step(moment));
};

/** What reaches the shop of a treasurer's payment: gross less what was withheld, to the rupiah. */
export const netRupiah = ({ rupiah: gross, withheld }: TreasuryRecord): number =>
  withheld.reduce((rest, tax) => rest - tax.rupiah, gross);
