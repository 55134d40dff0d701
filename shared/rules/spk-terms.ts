import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

type SpkTerms = Dated & { readonly terms: readonly string[] };

/** What both sides of a work order (SPK) promise, where their city wrote no terms of its own. In the words of who signs. */
export const spkTerms: readonly SpkTerms[] = [
  {
    terms: [
      'Penjual menyerahkan barang yang tertulis di surat ini, dalam jumlah dan mutu yang tertulis, pada hari dan di tempat yang tertulis.',
      'Harga yang tertulis tetap, dan sudah termasuk pajak serta semua biaya sampai barang diterima.',
      'Barang diperiksa saat diserahkan. Yang rusak, kurang atau tidak sesuai diganti penjual tanpa tambahan biaya.',
      'Barang dibayar setelah diterima seluruhnya dan berita acara serah terima ditandatangani, dipotong pajak yang menurut aturan dipungut bendahara.',
      'Terlambat karena kesalahan penjual dikenai denda seperseribu dari nilai barang yang terlambat, tanpa PPN, untuk setiap hari terlambat.',
      'Bila terhalang bencana atau keadaan lain di luar kuasa kedua pihak, hari penyerahan diatur lagi tanpa denda.',
      'Penjual tidak mengalihkan pesanan ini kepada pihak lain tanpa persetujuan tertulis pejabat yang menandatangani.',
      'Isi surat ini hanya berubah dengan persetujuan tertulis kedua pihak.',
      'Pejabat yang menandatangani boleh menghentikan pesanan secara tertulis bila penjual tidak memenuhi surat ini; yang sudah diterima dengan baik tetap dibayar.',
      'Kedua pihak tidak memberi dan tidak menerima imbalan apa pun untuk surat ini.',
      'Perselisihan diselesaikan dengan musyawarah; bila tidak selesai, menurut hukum yang berlaku.',
    ],
    validFrom: '2018-03-22',
    validTo: null,
    source: 'Perpres 16/2018 pasal 28, 57 dan 79 ayat (4): denda 1/1000 sehari; syarat umum lain disederhanakan',
    confirmed: false,
  },
];

/** The terms in force on a day; none before the first rule. */
export const spkTermsOn = (day: Day): SpkTerms | undefined => spkTerms.find((one) => inForce(one, day));
