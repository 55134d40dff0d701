/*
 * What an erasure takes and what it leaves, in the words people read. A test holds these lists against everything that the
 * table has of a person before and after.
 */

export type Stays = { readonly what: string; readonly reason: string; readonly until: string | null };

export const GOES: readonly string[] = [
  'Alamat tersimpan, daftar belanja tersimpan, kabar, pengaturan kabar, dan HP yang menerima kabar',
  'Undangan yang belum Anda jawab',
  'Nama, nomor HP, alamat, catatan, dan foto di pesanan pribadi Anda',
  'Kata-kata dan foto ulasan Anda',
  'Foto bukti bayar dan bukti belanja, serta sambungan akun ke NIP',
];

export const STAYS: readonly Stays[] = [
  {
    what: 'Barang, jumlah uang, kecamatan, dan tanggal pesanan pribadi, tanpa Anda. Tiap pesanan memakai nama acak sendiri. Alasan yang ditulis toko atau kota juga tetap',
    reason: 'Pembukuan toko dan jumlah untuk kota tidak boleh berubah.',
    until: null,
  },
  {
    what: 'Tanda acak bahwa beberapa pesanan berasal dari pembeli yang sama, tanpa akun dan nama',
    reason: 'Pertanyaan integritas dan hitungan penjualan toko tidak bisa dihindari dengan menghapus akun.',
    until: '120 hari setelah tiap pesanan, atau 400 hari bila toko menolaknya',
  },
  {
    what: 'Bintang ulasan, tanpa kata, foto, dan nama',
    reason: 'Nilai toko tidak boleh berubah karena penulisnya pergi.',
    until: null,
  },
  {
    what: 'Nama Anda dalam kabar tentang pesanan yang sudah diterima toko',
    reason: 'Kabar itu milik toko.',
    until: 'setengah tahun setelah kabarnya',
  },
  {
    what: 'Bayar di tempat yang pernah ditolak: waktunya saja, di nomor akun',
    reason: 'Batas bayar di tempat tidak bisa dihapus dengan menghapus akun.',
    until: '180 hari setelah penolakan terakhir',
  },
  {
    what: 'Tanda tersandi nomor HP yang dipakai saat bayar di tempat ditolak, dan bahwa pesanan yang sudah diterima toko Anda batalkan',
    reason: 'Batas itu tidak bisa dihindari dengan akun baru.',
    until: '90 hari',
  },
  {
    what: 'Toko yang pernah menjadi tempat Anda bekerja, di nomor akun',
    reason: 'Bekas orang toko tidak boleh mengulas atau memutuskan tentang toko itu.',
    until: 'satu tahun setelah akun dihapus',
  },
  {
    what: 'Pesanan, surat, dan tindakan Anda untuk dinas, kota, atau toko, dengan nomor akun',
    reason: 'Uang dan keputusan untuk umum harus bisa diperiksa, dan catatannya berantai.',
    until: null,
  },
  {
    what: 'Berkas toko yang Anda tutup: nama pemilik, alamat, dan nomor identitas yang tersandi',
    reason: 'Kota mencatat siapa yang pernah berjualan, dan pemilik lama dikenali bila mendaftar lagi.',
    until: null,
  },
  {
    what: 'Laporan tentang barang atau ulasan yang Anda kirim, dengan nomor akun',
    reason: 'Satu orang melapor satu kali.',
    until: null,
  },
  {
    what: 'Pengaduan dan usulan',
    reason: 'Dibuka dengan kode rahasianya, bukan dengan akun.',
    until: null,
  },
  {
    what: 'Salinan cadangan seluruh pasar',
    reason: 'Hanya untuk memulihkan pasar bila rusak.',
    until: '35 hari',
  },
  {
    what: 'Berapa kali Anda mengirim sesuatu hari ini',
    reason: 'Batas harian tidak bisa diulang.',
    until: 'dua hari kemudian',
  },
];

/** The sign-in itself is somebody else's. */
export const SIGN_IN_NOTE =
  'Nama, surel, dan kata sandi disimpan layanan masuk, bukan Pasar Rata. Minta dinas kota Anda menghapusnya setelah ini selesai.';
