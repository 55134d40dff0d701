import type { Article } from './article.ts';

export const buying: Article = {
  slug: 'belanja',
  title: 'Cara belanja',
  lead: 'Melihat-lihat tidak perlu masuk. Anda masuk saat memesan.',
  words:
    'beli belanja pesan keranjang order checkout alamat antar ongkir ongkos kirim kurir ambil sendiri batal batalkan jadwal tanggal masuk',
  parts: [
    {
      head: 'Memesan barang',
      steps: [
        'Buka kota Anda, lalu pilih barang atau cari namanya.',
        'Tekan + di barang. Barang masuk Keranjang.',
        'Buka Keranjang, tekan Lanjut ke alamat, lalu isi alamat dan tanggal.',
        'Tekan Periksa pesanan. Pilih hari dan cara bayar setiap toko.',
        'Bila sudah benar, tekan Buat pesanan.',
      ],
    },
    {
      head: 'Bila tidak ada koneksi internet',
      text: [
        'Pesanan disimpan di HP Anda dan tertulis Belum terkirim. Pesanan dikirim sendiri saat tersambung lagi, satu kali saja.',
      ],
    },
    {
      head: 'Sesudah memesan',
      text: [
        'Penjual menerima atau menolak pesanan. Anda bisa membatalkannya di halaman Pesanan sebelum barang diantar.',
        'Sesudah barang diterima, tekan Simpan bukti belanja di halaman pesanan itu. Bukti disimpan sebagai PDF.',
      ],
    },
  ],
};

export const paying: Article = {
  slug: 'bayar',
  title: 'Cara membayar',
  lead: 'Uang Anda langsung ke penjual. Pasar Rata tidak memegang uang dan tidak memotongnya.',
  words:
    'bayar membayar pembayaran qris transfer tunai cod di tempat ditempat uang rekening lunas kembali refund bukti nota struk salah jumlah',
  parts: [
    {
      head: 'QRIS dan transfer',
      steps: [
        'Buka Pesanan, pilih cara bayar, lalu cocokkan nama penerima.',
        'Bayar dari bank atau dompet digital Anda. Ketik jumlahnya persis.',
        'Tekan Saya sudah bayar. Penjual mengecek rekeningnya, lalu pesanan menjadi Lunas.',
      ],
    },
    {
      head: 'Tunai saat diantar (COD)',
      text: [
        'Siapkan uang pas. Penjual menandai lunas saat menerima uangnya.',
        'Bila dua kali barang diantar dan tidak dibayar, COD ditutup untuk Anda di kota itu selama 90 hari.',
      ],
    },
    {
      head: 'Hati-hati',
      text: ['Jangan kirim uang ke rekening yang tidak tertulis di halaman pesanan, siapa pun yang meminta.'],
    },
  ],
};

export const receiving: Article = {
  slug: 'terima-barang',
  title: 'Menerima barang dan mengeluh',
  lead: 'Periksa barangnya dulu, lalu tekan Terima barang.',
  words: 'terima barang rusak kurang salah keluhan masalah komplain retur kembalikan tidak datang terlambat',
  parts: [
    {
      head: 'Barang sesuai',
      text: ['Tekan Terima barang di halaman pesanan. Sesudah itu Anda bisa menulis satu ulasan.'],
    },
    {
      head: 'Barang kurang atau tidak sesuai',
      steps: [
        'Bicarakan dulu dengan penjual.',
        'Bila tidak selesai, laporkan masalahnya di halaman pesanan dan tulis alasannya.',
        'Bila kedua pihak tidak sepakat sampai batas waktu, kota diminta memutuskan.',
      ],
    },
  ],
};

export const order: Article = {
  slug: 'urutan',
  title: 'Mengapa barang ini di atas?',
  lead: 'Urutan barang dibuat supaya pembeli bertemu lebih banyak usaha. Tempat di daftar tidak bisa dibeli.',
  words: 'urutan peringkat adil mengapa tampil pemerataan bawah atas keberatan',
  parts: [
    {
      head: 'Yang dilihat',
      text: [
        'Harga yang wajar, ulasan, dan kesanggupan melayani. Sesudah itu, usaha yang belum banyak menjual lebih dulu.',
        'Aturannya diumumkan kota sebelum berlaku. Setiap daftar bisa dihitung ulang oleh siapa pun.',
        'Berapa penjualan sebuah usaha tidak diumumkan. Yang tampil hanya jenjangnya, dan batas tiap jenjang berjauhan.',
      ],
    },
    {
      head: 'Bila menurut Anda keliru',
      text: ['Pemilik toko mengirim keberatan dari Toko saya. Kota menjawabnya.'],
    },
  ],
};

export const reviews: Article = {
  slug: 'ulasan',
  title: 'Ulasan',
  lead: 'Hanya pembeli yang sudah menerima barang yang bisa mengulas.',
  words: 'ulasan bintang komentar balas lapor sembunyi rating nilai',
  parts: [
    {
      head: 'Menulis dan mengubah',
      text: [
        'Tulis ulasan di halaman pesanan yang selesai. Ulasan bisa diubah selama tujuh hari, dan ditarik kapan saja.',
      ],
    },
    {
      head: 'Membalas dan melaporkan',
      text: [
        'Penjual membalas di Toko saya. Siapa pun yang masuk bisa melaporkan ulasan; kota menilai dan memberi alasan.',
        'Nilai rata-rata tampil mulai dari tiga ulasan.',
      ],
    },
  ],
};
