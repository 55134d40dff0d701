import type { PaymentWay } from '../basics/payment-way.ts';
import type { PaymentState } from './payment-states.ts';

/** How people call the ways to pay. */
export const wayNames: Record<PaymentWay, string> = {
  cod: 'Bayar di tempat (tunai)',
  qris: 'QRIS',
  transfer: 'Transfer bank',
  treasury: 'Lewat bendahara',
};

/** The three words people know; the sentence beside it says the rest. */
export const paymentBadge = (state: PaymentState): string => {
  switch (state) {
    case 'confirmed':
      return 'Lunas';
    case 'claimed':
    case 'recorded':
      return 'Menunggu konfirmasi';
    case 'return_owed':
      return 'Uang harus dikembalikan';
    case 'returned':
      return 'Uang dikembalikan';
    case 'refused':
      return 'Ditolak saat diantar';
    case 'void':
      return 'Tidak perlu dibayar';
    default:
      return 'Belum dibayar';
  }
};
