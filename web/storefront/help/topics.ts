/** One part of a page: what it is about, sentences, and steps in their order. */
export type Part = { readonly head: string; readonly text?: readonly string[]; readonly steps?: readonly string[] };

/** A page of help. `words` are what people type when they look for it. */
export type Topic = {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly parts: readonly Part[];
};

const buying: Topic = {
  slug: 'belanja',
  title: 'Cara belanja',
  lead: 'Melihat-lihat tidak perlu masuk. Anda masuk saat memesan.',
  words: 'beli pesan keranjang order checkout alamat antar ongkir masuk',
  parts: [
    {
      head: 'Memesan barang',
      steps: [
        'Buka kota Anda, lalu pilih barang atau cari namanya.',
        'Tekan + di barang. Barang masuk Keranjang.',
        'Buka Keranjang, tekan Lanjut ke alamat, lalu isi alamat dan tanggal.',
        'Tekan Periksa pesanan. Bila sudah benar, tekan Buat pesanan.',
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
      ],
    },
  ],
};

const paying: Topic = {
  slug: 'bayar',
  title: 'Cara membayar',
  lead: 'Uang Anda langsung ke penjual. Pasar Rata tidak memegang uang dan tidak memotongnya.',
  words: 'bayar qris transfer tunai cod uang rekening lunas kembali',
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

const receiving: Topic = {
  slug: 'terima-barang',
  title: 'Menerima barang dan mengeluh',
  lead: 'Periksa barangnya dulu, lalu tekan Terima barang.',
  words: 'terima barang rusak kurang salah keluhan masalah',
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

const selling: Topic = {
  slug: 'menjual',
  title: 'Cara berjualan',
  lead: 'Daftar sekitar sepuluh menit. Berjualan di sini tidak dipungut biaya.',
  words: 'jual daftar toko usaha umkm verifikasi nik nib foto barang harga stok habis tutup',
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
      ],
    },
    {
      head: 'Pemilik tidak punya HP',
      text: ['Keluarga, kader, atau petugas kelurahan bisa diundang ke toko dan membantu dari HP mereka.'],
    },
  ],
};

