import type { RuleCode } from './rule-code.ts';

/** How a rule is published: by the page of the Dasbor, the API and docs/integrity.md, in the same words. */
type PublishedRule = {
  readonly name: string;
  /** One sentence for people: what is compared with what. */
  readonly method: string;
  /** The same for who wants to recompute it. */
  readonly formula: string;
  /** From where on it asks, and what it does not see. */
  readonly sensitivity: string;
};

/**
 * What the market looks at. A rule asks a question and never says that anything is wrong; it moves no rank and stops no
 * order. Thresholds are those of the checks; docs/integrity.md says what each found on planted schemes, and whom it asked
 * without need.
 */
export const rules: Readonly<Record<RuleCode, PublishedRule>> = {
  'repeated-pair': {
    name: 'Satu dinas berulang pada satu pemilik',
    method:
      'Pesanan satu dinas pada satu pemilik selama tiga bulan dibandingkan dengan yang diharapkan bila setiap kali semua usaha yang lolos berpeluang sama.',
    formula: 'P(X ≥ x), X = jumlah percobaan dengan peluang kᵢ/nᵢ (Poisson-binomial), dikali n terbesar',
    sensitivity: 'Bertanya mulai 4 keranjang dan peluang di bawah 1 banding 1.000. Langganan yang jujur pun ditanya.',
  },
  'few-owners': {
    name: 'Satu dinas hanya pada beberapa pemilik',
    method:
      'Bagian dua sampai lima pemilik dalam pesanan satu dinas untuk satu kategori selama dua bulan dibandingkan dengan yang diharapkan bila setiap kali semua yang lolos berpeluang sama.',
    formula: '4 · C(n, k) · P(X ≥ x), X ~ Bin(m, k/n), terkecil dari k = 2 … 5; n terkecil dari daftar-daftarnya',
    sensitivity:
      'Bertanya mulai 6 pesanan dan peluang di bawah 1 banding 1.000. Melihat giliran yang diatur beberapa orang.',
  },
  'linked-shops': {
    name: 'Beberapa toko yang mungkin satu pemilik',
    method:
      'Toko yang menjual ke satu dinas dan berbagi identitas, telepon, rekening, penerima QRIS, atau akun pendaftar dihitung sebagai satu kelompok.',
    formula: 'sekelompok ≥ 2 toko dan ≥ 4 keranjang dari satu dinas dalam tiga bulan',
    sensitivity: 'Toko boneka tanpa kesamaan apa pun tidak terlihat di sini. Telepon kelurahan tidak dihitung.',
  },
  'split-packages': {
    name: 'Paket terpecah di bawah batas',
    method:
      'Keranjang satu dinas untuk barang sejenis dalam tujuh hari yang masing-masing di bawah satu batas hukum dijumlahkan.',
    formula: 'Σ > L, setiap bagian > 0,6 L dan ≤ L; L dari batas yang berlaku hari itu',
    sensitivity:
      'Satu keranjang yang dibagi ke banyak usaha adalah satu paket. Bagian di bawah 60% batas tidak dilihat.',
  },
  'far-price': {
    name: 'Harga jauh dari barang sejenis',
    method:
      'Harga yang dibayar dinas dibandingkan dengan harga tengah barang sejenis, satu harga untuk setiap pemilik.',
    formula: '0,6745 (x − median) / MAD > 3,5 dan x ≥ 1,3 median, dari ≥ 5 pemilik',
    sensitivity: 'Satu atau dua harga pancingan tidak menggeser median. Barang tanpa lima pembanding tidak dinilai.',
  },
  'new-product': {
    name: 'Barang baru langsung dibeli dinas',
    method: 'Barang yang dipesan dinas dalam 24 jam sejak pertama ditawarkan, dengan nilai besar.',
    formula: 'pesan − tawar ≤ 24 jam dan nilai baris ≥ Rp1.000.000',
    sensitivity: 'Pendatang baru memang mendapat giliran awal: pesanan kecil tidak ditanya.',
  },
  'both-sides': {
    name: 'Akun atau telepon yang sama di dua pihak',
    method: 'Akun pemesan, akun penyetuju, dan telepon penerima dibandingkan dengan akun pendaftar dan telepon toko.',
    formula:
      'sama = pemesan atau penyetuju mendaftarkan toko; telepon kontak = telepon toko; atau catatan saat disetujui',
    sensitivity: 'Hanya yang memang dicatat pasar: akun, telepon, rekening. Perangkat tidak dikenali.',
  },
  'delivery-fee': {
    name: 'Ongkos antar tidak sebanding',
    method: 'Ongkos antar satu usaha selama sebulan dibandingkan dengan nilai barang yang diantarnya.',
    formula: 'Σ ongkos > 0,5 Σ barang, ≥ 3 pesanan, Σ ongkos ≥ Rp100.000',
    sensitivity:
      'Ongkos tidak masuk omzet dan tidak menggerakkan urutan; usaha dengan pesanan kecil yang jauh bisa ikut ditanya.',
  },
  'one-buyer': {
    name: 'Satu pembeli hampir segalanya',
    method: 'Bagian pembeli terbesar dalam penjualan satu pemilik selama tiga bulan.',
    formula: 'terbesar > 0,8 dari nilai, ≥ 6 pesanan, nilai ≥ Rp3.000.000',
    sensitivity: 'Usaha kecil dengan satu langganan ikut ditanya: jawabannya biasanya penjelasan.',
  },
  'buyer-cancels': {
    name: 'Pembeli berulang kali membatalkan',
    method: 'Pesanan yang sudah diterima penjual lalu dibatalkan pembeli yang sama dalam 90 hari.',
    formula: '≥ 3 pembatalan; pembeli dikenal sebagai sidik, bukan nama',
    sensitivity: 'Pembatalan oleh penjual, kota, atau waktu habis tidak dihitung.',
  },
  'same-report': {
    name: 'Laporan sama tiga bulan',
    method: 'Angka penjualan luar yang persis sama tiga bulan berturut-turut.',
    formula: 'rₘ = rₘ₋₁ = rₘ₋₂ > 0',
    sensitivity: 'Angka bulat pun ditanya, karena tiga kali sama jarang terjadi.',
  },
  'shared-report': {
    name: 'Laporan sama di beberapa usaha',
    method: 'Angka penjualan luar yang persis sama pada tiga pemilik atau lebih dalam satu bulan.',
    formula: 'r sama pada ≥ 3 pemilik, r bukan kelipatan Rp50.000',
    sensitivity: 'Angka bulat tidak dihitung: banyak orang membulatkan.',
  },
  'report-jump': {
    name: 'Laporan melonjak',
    method: 'Perubahan laporan dari bulan sebelumnya dibandingkan dengan usaha lain di kategori yang sama.',
    formula: '|ln(rₘ/rₘ₋₁) − median| > 5 · 1,4826 · MAD, dari ≥ 10 usaha',
    sensitivity: 'Lonjakan bersama, misalnya menjelang Lebaran, menggeser median dan tidak ditanya.',
  },
  'many-visits': {
    name: 'Satu petugas mencatat sangat banyak kunjungan sehari',
    method: 'Kunjungan yang bertemu orang, dicatat satu petugas untuk satu hari atau terkirim dalam satu hari.',
    formula: '> 20 usaha menurut hari kunjungan, atau > 20 menurut hari terkirim',
    sensitivity: 'Catatan tanpa sinyal bisa terkirim sekaligus: jawabannya biasanya penjelasan.',
  },
  'one-visit-place': {
    name: 'Beberapa pemilik didatangi di satu tempat',
    method:
      'Tempat dan foto kunjungan ke pemilik yang berlainan dibandingkan, karena usaha yang dikunjungi mendapat giliran seperti usaha lain.',
    formula: '≥ 3 pemilik dalam 25 m (ketelitian ≤ 50 m) atau satu foto pada ≥ 2 pemilik, dalam tiga bulan',
    sensitivity: 'Pasar dan sentra memang satu tempat. Tempat yang tidak terukur tidak dibandingkan.',
  },
  'far-visit': {
    name: 'Kunjungan jauh dari kecamatan usahanya',
    method: 'Tempat kunjungan dibandingkan dengan titik tengah kunjungan ke usaha lain di kecamatan yang sama.',
    formula: 'jarak > 10 km dan > 3 · median jarak kunjungan lain, dari ≥ 5 usaha lain di kecamatan itu',
    sensitivity: 'Alamat usaha tidak berkoordinat; kecamatan dengan sedikit kunjungan tidak dinilai.',
  },
};
