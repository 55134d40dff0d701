import { Problem } from '../../problem.ts';
import type { Day } from '../basics/month.ts';
import { rupiah } from '../basics/wording.ts';
import type { Payment } from './payment.ts';

/** Whether an amount can be this payment's: what is due now, or what was ordered. Anything else is for a person to sort out. */
export const fitsAmount = ({ dueRupiah, totalRupiah }: Payment, amount: number): boolean =>
  amount > 0 && (amount === dueRupiah || amount === totalRupiah);

export const requireAmount = (payment: Payment, amount: number, pointer: string): void => {
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
