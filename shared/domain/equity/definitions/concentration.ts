import type { Written } from './indicator.ts';

const ALL = 'Semua usaha dalam daftar bulan itu, termasuk yang omzetnya Rp0; x₍₁₎ ≤ … ≤ x₍ₙ₎ rupiah bulat.';
const SELLERS = 'Hanya usaha yang menjual bulan itu.';

/** How turnover lies on merchants: indicators 4 to 8 and 13. */
export const concentrationIndicators: readonly Written[] = [
  {
    number: 4,
    id: 'gini',
    name: 'Koefisien Gini',
    sentence: '0 berarti semua usaha beromzet sama; 1 berarti satu usaha memegang semuanya. Tidak dibaca sendirian.',
    formula: 'G = (2A − (n+1)S) / (nS), A = Σ i·x₍ᵢ₎; tanpa nilai bila S = 0',
    inclusion: ALL,
    source: 'Gini, Variabilità e mutabilità (1912)',
    measures: [
      ['gini', 'index', 'Gini semua usaha', 'Kesenjangan antara semua usaha, yang belum menjual ikut dihitung.', 'G'],
      [
        'giniOffering',
        'index',
        'Gini usaha yang menawarkan',
        'Kesenjangan tanpa usaha yang belum punya penawaran: di antara yang ikut serta di pasar.',
        '(G·n − k) / (n − k), k = usaha yang belum punya penawaran',
      ],
      ['giniSellers', 'index', 'Gini penjual', 'Kesenjangan di antara yang menjual saja.', 'G₊; G = p₀ + (1 − p₀)·G₊'],
      [
        'giniFloor',
        'index',
        'Gini paling rendah',
        'Serendah ini Gini mungkin dengan pesanan sebanyak itu: bulan sepi bukan salah siapa-siapa.',
        'max(0, 1 − m/n), m = banyaknya pesanan',
      ],
    ],
  },
  {
    number: 5,
    id: 'shares',
    name: 'Bagian terbesar dan terkecil',
    sentence: 'Berapa bagian omzet yang dipegang usaha terbesar, dan berapa yang sampai ke usaha terkecil.',
    formula: '1 − L(0,9) dan L(0,4), L kurva Lorenz lurus sepotong-sepotong',
    inclusion: ALL,
    source:
      'Lorenz, Publications of the American Statistical Association 9 (1905); Palma, Development and Change 42 (2011)',
    measures: [
      [
        'topTenMerchantsShare',
        'share',
        '10 usaha teratas',
        '10 usaha teratas memegang sekian persen omzet.',
        '(S − Cₙ₋₁₀) / S',
      ],
      [
        'topTenPercentShare',
        'share',
        'Bagian 10% teratas',
        'Bagian omzet dari sepersepuluh usaha terbesar.',
        '1 − L(0,9)',
      ],
      ['bottomFortyPercentShare', 'share', 'Bagian 40% terbawah', 'Bagian omzet dari 40% usaha terkecil.', 'L(0,4)'],
      [
        'palma',
        'index',
        'Rasio Palma',
        'Berapa kali lipat 10% teratas dibanding 40% terbawah.',
        '(1 − L(0,9)) / L(0,4)',
      ],
    ],
  },
  {
    number: 6,
    id: 'lorenz',
    name: 'Kurva Lorenz',
    sentence: 'Bila usaha dibariskan dari yang terkecil, berapa bagian omzet yang mereka capai bersama.',
    formula: 'L(k/20) = C(k·n/20) / S, k = 0 … 20, Cᵢ = x₍₁₎ + … + x₍ᵢ₎',
    inclusion: ALL,
    source: 'Lorenz, Publications of the American Statistical Association 9 (1905)',
    measures: [
      ['lorenz', 'points', 'Kurva Lorenz', '21 titik kurva dari usaha terkecil ke terbesar.', 'L(k/20), k = 0 … 20'],
    ],
  },
  {
    number: 7,
    id: 'hoover',
    name: 'Omzet yang perlu berpindah',
    sentence: 'Sekian persen omzet perlu berpindah agar semua usaha beromzet sama.',
    formula: 'maxᵢ (i/n − Cᵢ/S)',
    inclusion: ALL,
    source: 'Hoover, Review of Economics and Statistics 18 (1936)',
    measures: [
      [
        'hoover',
        'share',
        'Omzet yang perlu berpindah',
        'Bagian omzet yang perlu berpindah agar rata.',
        'maxᵢ (i/n − Cᵢ/S)',
      ],
    ],
  },
  {
    number: 8,
    id: 'depth',
    name: 'Omzet tengah',
    sentence: 'Omzet usaha yang di tengah: separuh penjual di bawahnya, separuh di atasnya.',
    formula: 'kuantil jenis 1: x₍⌈p·m⌉₎ dari m penjual, selalu omzet yang sungguh ada',
    inclusion: SELLERS,
    source: 'Hyndman dan Fan, The American Statistician 50 (1996), jenis 1',
    measures: [
      ['p25', 'rupiah', 'Kuartil bawah', 'Seperempat penjual beromzet paling banyak segini.', 'kuantil 25%, jenis 1'],
      ['median', 'rupiah', 'Omzet tengah', 'Separuh penjual beromzet paling banyak segini.', 'kuantil 50%, jenis 1'],
      ['p75', 'rupiah', 'Kuartil atas', 'Tiga perempat penjual beromzet paling banyak segini.', 'kuantil 75%, jenis 1'],
    ],
  },
  {
    number: 13,
    id: 'between',
    name: 'Kesenjangan dalam dan antarkelompok',
    sentence: 'Apakah kesenjangan terletak di dalam kecamatan (atau jenis usaha) itu sendiri atau di antara mereka.',
    formula: 'T = Σ s_g·T_g + Σ s_g·ln(s_g/p_g); s_g bagian omzet, p_g bagian usaha',
    inclusion: ALL,
    source: 'Theil, Economics and Information Theory (1967); Shorrocks, Econometrica 48 (1980)',
    measures: [
      [
        'theil',
        'index',
        'Theil',
        '0 bila semua sama; dapat dibagi menjadi di dalam dan di antara kelompok.',
        'T = (1/n) Σ r ln r, r = x·n/S',
      ],
      ['within', 'index', 'Di dalam kelompok', 'Bagian kesenjangan di dalam kecamatan atau jenis usaha.', 'Σ s_g·T_g'],
      [
        'between',
        'index',
        'Antarkelompok',
        'Bagian kesenjangan di antara kecamatan atau jenis usaha.',
        'Σ s_g·ln(s_g/p_g)',
      ],
      [
        'betweenShare',
        'share',
        'Bagian antarkelompok',
        'Sekian persen kesenjangan terletak di antara kelompok.',
        'antarkelompok / T',
      ],
    ],
  },
];
