import type { Article } from './article.ts';

export const meeting: Article = {
  slug: 'pesan-untuk-rapat',
  title: 'Pesan untuk rapat',
  lead: 'Untuk dinas: pesanan dibagi adil ke beberapa usaha, lalu disetujui PPK.',
  words: 'rapat dinas kantor ppk setujui bendahara sp2d anggaran rekening porsi konsumsi nasi kotak pembagian',
  parts: [
    {
      head: 'Memesan',
      steps: [
        'Buka Kantor, lalu Pesan untuk rapat.',
        'Isi acara, tanggal, porsi, dan rekening belanja.',
        'Lihat pembagiannya. Bila semuanya dari satu usaha, tekan Bagi menjadi 3 bagian supaya lebih banyak yang kebagian.',
        'Bila Anda mengubah pembagiannya, tulis alasannya.',
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

export const papers: Article = {
  slug: 'spj',
  title: 'Surat untuk SPJ',
  lead: 'Surat dibuat dari pesanan. Yang belum ada tertulis beserta siapa yang harus bertindak.',
  words: 'spj spk tanda tangan penandatangan surat bast kuitansi nota pesanan nomor meterai cetak pdf cek kode',
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
      head: 'Siapa yang menandatangani',
      text: [
        'PPK menulis nama penanda tangan sekali saja, di Kantor, Pengaturan surat. Tiap surat memuat yang berwenang: surat pesanan oleh PPK, kuitansi oleh PPK dan bendahara, berita acara oleh PPK dan penerima barang.',
      ],
    },
    {
      head: 'Memeriksa keaslian',
      text: [
        'Setiap surat punya kode. Buka alamat cek di surat itu, lalu cocokkan nomor, jumlah, dan kode pengamannya.',
      ],
    },
  ],
};
