import type { ParkedReason, Provider } from './notices/notice.ts';

/** Who told of the money, as its shop knows it. */
export const providerNames: Record<Provider, string> = {
  midtrans: 'Midtrans',
  xendit: 'Xendit',
  'snap-bi': 'Bank (SNAP BI)',
};

/** Why money that a provider told of waits for a person of the shop. */
export const parkedWords: Record<ParkedReason, string> = {
  amount: 'Jumlahnya tidak sama dengan pesanannya',
  'other-shop': 'Nomor pesanannya milik toko lain',
  'paid-again': 'Pesanannya sudah pernah dibayar',
  refund: 'Penyedia mengembalikan uang ini',
  way: 'Pesanannya dibayar dengan cara lain',
  reference: 'Tanpa nomor pesanan',
  'unknown-order': 'Pesanannya tidak ditemukan',
};
