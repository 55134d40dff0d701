/** What a partner does, in the words of the page. */
export const partnerKinds = {
  ride: 'Angkutan daring',
  delivery: 'Pengantaran',
  marketplace: 'Lokapasar',
  payment: 'Pembayaran',
  other: 'Lainnya',
} as const;
