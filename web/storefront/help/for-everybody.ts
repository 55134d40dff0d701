import type { Article } from './article.ts';

export const account: Article = {
  slug: 'akun',
  title: 'Akun, masuk, dan peran',
  lead: 'Satu akun untuk belanja, toko, dan kantor.',
  words: 'akun masuk keluar login lupa kata sandi password tidak bisa peran undangan karyawan hp hilang nomor',
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

export const installing: Article = {
  slug: 'pasang-di-hp',
  title: 'Memasang di layar HP',
  lead: 'Tidak ada aplikasi yang harus dipasang. Tetapi ikonnya bisa ditaruh di layar HP.',
  words: 'aplikasi pasang install layar ikon offline luring sinyal kuota',
  parts: [
    {
      head: 'Caranya',
      steps: [
        'Buka Pasar Rata di Chrome, lalu buka menu titik tiga di pojok.',
        'Pilih Tambahkan ke layar utama. Di iPhone: tekan Bagikan, lalu Tambah ke Layar Utama.',
      ],
    },
    {
      head: 'Tanpa sinyal',
      text: ['Daftar yang terakhir Anda lihat dan isi Keranjang tetap bisa dibuka.'],
    },
  ],
};

export const complaining: Article = {
  slug: 'pengaduan',
  title: 'Mengadu dan mengusulkan',
  lead: 'Siapa pun boleh mengadu atau mengusulkan sesuatu kepada kota, juga tanpa masuk.',
  words:
    'pengaduan mengadu lapor keluhan komplain usul saran aspirasi izin halal pirt dinas jawaban kode rahasia nomor',
  parts: [
    {
      head: 'Caranya',
      steps: [
        'Buka Akun, lalu Pengaduan dan usulan. Pilih kota Anda.',
        'Pilih soalnya, tulis dengan kata Anda sendiri, lalu kirim.',
        'Simpan nomor dan kode rahasianya. Dengan keduanya Anda melihat jawaban.',
      ],
    },
    {
      head: 'Siapa yang tahu',
      text: [
        'Nama Anda tidak wajib. Pengaduan rahasia tidak tampil untuk umum. Nomor seperti NIK ditutup sebelum tampil.',
        'Bila jawabannya belum menyelesaikan soal Anda, buka lagi dengan kode yang sama.',
      ],
    },
  ],
};

export const privacy: Article = {
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
        'Alamat yang Anda simpan di akun disimpan tersegel dan hanya tampil untuk Anda. Hapus kapan saja di halaman Akun.',
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
      head: 'Menghapus akun',
      steps: [
        'Buka Akun, lalu Hapus akun saya. Halaman itu menyebut apa yang dihapus, apa yang tetap, dan sebabnya.',
        'Selesaikan dulu pesanan, uang, dan peran yang masih ada. Halaman itu menunjukkan caranya.',
        'Ketik HAPUS. Tiga hari kemudian data Anda dihapus. Sampai saat itu, masuk dan tekan Ambil kembali bila berubah pikiran.',
      ],
      text: [
        'Bila bukan Anda yang meminta, ambil kembali lalu ganti kata sandi Anda.',
        'Jumlah uang dan bintang ulasan tetap, tanpa nama Anda. Akun masuk dihapus oleh pengelola layanan masuk.',
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
