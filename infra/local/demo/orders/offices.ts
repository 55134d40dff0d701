import type { Category } from '../../../../shared/domain/basics/category.ts';

/** Offices every city has, largest buyers first; then its districts' own. */
export const officeKinds: readonly string[] = [
  'Dinas Pendidikan',
  'Dinas Kesehatan',
  'Badan Perencanaan Pembangunan Daerah',
  'Sekretariat Daerah',
  'Dinas Koperasi, Perindustrian dan Perdagangan',
  'Sekretariat DPRD',
  'Dinas Sosial',
  'Badan Kepegawaian dan Pengembangan SDM',
  'Dinas Perhubungan',
  'Dinas Komunikasi dan Informatika',
];
/** Of the offices of a city, so many are districts (kecamatan). */
export const DISTRICT_OFFICES = 0.25;

/** Accounts of Permendagri 90/2019 and Kepmendagri 050-5889/2021 as offices use them; the ceiling is for one year. */
const budgetLines = [
  { code: '5.1.02.01.01.0052', name: 'Belanja Makanan dan Minuman Rapat', ceilingRupiah: 240_000_000 },
  {
    code: '5.1.02.01.01.0024',
    name: 'Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor',
    ceilingRupiah: 150_000_000,
  },
  {
    code: '5.1.02.01.01.0026',
    name: 'Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak',
    ceilingRupiah: 150_000_000,
  },
  {
    code: '5.1.02.01.01.0035',
    name: 'Belanja Alat/Bahan untuk Kegiatan Kantor-Suvenir/Cendera Mata',
    ceilingRupiah: 150_000_000,
  },
  { code: '5.1.02.01.01.0063', name: 'Belanja Pakaian Dinas dan Seragam', ceilingRupiah: 300_000_000 },
  { code: '5.1.02.02.01.0080', name: 'Belanja Jasa Pihak Ketiga', ceilingRupiah: 180_000_000 },
] as const;

/** The year's budget as SIPD exports it, for the treasurer to read in. */
export const budgetSheet = (office: string, year: string): string =>
  [
    'TAHUN,NAMA SKPD,KODE REKENING,NAMA REKENING,PAGU',
    ...budgetLines.map(({ code, name, ceilingRupiah }) => `${year},"${office}",${code},"${name}",${ceilingRupiah}`),
  ].join('\n');

const lineOf: Record<Category, (typeof budgetLines)[number]['code']> = {
  'meeting-food': '5.1.02.01.01.0052',
  culinary: '5.1.02.01.01.0052',
  'daily-needs': '5.1.02.01.01.0052',
  printing: '5.1.02.01.01.0026',
  crafts: '5.1.02.01.01.0024',
  souvenirs: '5.1.02.01.01.0035',
  batik: '5.1.02.01.01.0063',
  uniforms: '5.1.02.01.01.0063',
  fashion: '5.1.02.01.01.0063',
  'school-shoes': '5.1.02.01.01.0063',
  services: '5.1.02.02.01.0080',
};
export const budgetLineFor = (category: Category): string => lineOf[category];

export const purposes: Record<Category, readonly string[]> = {
  'meeting-food': ['Rapat koordinasi', 'Forum perangkat daerah', 'Bimbingan teknis', 'Musrenbang', 'Sosialisasi'],
  culinary: ['Jamuan tamu', 'Lembur akhir bulan', 'Kerja bakti'],
  'daily-needs': ['Bantuan sembako', 'Kebutuhan pantri', 'Pasar murah'],
  printing: ['Cetak laporan kinerja', 'Spanduk kegiatan', 'Undangan sosialisasi'],
  crafts: ['Penataan ruang layanan', 'Perlengkapan pameran'],
  souvenirs: ['Cendera mata kunjungan kerja', 'Suvenir peserta lomba'],
  batik: ['Seragam batik Kamis', 'Seragam panitia'],
  uniforms: ['Pakaian dinas', 'Seragam petugas lapangan', 'Bantuan seragam siswa'],
  fashion: ['Seragam panitia kegiatan'],
  'school-shoes': ['Bantuan sepatu siswa kurang mampu'],
  services: ['Pemeliharaan gedung', 'Sewa perlengkapan acara'],
};
export const rooms: readonly string[] = ['Ruang Rapat Utama', 'Aula Lantai 2', 'Ruang Pola', 'Pendopo'];