const orders: Topic = {
  slug: 'pesanan-masuk',
  title: 'Mengurus pesanan masuk',
  lead: 'Jawab pesanan baru sebelum batas waktunya, supaya tidak batal sendiri.',
  words: 'pesanan masuk terima tolak antar kirim kabar pemberitahuan notifikasi bunyi',
  parts: [
    {
      head: 'Dari pesanan sampai uang',
      steps: [
        'Buka Toko saya. Tekan Terima atau Tolak di Pesanan baru.',
        'Antar pada harinya, lalu tekan Sudah diantar.',
        'Cek uang di rekening Anda, lalu tandai bahwa uangnya sudah masuk.',
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

const report: Topic = {
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

const meeting: Topic = {
  slug: 'pesan-untuk-rapat',
  title: 'Pesan untuk rapat',
  lead: 'Untuk dinas: pesanan dibagi adil ke beberapa usaha, lalu disetujui PPK.',
  words: 'rapat dinas kantor ppk setujui anggaran rekening porsi konsumsi nasi kotak pembagian',
  parts: [
    {
      head: 'Memesan',
      steps: [
        'Buka Kantor, lalu Pesan untuk rapat.',
        'Isi acara, tanggal, porsi, dan rekening belanja.',
        'Lihat pembagiannya. Bila Anda mengubahnya, tulis alasannya.',
        'Tekan Kirim ke PPK.',
      ],
    },
    {
      head: 'Menyetujui dan membayar',
      text: [
        'PPK membuka Kantor dan menekan Setujui atau Tolak. Yang memesan tidak menyetujui pesanannya sendiri.',
        'Sesudah barang diterima, bendahara mencatat pembayarannya. Penjual mengonfirmasi uangnya.',
      ],
    },
  ],
};

const papers: Topic = {
  slug: 'spj',
  title: 'Surat untuk SPJ',
  lead: 'Surat dibuat dari pesanan. Yang belum ada tertulis beserta siapa yang harus bertindak.',
  words: 'spj surat bast kuitansi nota pesanan nomor meterai cetak pdf cek kode',
  parts: [
    {
      head: 'Menerbitkan surat',
      steps: [
        'Buka pesanan dinas, lalu lihat daftar Surat.',
        'Tekan Terbitkan di surat yang sudah siap. Nomornya urut dan tidak dipakai dua kali.',
        'Tekan Cetak. Kotak meterai hanya ada bila nilainya lebih dari Rp5.000.000.',
      ],
    },
    {
      head: 'Memeriksa keaslian',
      text: ['Setiap surat punya kode. Buka alamat cek di surat itu, lalu cocokkan nomor, jumlah, dan sidiknya.'],
    },
  ],
};

const order: Topic = {
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
      ],
    },
    {
      head: 'Bila menurut Anda keliru',
      text: ['Pemilik toko mengirim keberatan dari Toko saya. Kota menjawabnya.'],
    },
  ],
};

const reviews: Topic = {
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

const account: Topic = {
  slug: 'akun',
  title: 'Akun, masuk, dan peran',
  lead: 'Satu akun untuk belanja, toko, dan kantor.',
  words: 'akun masuk keluar login lupa peran undangan karyawan hp hilang nomor',
  parts: [
    {
      head: 'Masuk dan keluar',
      text: [
        'Tekan Masuk di halaman Akun. Bila HP dipakai bersama, tekan Keluar: isi HP dari Pasar Rata ikut dihapus.',
      ],
    },
    {
      head: 'Menjadi karyawan toko atau petugas dinas',
      text: [
        'Pemilik toko atau pejabat mengundang nomor akun Anda, yang ada di halaman Akun. Peran berlaku setelah Anda menekan Terima peran.',
      ],
    },
    {
      head: 'HP hilang',
      text: ['Masuk dari HP lain, buka Akun lalu Kabar, dan matikan pemberitahuan di HP yang hilang.'],
    },
  ],
};

const installing: Topic = {
  slug: 'pasang-di-hp',
  title: 'Memasang di layar HP',
  lead: 'Tidak ada aplikasi yang harus dipasang. Tetapi ikonnya bisa ditaruh di layar HP.',
  words: 'aplikasi pasang install layar ikon offline luring sinyal kuota',
  parts: [
    {
      head: 'Caranya',
      steps: [
        'Buka Pasar Rata di Chrome, lalu buka menu peramban.',
        'Pilih Tambahkan ke layar utama. Di iPhone: tekan Bagikan, lalu Tambah ke Layar Utama.',
      ],
    },
    {
      head: 'Tanpa sinyal',
      text: ['Daftar yang terakhir Anda lihat dan isi Keranjang tetap bisa dibuka.'],
    },
  ],
};

const privacy: Topic = {
  slug: 'data-pribadi',
  title: 'Data pribadi Anda',
  lead: 'Kami menyimpan yang perlu untuk pesanan. Anda bisa meminta salinan atau perbaikannya.',
  words: 'data pribadi privasi salinan unduh hapus perbaiki nik alamat nomor hp siapa membaca pdp',
  parts: [
    {
      head: 'Siapa membaca apa',
      text: [
        'Nama, nomor HP, dan alamat antar Anda dibaca toko tempat Anda memesan, tidak oleh toko lain.',
        'Pesanan dinas dibaca petugas dinas itu. Kota membaca pesanan hanya bila dipersoalkan.',
        'NIK, NPWP, dan nomor rekening disimpan tersegel. Yang tampil hanya empat angka terakhir, untuk pemilik dan petugas kota.',
        'Omzet toko dibaca dinas kota dan inspektorat. Umum hanya melihat jumlah banyak toko bersama-sama.',
        'Pemberitahuan ke HP tidak memuat nama, barang, atau jumlah uang.',
      ],
    },
    {
      head: 'Di HP Anda',
      text: [
        'Keranjang, alamat terakhir, dan daftar yang pernah dibuka disimpan di HP Anda. Tekan Keluar untuk menghapusnya.',
      ],
    },
    {
      head: 'Meminta salinan',
      text: [
        'Buka Akun, lalu tekan Unduh data saya. Anda mendapat satu berkas berisi yang kami simpan tentang akun Anda.',
      ],
    },
    {
      head: 'Meminta perbaikan',
      text: [
        'Nama dan kata sandi diubah di halaman masuk. Data toko diubah di Toko saya; yang sudah diverifikasi diputuskan kota.',
        'Untuk yang lain, hubungi dinas kota Anda dan sebutkan nomor akun di halaman Akun.',
      ],
    },
    {
      head: 'Berapa lama',
      text: [
        'Kabar dihapus setelah setengah tahun. Pesanan dan surat dinas disimpan selama aturan keuangan memintanya.',
      ],
    },
  ],
};

/** The pages of help, in the order in which people come to need them. */
export const topics: readonly Topic[] = [
  ...[buying, paying, receiving, selling, orders, report, meeting],
  ...[papers, order, reviews, account, installing, privacy],
];
