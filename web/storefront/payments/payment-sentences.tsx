import { rupiah } from '../../../shared/domain/basics/wording.ts';
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
