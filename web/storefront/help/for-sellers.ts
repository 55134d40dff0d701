import type { Article } from './article.ts';

export const selling: Article = {
  slug: 'menjual',
  title: 'Cara berjualan',
  lead: 'Daftar sekitar sepuluh menit. Berjualan di sini tidak dipungut biaya.',
  words:
    'jual jualan daftar toko usaha umkm verifikasi nik nib npwp rekening foto barang harga stok habis tutup libur ubah',
  parts: [
    {
      head: 'Mendaftar',
      steps: [
        'Buka Jual di sini, lalu isi nama usaha, alamat, dan NIK pemilik. Badan usaha mengisi NPWP dan NIB.',
        'Kirim. Petugas kota memeriksanya.',
        'Bila dikembalikan, buka Toko saya, perbaiki bagian yang ditandai, lalu kirim ulang.',
      ],
    },
    {
      head: 'Menambah barang',
      text: [
        'Buka Toko saya, tekan Tambah barang, lalu isi foto, nama, dan harga. Tekan Habis bila barang sedang tidak ada.',
        'Harga, foto, jumlah, dan hari libur setiap barang bisa diganti kapan saja: tekan Ubah di bawah barangnya. Pesanan yang sudah masuk tetap memakai harga lama.',
      ],
    },
    {
      head: 'Supaya bisa dibayar',
      text: [
        'Di Toko saya, pilih cara pembeli membayar: tunai, QRIS, atau transfer. Isi juga Rekening toko; dinas selalu membayar ke rekening.',
      ],
    },
    {
      head: 'Pemilik tidak punya HP',
      text: [
        'Keluarga, kader, atau petugas kelurahan bisa mendaftarkan toko dan mengurusnya dari HP mereka. Semua yang mereka lakukan tercatat.',
        'Rekening diisi sebelum toko diverifikasi. Sesudah itu rekening dan QRIS hanya bisa diganti pemilik sendiri.',
      ],
    },
  ],
};

export const orders: Article = {
  slug: 'pesanan-masuk',
  title: 'Mengurus pesanan masuk',
  lead: 'Jawab pesanan baru sebelum batas waktunya, supaya tidak batal sendiri.',
  words: 'pesanan masuk terima tolak antar kirim kurir ongkir kabar pemberitahuan notifikasi bunyi uang cair',
  parts: [
    {
      head: 'Dari pesanan sampai uang',
      steps: [
        'Buka Toko saya. Tekan Terima atau Tolak di Pesanan baru.',
        'Antar pada harinya, lalu tekan Sudah diantar.',
        'Cek uang di rekening Anda, lalu tandai bahwa uangnya sudah masuk.',
        'Semua pesanan, juga yang sudah selesai atau batal, ada di Pesanan toko.',
      ],
    },
    {
      head: 'Supaya HP memberi tahu',
      text: [
        'Buka Akun, lalu Kabar, lalu tekan Beri tahu saya di HP ini. Isinya hanya seperti “Ada pesanan baru”.',
        'Anda bisa memilih kabar apa saja dan jam tenangnya.',
      ],
    },
  ],
};

export const report: Article = {
  slug: 'lapor-omzet',
  title: 'Melaporkan omzet bulanan',
  lead: 'Penjualan di Pasar Rata sudah terisi. Anda tinggal menambah penjualan lain.',
  words: 'omzet lapor bulan laporan pajak penjualan luar',
  parts: [
    {
      head: 'Caranya',
      steps: [
        'Buka Toko saya, lalu lihat bagian Omzet.',
        'Tambahkan penjualan di luar Pasar Rata: di toko, di acara, atau di tempat lain.',
        'Tekan Simpan. Laporan sebulan bisa diubah sampai tanggal 10 bulan berikutnya.',
      ],
    },
    {
      head: 'Siapa yang membacanya',
      text: [
        'Dinas kota Anda dan inspektorat, untuk tahu siapa yang belum menjual dan perlu dibantu.',
        'Provinsi dan umum hanya melihat jumlah banyak toko bersama-sama. Laporan ini bukan laporan pajak.',
      ],
    },
  ],
};

export const training: Article = {
  slug: 'pelatihan',
  title: 'Pelatihan, kursi, dan hasilnya',
  lead: 'Siapa yang mendapat kursi, dan bagaimana dinas tahu pelatihan berguna.',
  words: 'pelatihan pendampingan program kursi undian antrean sertifikat hadir kode hasil pengaruh',
  parts: [
    {
      head: 'Mendaftar',
      steps: [
        'Buka Toko saya, lalu Pelatihan. Tekan Daftar.',
        'Sesudah pendaftaran ditutup, kursi dibagi: yang paling lama belum menjual lebih dulu, dan di antara yang sama diundi.',
        'Di tiap pertemuan, tunjukkan kode hadir di HP Anda kepada pendamping. Kode tampil juga tanpa internet.',
      ],
    },
    {
      head: 'Sertifikat',
      text: [
        'Terbit bagi yang hadir di sedikitnya tiga perempat pertemuan. Siapa pun dapat memeriksanya dengan kode QR atau tautannya.',
      ],
    },
    {
      head: 'Cara menilai hasil program',
      text: [
        'Peserta yang mendapat kursi karena undian dibandingkan dengan yang belum kebagian karena undian yang sama. Hanya nasib yang membedakan mereka, jadi bedanya berasal dari program.',
        'Bila undian terlalu sedikit, peserta dibandingkan dengan usaha serupa: kategori, kecamatan, ukuran, dan arah omzet yang sama.',
        'Yang dibandingkan ialah kenaikan omzet lewat pasar ini, dari tiga bulan sebelum program ke satu, tiga, dan enam bulan sesudahnya.',
        'Bila peserta kurang dari 20, usaha serupa terlalu sedikit, atau kedua pihak sudah berbeda sejak awal, hasilnya belum bisa dinilai, dan tidak ada angka yang ditampilkan.',
      ],
    },
  ],
};
