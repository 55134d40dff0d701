import type { City } from '../../kit/places.ts';

type PolicyName = Exclude<keyof City['policies'], 'lastHandoverAt'>;
/** What a city decides for itself, in groups, each with its unit. */
export const marketGroups: readonly (readonly [
  title: string,
  fields: readonly (readonly [name: PolicyName, label: string])[],
])[] = [
  [
    'Nilai pesanan (rupiah)',
    [
      ['personMaxRupiah', 'Pesanan pribadi paling besar'],
      ['agencyMaxRupiah', 'Pesanan dinas paling besar'],
      ['deliveryFeeMaxRupiah', 'Ongkos antar paling besar'],
    ],
  ],
  [
    'Memesan lebih awal (hari)',
    [
      ['personAheadDays', 'Pribadi, paling lama'],
      ['agencyAheadDays', 'Dinas, paling lama'],
    ],
  ],
  [
    'Batas waktu',
    [
      ['approvalDays', 'Persetujuan dinas (hari)'],
      ['acceptHours', 'Jawaban usaha (jam)'],
      ['lateDays', 'Batal bila tidak dikirim setelah hari antar (hari)'],
      ['settleDays', 'Dianggap diterima pembeli setelah dikirim (hari)'],
      ['handoverDays', 'Serah terima dinas (hari)'],
      ['restDays', 'Sisa barang yang menyusul (hari)'],
      ['disputeDays', 'Kedua pihak menyelesaikan masalah (hari)'],
      ['rulingDays', 'Kota memutuskan masalah (hari)'],
    ],
  ],
  [
    'Banyaknya pesanan pribadi',
    [
      ['personOpenOrders', 'Yang boleh berjalan bersamaan'],
      ['personOpenAtShop', 'Di antaranya di satu usaha'],
      ['newPersonOpenOrders', 'Untuk pembeli baru'],
      ['newPersonDays', 'Disebut pembeli baru selama (hari)'],
    ],
  ],
];
