import type { City } from '../../kit/places.ts';

export type PolicyName = keyof City['policies'];
/** What a city decides for itself, in groups, each with its unit and its bounds. */
export const marketGroups: readonly (readonly [
  title: string,
  fields: readonly (readonly [name: PolicyName, label: string, most: number])[],
])[] = [
  [
    'Nilai pesanan (rupiah)',
    [
      ['personMaxRupiah', 'Pesanan pribadi paling besar', 1e12],
      ['agencyMaxRupiah', 'Pesanan dinas paling besar', 1e12],
      ['deliveryFeeMaxRupiah', 'Ongkos antar paling besar', 1_000_000],
    ],
  ],
  [
    'Memesan lebih awal (hari)',
    [
      ['personAheadDays', 'Pribadi, paling lama', 366],
      ['agencyAheadDays', 'Dinas, paling lama', 366],
    ],
  ],
  [
    'Batas waktu',
    [
      ['approvalDays', 'Persetujuan dinas (hari)', 30],
      ['acceptHours', 'Jawaban usaha (jam)', 168],
      ['lateDays', 'Batal bila tidak dikirim setelah hari antar (hari)', 30],
      ['settleDays', 'Dianggap diterima pembeli setelah dikirim (hari)', 30],
      ['handoverDays', 'Serah terima dinas (hari)', 60],
      ['restDays', 'Sisa barang yang menyusul (hari)', 60],
      ['disputeDays', 'Kedua pihak menyelesaikan masalah (hari)', 60],
      ['rulingDays', 'Kota memutuskan masalah (hari)', 60],
    ],
  ],
  [
    'Banyaknya pesanan pribadi',
    [
      ['personOpenOrders', 'Yang boleh berjalan bersamaan', 100],
      ['personOpenAtShop', 'Di antaranya di satu usaha', 100],
      ['newPersonOpenOrders', 'Untuk pembeli baru', 100],
      ['newPersonDays', 'Disebut pembeli baru selama (hari)', 90],
    ],
  ],
];
