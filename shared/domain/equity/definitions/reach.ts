import type { Written } from './indicator.ts';

const REGISTER =
  'Usaha terverifikasi yang aktif dalam bulan itu, termasuk yang belum menjual apa pun. Satu usaha dihitung satu kali.';
const PLATFORM = 'Pesanan yang sudah diterima pembeli dalam bulan itu, menurut waktu setempat kota.';
const HOUSE = 'Pasar Rata, EQUITY.md §1–2';

/** Who takes part, who sold, who did not: indicators 1, 2, 3, 9 and 10. */
export const reachIndicators: readonly Written[] = [
  {
    number: 1,
    id: 'register',
    name: 'Usaha aktif',
    sentence: 'Berapa usaha yang terdaftar bulan ini, berapa yang baru, dan berapa yang keluar.',
    formula: 'n = banyaknya usaha dalam daftar bulan itu',
    inclusion: REGISTER,
    source: HOUSE,
    measures: [
      [
        'merchants',
        'merchants',
        'Usaha aktif',
        'Banyaknya usaha dalam daftar bulan ini.',
        'n',
        'Usaha yang ada dalam daftar pada salah satu dari dua belas bulan, juga yang sudah keluar: jadi jumlah dua belas bulan sama dengan jumlah bulan-bulannya.',
      ],
      [
        'newcomers',
        'merchants',
        'Usaha baru',
        'Usaha yang baru masuk daftar bulan ini.',
        'usaha tanpa bulan sebelumnya',
        'Usaha yang masuk daftar dalam dua belas bulan ini.',
      ],
      [
        'departed',
        'merchants',
        'Usaha keluar',
        'Usaha yang dihentikan bulan ini.',
        'usaha berstatus dihentikan',
        'Usaha yang dihentikan dalam dua belas bulan ini dan pada akhirnya belum kembali.',
      ],
    ],
  },
  {
    number: 2,
    id: 'reach',
    name: 'Jangkauan',
    sentence: 'Berapa usaha yang sudah menjual, dan berapa yang belum menjual apa pun.',
    formula: 'p₀ = n₀ / n, n₀ = usaha dengan omzet Rp0',
    inclusion: REGISTER,
    source: HOUSE,
    measures: [
      ['sold', 'merchants', 'Sudah menjual', 'Usaha dengan paling sedikit satu pesanan yang diterima.', 'n − n₀'],
      [
        'unsold',
        'merchants',
        'Belum menjual',
        'Usaha yang bulan ini belum menjual apa pun.',
        'n₀',
        'Usaha yang dalam dua belas bulan ini tidak menjual apa pun selama terdaftar.',
      ],
      [
        'withoutOffer',
        'merchants',
        'Belum punya penawaran',
        'Dari yang belum menjual: usaha yang kurang dari 15 hari punya penawaran aktif. Bantu dulu menawarkan barangnya.',
        'x = 0 dan hari dengan penawaran aktif < 15; hari dihitung menurut akhirnya',
        'Usaha yang tidak menjual dalam dua belas bulan, dan dalam tidak satu pun bulannya 15 hari punya penawaran aktif.',
      ],
      [
        'unsoldShare',
        'share',
        'Bagian yang belum menjual',
        'Dari setiap 100 usaha, berapa yang belum menjual.',
        'p₀ = n₀ / n',
      ],
      [
        'orders',
        'orders',
        'Pesanan',
        'Pesanan yang diterima pembeli bulan ini.',
        'banyaknya pesanan dengan serah terima pertama bulan ini',
      ],
    ],
  },
  {
    number: 3,
    id: 'turnover',
    name: 'Omzet',
    sentence: 'Berapa rupiah yang terjual di pasar ini; yang dilaporkan di luar pasar dicatat terpisah.',
    formula: 'S = Σ x, x = omzet satu usaha dalam rupiah bulat',
    inclusion: `${PLATFORM} Laporan penjualan di luar pasar tidak pernah dijumlahkan ke dalamnya.`,
    source: HOUSE,
    measures: [
      ['turnoverRupiah', 'rupiah', 'Omzet di pasar', 'Nilai pesanan yang sudah diterima pembeli.', 'S = Σ x'],
      [
        'reportedRupiah',
        'rupiah',
        'Omzet luar pasar (laporan)',
        'Penjualan di luar pasar menurut laporan usaha sendiri; seri terpisah.',
        'Σ laporan bulan itu',
      ],
    ],
  },
  {
    number: 9,
    id: 'movement',
    name: 'Mulai dan berhenti menjual',
    sentence: 'Berapa usaha yang bulan lalu belum menjual lalu bulan ini menjual, dan sebaliknya.',
    formula: 'mulai: x(bulan lalu) = 0 < x(bulan ini); berhenti: sebaliknya',
    inclusion: `${REGISTER} Usaha yang baru masuk tidak dihitung berhenti.`,
    source: HOUSE,
    measures: [
      [
        'activated',
        'merchants',
        'Menjual sesudah bulan kosong',
        'Bulan lalu belum menjual, bulan ini menjual.',
        'x₋₁ = 0 dan x > 0',
        'Usaha yang paling sedikit satu kali dalam dua belas bulan ini menjual sesudah bulan kosong.',
      ],
      [
        'dropped',
        'merchants',
        'Berhenti menjual',
        'Bulan lalu menjual, bulan ini tidak.',
        'x₋₁ > 0 dan x = 0',
        'Usaha yang paling sedikit satu kali dalam dua belas bulan ini berhenti menjual.',
      ],
    ],
  },
  {
    number: 10,
    id: 'gap',
    name: 'Lama belum menjual',
    sentence: 'Dari yang belum menjual, sudah berapa bulan berturut-turut.',
    formula: 'bulan berturut-turut dengan x = 0, sampai dan termasuk bulan ini',
    inclusion: REGISTER,
    source: HOUSE,
    measures: [
      [
        'unsoldOne',
        'merchants',
        'Belum menjual 1 bulan',
        'Baru bulan ini belum menjual.',
        'tepat 1 bulan',
        'Usaha yang dalam dua belas bulan ini paling lama 1 bulan berturut-turut tidak menjual.',
      ],
      [
        'unsoldTwo',
        'merchants',
        'Belum menjual 2 bulan',
        'Dua bulan berturut-turut belum menjual.',
        'tepat 2 bulan',
        'Usaha yang dalam dua belas bulan ini paling lama 2 bulan berturut-turut tidak menjual.',
      ],
      [
        'unsoldThreeOrMore',
        'merchants',
        'Belum menjual 3 bulan atau lebih',
        'Tiga bulan atau lebih belum menjual: kunjungi lebih dulu.',
        '≥ 3 bulan',
        'Usaha yang dalam dua belas bulan ini pernah 3 bulan atau lebih berturut-turut tidak menjual.',
      ],
    ],
  },
];
