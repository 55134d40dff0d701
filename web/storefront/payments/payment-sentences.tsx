import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { toldUnplaced } from '../../../shared/domain/payments/notices/unplaced.ts';
import type { Unplaced } from '../../../shared/domain/payments/payment.ts';
import type { Payment } from './how-to-pay.tsx';

/** What differs from the order's total: less to pay, or money that goes back. */
export const DueSentence = ({ payment: { state, dueRupiah, totalRupiah, returnRupiah } }: { payment: Payment }) => {
  if (state === 'return_owed')
    return <p class="small">Penjual harus mengembalikan {rupiah(returnRupiah)} ke pembeli.</p>;
  if (state === 'returned') return <p class="small">Penjual sudah mengembalikan {rupiah(returnRupiah)}.</p>;
  if (state === 'void' || dueRupiah === totalRupiah) return null;
  return <p class="small">Yang harus dibayar {rupiah(dueRupiah)}, sesuai barang yang diterima.</p>;
};

const notFound = ({ agencyId }: Payment, sells: boolean): string => {
  if (sells) return 'Anda belum menemukan uangnya. Pembeli sudah diberi tahu.';
  return agencyId === null
    ? 'Penjual belum menemukan uang Anda. Cek pengirimannya di aplikasi Anda, lalu tekan Saya sudah bayar.'
    : 'Penjual belum menemukan uangnya. Bendahara mengecek pengirimannya, lalu mencatatnya lagi.';
};
const arrived = (sum: string, but: string): string =>
  `Uang Anda ${sum} sudah sampai ke penjual, ${but}. Penjual sedang melihatnya; jangan membayar lagi sebelum ada kabar.`;
const unplacedWords: Record<Unplaced['reason'], (sum: string) => string> = {
  amount: (sum) => arrived(sum, 'tetapi jumlahnya lain dari pesanan ini, jadi belum dihitung lunas'),
  'paid-again': (sum) => arrived(sum, 'padahal pembayaran pesanan ini sudah pernah masuk'),
  way: (sum) => arrived(sum, 'padahal pesanan ini dibayar dengan cara lain'),
  refund: (sum) => `Penyedia pembayaran mengabarkan ${sum} dikembalikan kepada Anda. Penjual sedang melihatnya.`,
};
/** Money that was told of and fits nothing by itself: who paid reads that it is not lost, and what came of it. */
export const UnplacedSentence = ({ payment, sells }: { payment: Payment; sells: boolean }) => {
  const unplaced = toldUnplaced(payment);
  if (!unplaced) return null;
  const sum = unplaced.rupiah === null ? 'yang jumlahnya tidak terbaca' : rupiah(unplaced.rupiah);
  const { answer, reason } = unplaced;
  if (answer !== undefined)
    return (
      <p class="small">
        Uang masuk {sum}. {sells ? 'Anda' : 'Penjual'} menulis: “<bdi>{answer}</bdi>”
      </p>
    );
  if (sells)
    return (
      <p>
        Penyedia Anda mengabarkan uang {sum} yang tidak cocok dengan pesanan ini. Lihat{' '}
        <a href="/toko-saya/">Uang masuk yang perlu dilihat</a>.
      </p>
    );
  return <p role="status">{unplacedWords[reason](sum)}</p>;
};

/** Whose words the last step has: a shop did not find, was refused, or gave back; a buyer did not get it back. */
const writerOf = ({ state, history }: Payment): string | undefined => {
  if (state === 'not_found' || state === 'refused' || state === 'returned') return 'Penjual';
  return state === 'return_owed' && history.at(-2)?.state === 'returned' ? 'Pembeli' : undefined;
};
/** What one of the two said last, in their own words: they were asked for them so that the other can read them. */
export const LastWords = ({ payment, sells }: { payment: Payment; sells: boolean }) => {
  const [writer, reason] = [writerOf(payment), payment.history.at(-1)?.reason];
  return (
    <>
      {payment.state === 'not_found' && <p>{notFound(payment, sells)}</p>}
      {writer && reason && (
        <p class="small">
          {writer} menulis: “<bdi>{reason}</bdi>”
        </p>
      )}
    </>
  );
};

/** Refused at the door: the order ends by itself, unless one of the two says otherwise. */
export const RefusedSentence = ({ sells }: { sells: boolean }) => (
  <p class="small">
    {sells
      ? 'Anda mencatat pembeli menolak barang. Pesanan batal sendiri dan stok kembali. Jadi dibayar? Tekan Terima tunai.'
      : 'Penjual mencatat barang ditolak saat diantar. Tanpa kabar dari Anda, pesanan batal sendiri. Barang sudah Anda terima? Tekan Terima barang.'}
  </p>
);

/** To the shop: what the market saw of the picture that was sent as proof. */
export const ProofHints = ({ payment: { proofLike, proofAlsoOf } }: { payment: Payment }) => (
  <>
    {proofLike && (
      <p class="small">
        Gambar ini mirip dengan bukti <a href={`/pesanan/${proofLike}#bayar`}>pesanan lain</a>. Mungkin uang yang sama,
        mungkin bukan. Bandingkan jumlah dan jamnya, lalu lihat di rekening Anda.
      </p>
    )}
    {proofAlsoOf && (
      <p class="small">
        Foto bukti ini juga dikirim untuk <a href={`/pesanan/${proofAlsoOf}#bayar`}>pesanan lain</a>. Cocokkan jumlahnya
        di rekening Anda.
      </p>
    )}
  </>
);
