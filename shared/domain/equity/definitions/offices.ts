import type { Written } from './indicator.ts';

const SPENDING =
  'Pesanan dinas yang sudah diterima dalam bulan itu. Usaha-usaha satu pemilik dijumlahkan lebih dulu: dua toko satu orang adalah satu.';

/** Offices, prices and the data themselves: indicators 11, 12, 14 and 15. */
export const officeIndicators: readonly Written[] = [
  {
    number: 11,
    id: 'office-spread',
    name: 'Sebaran belanja dinas',
    sentence: 'Dari berapa pemilik usaha setiap dinas membeli, dan seberapa terpusat belanjanya.',
    formula: 'HHI = Σ s², s bagian tiap pemilik; 1/HHI = "setara n UMKM"',
    inclusion: SPENDING,
    source: 'Hirschman, National Power and the Structure of Foreign Trade (1945); Herfindahl (1950)',
    measures: [
      [
        'owners',
        'owners',
        'Pemilik yang dibeli',
        'Banyaknya pemilik usaha yang dibeli dinas bulan ini.',
        'pemilik dengan belanja > 0',
      ],
      [
        'equivalentOwners',
        'owners',
        'Setara n UMKM',
        'Sama terpusatnya dengan belanja rata pada sekian pemilik.',
        '1 / Σ s²',
      ],
      ['largestShare', 'share', 'Bagian terbesar', 'Bagian belanja pada satu pemilik terbesar.', 'max s'],
      ['rupiah', 'rupiah', 'Belanja dinas', 'Nilai pesanan dinas yang diterima bulan ini.', 'Σ belanja'],
    ],
  },
  {
    number: 12,
    id: 'office-new',
    name: 'Pemasok baru bagi dinas',
    sentence: 'Berapa pemilik usaha yang baru pertama kali dibeli dinas dalam dua belas bulan.',
    formula: 'pemilik dengan belanja bulan ini dan tanpa belanja pada sebelas bulan sebelumnya',
    inclusion: SPENDING,
    source: 'Pasar Rata, EQUITY.md §2',
    measures: [
      [
        'newOwners',
        'owners',
        'Pemilik baru',
        'Pemilik yang baru dibeli dinas ini dalam 12 bulan.',
        'banyaknya',
        'Pemilik yang dibeli dinas ini dalam dua belas bulan dan tidak dalam dua belas bulan sebelumnya.',
      ],
      [
        'newRupiah',
        'rupiah',
        'Belanja pada pemilik baru',
        'Nilai belanja pada pemilik baru.',
        'Σ belanja pada pemilik baru',
        'Nilai belanja dua belas bulan pada pemilik yang tidak dibeli dalam dua belas bulan sebelumnya.',
      ],
    ],
  },
  {
    number: 14,
    id: 'price',
    name: 'Harga dibayar dan pilihan di bawah garis',
    sentence:
      'Harga yang dibayar dibanding harga acuan, dan seberapa sering pembeli memilih di bawah garis beserta alasannya.',
    formula: 'Σ harga dibayar / Σ harga acuan; acuan = median harga terendah tiap pemilik saat daftar ditampilkan',
    inclusion:
      'Barang yang diterima dalam bulan itu, menurut daftar tempat dipilih; bila tidak dipilih dari daftar, menurut garis harga terakhir kota. Tanpa harga acuan tidak dihitung.',
    source: 'Pasar Rata, EQUITY.md §3a',
    measures: [
      [
        'ratio',
        'index',
        'Harga terhadap acuan',
        '1 berarti sama dengan harga acuan, 0,97 berarti 3% lebih murah.',
        'Σ dibayar / Σ acuan',
      ],
      ['comparedRupiah', 'rupiah', 'Dibayar', 'Yang dibayar untuk barang yang punya harga acuan.', 'Σ dibayar'],
      ['referenceRupiah', 'rupiah', 'Menurut acuan', 'Harga barang yang sama menurut acuan.', 'Σ acuan'],
      ['belowLine', 'orders', 'Pilihan di bawah garis', 'Pesanan pada penawaran di bawah garis.', 'banyaknya pesanan'],
      [
        'below',
        'text',
        'Sebab di bawah garis',
        'Mengapa penawaran yang dipilih berada di bawah garis.',
        'banyaknya per sebab',
      ],
    ],
  },
  {
    number: 15,
    id: 'quality',
    name: 'Laporan dan mutu data',
    sentence: 'Berapa usaha yang melapor, dan apakah hitungan ini cocok dengan daftar usaha.',
    formula: 'n dan S dari daftar berurutan = n dan S dari pembacaan langsung tiap usaha; bila berbeda, dihitung ulang',
    inclusion: 'Semua usaha dalam daftar bulan itu; laporan yang masuk sampai penutupan.',
    source: 'Pasar Rata, EQUITY.md §1 dan §4',
    measures: [
      [
        'reports',
        'reports',
        'Laporan diterima',
        'Usaha yang sudah melaporkan penjualan di luar pasar.',
        'banyaknya laporan',
        'Laporan bulanan yang diterima dalam dua belas bulan: satu usaha dapat melapor dua belas kali.',
      ],
      [
        'reportsMissing',
        'reports',
        'Belum melapor',
        'Usaha yang belum melapor.',
        'n − laporan',
        'Laporan bulanan yang tidak diberikan selama usaha terdaftar.',
      ],
      [
        'platformOfReportersRupiah',
        'rupiah',
        'Omzet pasar dari yang melapor',
        'Omzet di pasar dari usaha yang melapor, sebagai pembanding.',
        'Σ x dari usaha yang melapor',
      ],
      [
        'reportedMinusPlatformRupiah',
        'rupiah',
        'Laporan dikurangi omzet pasar',
        'Selisih penjualan luar pasar yang dilaporkan dengan omzet pasar usaha yang sama; boleh negatif.',
        'Σ laporan − Σ x dari usaha yang melapor',
      ],
    ],
  },
];
