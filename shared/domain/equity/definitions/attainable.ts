import type { Written } from './indicator.ts';

const ORDERS =
  'Pesanan yang diterima penjual dalam bulan itu dan tidak dibatalkan, menurut waktu setempat kota. Usaha-usaha satu pemilik dijumlahkan; pemilik dihitung bila punya penawaran di atas garis atau menerima pesanan.';
const GATE =
  'Pemilik lolos untuk sebuah pesanan bila salah satu penawarannya, seperti adanya saat bulan berakhir, terverifikasi, buka, tidak melebihi garis harga, nilainya cukup, mengantar ke kecamatan itu, dan batas minimum serta kapasitas seharinya cukup; yang menerima pesanannya selalu lolos.';
const HOUSE = 'Pasar Rata, EQUITY.md §3b';
const ONCE = 'Hanya dihitung untuk bulan: penawaran setahun lalu tidak disimpan untuk ini.';
const SO_FAR = 'Sudah melihat dua belas bulan yang berakhir dengan bulan ini, sejauh pesanannya diketahui.';

/** What could be attained with the orders there were, beside what was: computed apart from the fifteen, once a month. */
export const attainableIndicators: readonly Written[] = [
  {
    number: 16,
    id: 'attainable',
    name: 'Yang bisa dicapai',
    sentence: 'Dengan pesanan yang sama, serata apa bulan itu bisa terbagi, dan seberapa jauh kota ini ke sana.',
    formula: '(G terlaris − G kota) / (G terlaris − G otomatis)',
    inclusion: `${ORDERS} ${GATE} Kapasitas diperiksa pesanan demi pesanan. Tanpa nilai bila pesanannya kurang dari 20.`,
    source: HOUSE,
    measures: [
      [
        'closedShare',
        'share',
        'Jarak yang ditempuh',
        'Dari jarak antara daftar terlaris dan pembagian otomatis, sekian persen sudah ditempuh kota ini.',
        '(G terlaris − G kota) / (G terlaris − G otomatis)',
        ONCE,
      ],
      [
        'giniActual',
        'index',
        'Gini pesanan',
        'Kesenjangan pesanan seperti yang terjadi.',
        'G atas nilai pesanan tiap pemilik',
        ONCE,
      ],
      [
        'giniPopularity',
        'index',
        'Gini daftar terlaris',
        'Kesenjangan bila pembeli memilih dari daftar terlaris.',
        'rata-rata 8 undian; terbanyak pesanannya (90 hari sebelumnya dan sejak itu) berdiri pertama, 20 dilihat, peluang ∝ 1/log₂(1 + urutan)',
        ONCE,
      ],
      [
        'giniAssigned',
        'index',
        'Gini pembagian otomatis',
        'Kesenjangan bila setiap pesanan, utuh, diberikan kepada pemilik yang lolos dan paling sedikit menerima.',
        'tiap pesanan kepada min V di antara yang lolos; V mulai 0 pada awal bulan',
        ONCE,
      ],
      [
        'giniSplit',
        'index',
        'Gini pembagian terbagi',
        'Sama, dengan pesanan besar dibagi menurut aturan kota.',
        'lot sama besar menurut aturan pembagian (EQUITY.md §3b), tiap lot kepada min V',
        ONCE,
      ],
    ],
  },
  {
    number: 17,
    id: 'exposure',
    name: 'Kesenjangan tampilan',
    sentence: 'Serata apa usaha ditampilkan kepada pembeli, di setiap jenis daftar.',
    formula: 'G atas X; X = Σ 1/log₂(1 + urutan) selama bulan itu',
    inclusion:
      'Tampilan di layar pembeli, satu kali sehari untuk tiap pengunjung dan usaha, di atas garis; di antara pemilik yang punya penawaran di atas garis.',
    source: HOUSE,
    measures: [
      [
        'exposureGini',
        'index',
        'Gini tampilan',
        'Kesenjangan tampilan di jenis daftar itu: 0 berarti semua tampil sama banyak.',
        'G atas X',
        ONCE,
      ],
    ],
  },
  {
    number: 18,
    id: 'envy',
    name: 'Batas iri',
    sentence: 'Adakah usaha yang menerima jauh lebih banyak daripada usaha lain yang mampu menerima pesanan yang sama.',
    formula:
      'max (Vᵢ − Vⱼ) − (u + pesanan terbesar), atas pasangan yang lolos untuk pesanan yang tepat sama; paling tinggi 0',
    inclusion: `${ORDERS} ${GATE}`,
    source: HOUSE,
    measures: [
      [
        'envyAssignedRupiah',
        'rupiah',
        'Selisih di atas batas, otomatis',
        'Selisih terbesar di atas batas bila pesanan dibagikan otomatis: seharusnya tidak lebih dari 0.',
        'max (Vᵢ − Vⱼ) − (u + pesanan terbesar), V pembagian otomatis',
        ONCE,
      ],
      [
        'envyChosenRupiah',
        'rupiah',
        'Selisih di atas batas, pilihan pembeli',
        'Selisih yang sama menurut pilihan pembeli; tidak ada yang menjamin batasnya.',
        'max (Vᵢ − Vⱼ) − (u + pesanan terbesar), V seperti yang terjadi',
        ONCE,
      ],
    ],
  },
  {
    number: 19,
    id: 'waiting',
    name: 'Lama menunggu',
    sentence: 'Berapa lama usaha menunggu pesanan, dan usaha baru menunggu pesanan pertamanya.',
    formula: 'P95 (kuantil jenis 1) atas pemilik; yang masih menunggu dihitung sampai akhir bulan',
    inclusion:
      'Pemilik yang punya penawaran di atas garis saat bulan berakhir. Menunggu dihitung sejak pesanan kota diketahui, paling lama dua belas bulan; usaha baru sejak terverifikasi.',
    source: HOUSE,
    measures: [
      [
        'silenceDays',
        'days',
        'Menunggu paling lama',
        '95 dari 100 usaha menunggu paling lama sekian hari antara dua pesanan.',
        'P95 dari max jarak',
        SO_FAR,
      ],
      [
        'silenceRequests',
        'orders',
        'Pesanan yang lewat',
        'Selama menunggu, 95 dari 100 usaha dilewati paling banyak sekian pesanan di kategorinya.',
        'P95 dari max banyaknya pesanan di antara dua pesanan sendiri',
        SO_FAR,
      ],
      [
        'firstSaleDays',
        'days',
        'Pesanan pertama usaha baru',
        '95 dari 100 usaha baru menerima pesanan pertama dalam sekian hari.',
        'P95 dari terverifikasi sampai pesanan pertama',
        SO_FAR,
      ],
      [
        'firstSaleRequests',
        'orders',
        'Pesanan yang lewat sebelum yang pertama',
        'Sebelum pesanan pertamanya, 95 dari 100 usaha baru dilewati paling banyak sekian pesanan di kategorinya.',
        'P95 dari banyaknya pesanan sebelum yang pertama',
        SO_FAR,
      ],
    ],
  },
  {
    number: 20,
    id: 'fairness-price',
    name: 'Harga pemerataan',
    sentence: 'Berapa lebih mahal pembeli membayar dibanding barang sejenis termurah di daftar yang sama.',
    formula:
      'Σ dibayar / Σ termurah; termurah = harga terendah di atas garis di antara barang sejenis dalam daftar tempat dipilih',
    inclusion:
      'Barang dari paling banyak 200 pesanan terakhir bulan itu, yang dipilih dari daftar (bukan pencarian) dengan barang sejenis dari dua pemilik atau lebih; paling banyak 40 daftar, masing-masing paling banyak 1.000 penawaran, dibuat ulang dari catatannya.',
    source: HOUSE,
    measures: [
      [
        'cheapestRatio',
        'index',
        'Harga terhadap yang termurah',
        '1 berarti semua membeli yang termurah, 1,04 berarti 4% lebih mahal.',
        'Σ dibayar / Σ termurah',
        ONCE,
      ],
    ],
  },
];
