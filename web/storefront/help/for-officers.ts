import type { Article } from './article.ts';

export const visiting: Article = {
  slug: 'kunjungan-petugas',
  title: 'Kunjungan petugas',
  lead: 'Untuk petugas lapangan: mencatat tanpa sinyal, mengirim satu kali, memperbaiki yang salah.',
  words: 'petugas lapangan kunjungan kecamatan sahabat umkm catatan offline sinyal antrean foto cerita perbaiki',
  parts: [
    {
      head: 'Sebelum berangkat',
      steps: [
        'Masuk, lalu buka Kunjungan selama ada sinyal. Daftar hari ini tersimpan di HP.',
        'Urutan di daftar adalah jalan yang pendek. Tekan Peta untuk arahnya.',
      ],
    },
    {
      head: 'Di tempat usaha',
      steps: [
        'Buka nama usahanya dan isi yang Anda lihat. Setiap huruf tersimpan di HP, juga bila halaman tertutup.',
        'Tiap kebutuhan diteruskan ke dinas. Tanyakan dulu apakah pemilik setuju dinas lain membacanya.',
        'Cerita untuk halaman toko boleh kosong. Pemilik membacanya dulu; tampil hanya dengan izinnya.',
        'Tekan Simpan di HP.',
      ],
    },
    {
      head: 'Setelah ada sinyal',
      steps: [
        'Buka Kunjungan. Yang menunggu terkirim sendiri; tekan Kirim sekarang bila belum.',
        'Foto di HP dihapus sesudah pasar menerima fotonya dengan utuh.',
        'Yang gagal tertulis sebabnya. Simpan sebagai berkas, coba lagi, atau hapus satu per satu.',
      ],
    },
    {
      head: 'Bila ada yang salah tulis',
      steps: [
        'Buka Sudah dikirim, pilih usahanya, lalu Perbaiki catatan ini.',
        'Tulis alasannya. Catatan lama tetap tersimpan, dan pemilik membaca keduanya.',
      ],
    },
  ],
};
