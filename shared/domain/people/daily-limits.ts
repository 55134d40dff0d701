/**
 * How many of a thing one place or person makes in a day at most: what is kept for ever has a bound, and nobody who works by
 * hand comes near it. What has another bound (seats, shops, goods, open orders, texts of a review) is not here.
 */
export const dailyLimits = {
  photo: { most: 200, sentence: 'Toko ini sudah mengunggah 200 foto hari ini. Lanjutkan besok.' },
  logo: { most: 20, sentence: 'Logo kota sudah diganti 20 kali hari ini. Lanjutkan besok.' },
  'order-photo': { most: 60, sentence: 'Sudah 60 foto diunggah ke pesanan ini hari ini. Lanjutkan besok.' },
  'account-change': {
    most: 5,
    sentence: 'Rekening sudah 5 kali diganti hari ini. Periksa lagi nomornya, lalu ganti besok.',
  },
  invitation: { most: 100, sentence: 'Sudah 100 undangan dibuat di sini hari ini. Lanjutkan besok.' },
  allocation: { most: 200, sentence: 'Dinas ini sudah meminta 200 usulan pembagian hari ini. Lanjutkan besok.' },
  simulation: { most: 50, sentence: 'Sudah 50 simulasi dibuat kota ini hari ini. Lanjutkan besok.' },
  ceiling: { most: 500, sentence: 'Sudah 500 harga tertinggi dicatat kota ini hari ini. Lanjutkan besok.' },
  ruling: { most: 200, sentence: 'Sudah 200 keputusan pemilik dicatat kota ini hari ini. Lanjutkan besok.' },
  agency: { most: 200, sentence: 'Sudah 200 dinas ditambahkan kota ini hari ini. Lanjutkan besok.' },
  'budget-line': {
    most: 500,
    sentence: 'Sudah 500 rekening baru dicatat dinas ini hari ini. Lanjutkan besok, atau unggah lembar anggarannya.',
  },
  'register-range': {
    most: 400,
    sentence: 'Kota ini sudah memuat 400 bagian daftar usaha hari ini. Lanjutkan besok dari baris terakhir.',
  },
  'claim-link': {
    most: 2000,
    sentence: 'Sudah 2.000 tautan pemilik dibuat kota ini hari ini. Lanjutkan besok.',
  },
  'plan-import': { most: 100, sentence: 'Rencana dinas ini sudah dimuat 100 kali hari ini. Lanjutkan besok.' },
  'demand-correction': {
    most: 500,
    sentence: 'Sudah 500 kategori paket diperbaiki kota ini hari ini. Lanjutkan besok.',
  },
  complaint: {
    most: 20_000,
    sentence: 'Kota ini sudah menerima 20.000 pengaduan hari ini. Coba lagi besok, atau hubungi dinas lewat WhatsApp.',
  },
  'visitor-complaint': {
    most: 500,
    sentence: 'Sudah 500 pengaduan dari jaringan ini hari ini. Coba lagi besok, atau hubungi dinas lewat WhatsApp.',
  },
  'typed-complaint': { most: 2000, sentence: 'Sudah 2.000 pengaduan diketik kota ini hari ini. Lanjutkan besok.' },
  'complaint-guess': {
    most: 60,
    sentence: 'Kode rahasia pengaduan ini sudah 60 kali salah hari ini. Periksa lagi bukti terimanya.',
  },
  partner: { most: 20, sentence: 'Sudah 20 mitra ditambahkan di sini hari ini. Lanjutkan besok.' },
  agreement: { most: 40, sentence: 'Sudah 40 perjanjian dicatat di sini hari ini. Lanjutkan besok.' },
  'capital-application': { most: 5, sentence: 'Toko ini sudah mengirim 5 permohonan modal hari ini. Lanjutkan besok.' },
  opening: { most: 60, sentence: 'Rekam usaha ini sudah dibuka 60 kali hari ini. Lanjutkan besok.' },
  'refused-opening': { most: 20, sentence: 'Bank ini sudah mencoba membuka 20 kali hari ini.' },
  bank: { most: 50, sentence: 'Kota ini sudah mencatat 50 bank hari ini. Lanjutkan besok.' },
  series: { most: 50, sentence: 'Sudah 50 program diumumkan kota ini hari ini. Lanjutkan besok.' },
  'delivery-pin': { most: 10, sentence: 'Kode terima sudah 10 kali dicoba hari ini. Minta foto serah terima saja.' },
  'feed-part': { most: 400, sentence: 'Sudah 400 bagian berkas dikirim mitra ini hari ini. Lanjutkan besok.' },
  feed: { most: 200, sentence: 'Sudah 200 data bulanan diterima dari mitra ini hari ini. Lanjutkan besok.' },
  'driver-answer': { most: 40, sentence: 'Sudah 40 jawaban dari jaringan ini hari ini. Coba lagi besok.' },
  'driver-answers': { most: 2000, sentence: 'Sudah 2.000 jawaban lewat tautan ini hari ini. Coba lagi besok.' },
  'stock-told': { most: 30, sentence: 'Sisa barang sudah 30 kali disebut untuk Anda hari ini.' },
  'unmet-terms': { most: 30, sentence: 'Sudah 30 pencarian dihitung dari jaringan ini hari ini.' },
  'task-photo': { most: 10, sentence: 'Sudah 10 foto bukti diunggah untuk tugas ini hari ini. Lanjutkan besok.' },
  'goods-report': { most: 10, sentence: 'Anda sudah melaporkan 10 barang hari ini. Lanjutkan besok.' },
  'nip-try': { most: 5, sentence: 'Sudah 5 NIP dicoba hari ini. Periksa NIP di kartu pegawai, lalu coba lagi besok.' },
  'purchase-proof': { most: 10, sentence: 'Anda sudah mengirim 10 foto bukti hari ini. Lanjutkan besok.' },
  device: { most: 20, sentence: 'Pemberitahuan sudah dinyalakan di 20 HP baru hari ini. Coba lagi besok.' },
} as const;
export type DailyLimit = keyof typeof dailyLimits;
