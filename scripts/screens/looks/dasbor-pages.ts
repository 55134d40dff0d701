import type { DasborPage } from '../../../web/dasbor/opened.ts';
import { pages } from '../../../web/dasbor/pages.ts';
import type { Look } from '../look.ts';

/** Looked at in the dark and on paper besides. */
const mainPages: ReadonlySet<string> = new Set([
  'hari-ini',
  'perlu-didatangi',
  'usaha',
  'dinas',
  'belanja',
  'rekap',
  'perkembangan',
  'matriks',
  'bandingkan',
  'rapat',
  'integritas',
  'aturan',
  'provinsi',
]);
/** Who works there, where it is not the city's admin. */
const whose: Readonly<Record<string, string>> = { 'permohonan-modal': 'bank-tugu-artha' };

const lookAt = ({ slug, level }: DasborPage): Look => {
  const main = mainPages.has(slug) ? { main: true as const } : {};
  return level === 'city'
    ? { path: `/dasbor/${slug}?kota=35.73`, person: whose[slug] ?? 'admin-malang', tabs: true, ...main }
    : { path: `/dasbor/${slug}?provinsi=35`, person: 'admin-jatim', tabs: true, ...main };
};

/** Of one thing: the first that the list links to. */
const oneOf = (list: string, page?: string, { slug = list, more = '', person = 'admin-malang' } = {}): Look => ({
  path: `/dasbor/${list}?kota=35.73${more}`,
  person,
  through: [`main a[href^="/dasbor/${slug}/"]`],
  unfolded: true,
  ...(page ? { page: `dasbor/${page}` } : {}),
});

const details: Record<string, Look> = {
  'perlu-didatangi-satu': oneOf('perlu-didatangi', undefined, { slug: 'tindak-lanjut' }),
  'kunjungan-satu': oneOf('kunjungan', 'visits/visit-page', { more: '&lihat=selesai' }),
  'usaha-satu': oneOf('usaha', 'register/file-page'),
  'usaha-terverifikasi-satu': oneOf('usaha', undefined, { more: '&lihat=verified' }),
  'dinas-satu': oneOf('dinas', 'agencies/agency-page'),
  'belanja-satu': oneOf('belanja', 'spending/office-page'),
  'pesanan-satu': oneOf('pesanan'),
  'program-satu': oneOf('program', 'programmes/series-page'),
  'program-sertifikat': {
    path: '/dasbor/program?kota=35.73',
    person: 'admin-malang',
    through: ['main a[href^="/dasbor/program/"]', 'main a[href*="/cek/sertifikat/"]'],
    page: 'storefront/programmes/certificate-page',
  },
  'laporan-omzet-satu': oneOf('laporan-omzet', 'turnover/report-page'),
  'kemitraan-satu': oneOf('kemitraan', 'partners/partner-page'),
  'pengaduan-satu': oneOf('pengaduan', 'complaints/complaint-page'),
  'modal-satu': oneOf('modal', 'capital/bank-page'),
  'permohonan-modal-satu': oneOf('permohonan-modal', undefined, { person: 'bank-tugu-artha' }),
  'sentra-satu': oneOf('sentra'),
  'cari-barokah': { path: '/dasbor/cari?kota=35.73&q=barokah', person: 'admin-malang' },
  'cari-kosong': { path: '/dasbor/cari?kota=35.73&q=helikopter', person: 'admin-malang' },
  '12-bulan': { path: '/dasbor/rekap?kota=35.73&rentang=12-bulan', person: 'admin-malang' },
  berjalan: { path: '/dasbor/rekap?kota=35.73&bulan=2026-11', person: 'admin-malang' },
  tertutup: { path: '/dasbor/petugas?kota=35.73', person: 'rina' },
  inspektorat: { path: '/dasbor/hari-ini?kota=35.73', person: 'inspektorat-malang' },
  pendamping: { path: '/dasbor/program?kota=35.73', person: 'pendamping-malang' },
  kecamatan: { path: '/dasbor/perlu-didatangi?kota=35.73', person: 'petugas-malang' },
  operator: { path: '/dasbor/provinsi?provinsi=18', person: 'operator' },
};

/** Every page of the Dasbor, as somebody sees it who works there. */
export const dasborPages: Record<string, Look> = {
  ...Object.fromEntries(pages.map((page) => [`dasbor-${page.slug}`, lookAt(page)])),
  ...Object.fromEntries(Object.entries(details).map(([name, look]) => [`dasbor-${name}`, look])),
};
