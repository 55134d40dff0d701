/** What was done, as its owner would say it. */
const words: Readonly<Record<string, string>> = {
  'register-merchant': 'mendaftarkan toko',
  'change-merchant': 'mengubah data toko',
  'add-product': 'menambah barang',
  'change-product': 'mengubah barang',
  'add-order-photo': 'mengunggah foto pesanan',
  'count-stock': 'mengubah jumlah barang',
  'add-photo': 'mengunggah foto',
  'accept-order': 'menerima pesanan',
  'decline-order': 'menolak pesanan',
  'deliver-order': 'mengantar pesanan',
  'cancel-order': 'membatalkan pesanan',
  'confirm-payment': 'menyatakan uang masuk',
  'not-find-payment': 'menyatakan uang belum masuk',
  'collect-payment': 'menerima uang tunai',
  'refuse-payment': 'mencatat pembeli menolak bayar',
  'give-back-payment': 'mencatat uang dikembalikan',
  'settle-parked-notice': 'menandai uang masuk sudah dilihat',
  'set-payment-ways': 'mengubah cara bayar',
  'set-delivery-terms': 'mengubah ongkos antar',
  'save-turnover': 'melaporkan omzet',
  'reply-to-review': 'membalas ulasan',
  'print-statement': 'mengunduh rekening koran toko',
  'print-help-record': 'mengunduh catatan pendampingan',
};
/** `menerima pesanan`, of what a helper did, to be read after their name. */
export const helperActWords = ({ operation }: { readonly operation: string }): string =>
  words[operation] ?? 'mengubah catatan toko';
