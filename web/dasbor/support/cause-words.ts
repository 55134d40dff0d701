import type { Cause } from './wanted.ts';

/** Why a shop does not sell, as an officer says it; and how a message to the shop begins that helps with it. */
export const causeWords: Readonly<Record<Cause, { readonly name: string; readonly offer: string }>> = {
  offer: { name: 'Penawarannya perlu dibenahi', offer: 'Kami ingin membantu membenahi penawaran Anda.' },
  never_chosen: { name: 'Tampil, belum dipilih', offer: 'Kami ingin meninjau foto dan pilihan barang bersama Anda.' },
  never_shown: { name: 'Belum pernah tampil', offer: 'Kami sedang memeriksa mengapa barang Anda belum tampil.' },
  no_demand: { name: 'Belum ada permintaan', offer: 'Kami ingin mencarikan saluran lain untuk barang Anda.' },
  unreachable: { name: 'Tidak menjawab', offer: 'Kami ingin bertemu dan mendengar kabar usaha Anda.' },
};
