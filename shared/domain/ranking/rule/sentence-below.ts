import { digits, rupiahText } from './figures-in-words.ts';
import type { Failure } from './gate.ts';

const ratingText = (rating: number): string => rating.toFixed(2).replace('.', ',');

/** Why an offer stands below the line. */
export const sentenceBelow = (failure: Failure): string => {
  switch (failure.reason) {
    case 'not_verified':
      return 'Turun urutan karena usahanya belum diverifikasi.';
    case 'closed':
      return 'Turun urutan karena tokonya sedang tutup.';
    case 'not_delivered_there':
      return 'Turun urutan karena tidak mengantar ke lokasi pesanan.';
    case 'not_on_that_day':
      return 'Turun urutan karena tidak bisa mengantar pada hari itu.';
    case 'fewer_than_minimum':
      return `Turun urutan karena dipesan paling sedikit ${digits(failure.minUnits)}.`;
    case 'capacity_too_little':
      return failure.capacityUnits === 0
        ? 'Turun urutan karena sedang habis.'
        : `Turun urutan karena yang bisa dipesan paling banyak ${digits(failure.capacityUnits)}, sedangkan diperlukan ${digits(failure.neededUnits)}.`;
    case 'price_above_ceiling':
      return `Turun urutan karena harganya ${rupiahText(failure.priceRupiah)}, di atas batas resmi ${rupiahText(failure.ceilingRupiah)}.`;
    case 'price_above_fair':
      return `Turun urutan karena harganya ${rupiahText(failure.priceRupiah)}, di atas batas wajar ${rupiahText(failure.lineRupiah)}.`;
    case 'rating_too_low':
      return `Turun urutan karena nilai mutunya ${ratingText(failure.rating)}, di bawah ${ratingText(failure.floor)}.`;
  }
};

/** Every reason of the gate in few words, in the order they are tested. Only added to: closed months name them. */
export const shortReasons: Readonly<Record<Failure['reason'], string>> = {
  not_verified: 'belum diverifikasi',
  closed: 'sedang tutup',
  not_delivered_there: 'tidak mengantar ke lokasi',
  not_on_that_day: 'tidak bisa pada hari itu',
  fewer_than_minimum: 'di bawah jumlah paling sedikit',
  capacity_too_little: 'kapasitas kurang',
  price_above_ceiling: 'di atas batas resmi',
  price_above_fair: 'di atas harga wajar',
  rating_too_low: 'mutu di bawah batas',
};

/** What a buyer is asked a reason for. */
export const sentenceOfReason = (reason: string): string =>
  `Turun urutan: ${shortReasons[reason as Failure['reason']] ?? reason}.`;
