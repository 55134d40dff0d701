import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Line } from './evidence.tsx';
import type { Cause } from './wanted.ts';

/** Why a shop does not sell, as an officer says it; and how a message to the shop begins that helps with it. */
export const causeWords: Readonly<Record<Cause, { readonly name: string; readonly offer: string }>> = {
  offer: { name: 'Penawarannya perlu dibenahi', offer: 'Kami ingin membantu membenahi penawaran Anda.' },
  never_chosen: { name: 'Tampil, belum dipilih', offer: 'Kami ingin meninjau foto dan pilihan barang bersama Anda.' },
  never_shown: { name: 'Belum pernah tampil', offer: 'Kami sedang memeriksa mengapa barang Anda belum tampil.' },
  no_demand: { name: 'Belum ada permintaan', offer: 'Kami ingin mencarikan saluran lain untuk barang Anda.' },
  unreachable: { name: 'Tidak menjawab', offer: 'Kami ingin bertemu dan mendengar kabar usaha Anda.' },
};

/** What a message to the shop says of its own case: the one thing to mend first. */
export const offerTo = ({ cause, fix, evidence: { price } }: Pick<Line, 'cause' | 'fix' | 'evidence'>): string => {
  if (fix === 'price' && price)
    return `Harga Anda ${rupiah(price.priceRupiah)}; barang seharga ${rupiah(price.lineRupiah)} atau kurang lebih dulu dilihat pembeli.`;
  if (fix === 'photo') return 'Barang Anda belum berfoto; kami bisa membantu memotretnya.';
  if (fix === 'listing') return 'Belum ada barang yang bisa dipesan di toko Anda; kami bisa membantu memasangnya.';
  if (fix === 'capacity')
    return 'Ada pesanan yang lebih besar dari kapasitas Anda; kami ingin mencarikan jalan keluarnya.';
  return causeWords[cause].offer;
};
