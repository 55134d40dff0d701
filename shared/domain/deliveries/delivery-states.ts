/**
 * How far goods are on their way, whoever brings them. `rank` is the order in which states come; `end` is where nothing
 * follows. `see-partner` is what a ride company says in a word we do not know: its own page knows more.
 */
export const deliveryStates = {
  allocating: { rank: 0, end: false },
  'see-partner': { rank: 1, end: false },
  assigned: { rank: 2, end: false },
  'at-pickup': { rank: 3, end: false },
  'picked-up': { rank: 4, end: false },
  'in-transit': { rank: 5, end: false },
  'on-hold': { rank: 6, end: false },
  returning: { rank: 7, end: false },
  delivered: { rank: 8, end: true },
  returned: { rank: 9, end: true },
  lost: { rank: 10, end: true },
  cancelled: { rank: 11, end: true },
  'no-driver': { rank: 12, end: true },
} as const satisfies Record<string, { rank: number; end: boolean }>;
export type DeliveryStateCode = keyof typeof deliveryStates;

export const isEnd = (state: DeliveryStateCode): boolean => deliveryStates[state].end;

/** What a shop's own courier can say from each state: what a ride company says comes in any order and is not asked. */
export const ownMoves = {
  allocating: ['in-transit', 'cancelled'],
  'see-partner': [],
  assigned: [],
  'at-pickup': [],
  'picked-up': [],
  'in-transit': ['delivered', 'on-hold', 'returning', 'lost'],
  'on-hold': ['in-transit', 'delivered', 'returning', 'lost'],
  returning: ['returned', 'lost'],
  delivered: [],
  returned: [],
  lost: [],
  cancelled: [],
  'no-driver': [],
} as const satisfies Record<DeliveryStateCode, readonly DeliveryStateCode[]>;

/** What people read. */
export const deliveryWords: Readonly<Record<DeliveryStateCode, string>> = {
  allocating: 'Menunggu kurir',
  'see-partner': 'Lihat di aplikasi mitra',
  assigned: 'Kurir ditemukan',
  'at-pickup': 'Kurir di toko',
  'picked-up': 'Barang diambil kurir',
  'in-transit': 'Dalam perjalanan',
  'on-hold': 'Tertahan di jalan',
  returning: 'Dibawa kembali ke toko',
  delivered: 'Sampai menurut kurir',
  returned: 'Kembali di toko',
  lost: 'Hilang di jalan',
  cancelled: 'Pengantaran dibatalkan',
  'no-driver': 'Tidak ada kurir',
};

/** Who does what next, to each side; nothing where nobody has to. */
export const nextSteps: Readonly<
  Partial<Record<DeliveryStateCode, { readonly shop: string; readonly buyer: string }>>
> = {
  'no-driver': {
    shop: 'Mitra tidak menemukan kurir. Pesan lagi, pilih mitra lain, atau antar sendiri.',
    buyer: 'Mitra tidak menemukan kurir. Toko mencari cara lain; Anda tidak perlu berbuat apa-apa.',
  },
  cancelled: {
    shop: 'Pesan kurir lagi, atau antar sendiri.',
    buyer: 'Toko mencari cara lain untuk mengantar.',
  },
  'on-hold': {
    shop: 'Telepon kurirnya, lalu kabari pembeli.',
    buyer: 'Kurir tertahan. Toko menghubungi kurirnya.',
  },
  returning: {
    shop: 'Tunggu barang kembali. Jangan batalkan pesanan sebelum barang di tangan Anda.',
    buyer: 'Barang dibawa kembali ke toko. Toko menghubungi Anda.',
  },
  returned: {
    shop: 'Periksa barangnya, hubungi pembeli, lalu antar lagi atau batalkan pesanan.',
    buyer:
      'Barang kembali di toko. Toko mengantar lagi, atau pesanan dibatalkan dan yang sudah Anda bayar dikembalikan.',
  },
  lost: {
    shop: 'Kirim pengganti, atau batalkan pesanan dan kembalikan yang sudah dibayar. Ganti rugi dimintakan toko ke kurirnya.',
    buyer:
      'Toko harus mengirim pengganti atau mengembalikan yang sudah Anda bayar. Bila tidak, laporkan masalah di pesanan ini.',
  },
  delivered: {
    shop: 'Kata kurir bukan tanda terima. Pesanan selesai setelah pembeli menerima.',
    buyer: 'Periksa barangnya, lalu tekan terima. Bila belum sampai, laporkan masalah.',
  },
};

/** The goods have come, and the shop has not said so: only after it has can a buyer receive them. */
const untold = {
  shop: 'Kata kurir bukan tanda terima. Tekan Sudah diantar, supaya pembeli bisa menerima barangnya.',
  buyer:
    'Periksa barangnya. Tombol terima muncul setelah toko mencatat Sudah diantar. Bila belum sampai, hubungi toko.',
};
/** They are lost on the way of an order that is not brought: its buyer reports nothing yet, and may call it off. */
const lostUntold =
  'Toko harus mengirim pengganti, atau pesanan dibatalkan dan yang sudah Anda bayar dikembalikan. Anda juga boleh membatalkannya di sini.';
/** Who does what next; `isTold` once the shop has said that the goods are with their buyer. */
export const nextStep = (state: DeliveryStateCode, isTold: boolean) => {
  const next = nextSteps[state];
  if (isTold) return next;
  if (state === 'delivered') return untold;
  return next && state === 'lost' ? { shop: next.shop, buyer: lostUntold } : next;
};
