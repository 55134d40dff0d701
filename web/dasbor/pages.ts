import { agencyPages } from './agencies/pages.ts';
import { monthPages } from './equity/pages.ts';
import type { DasborPage } from './opened.ts';
import { type Kind, ofCity } from './place.ts';
import { provincePages } from './province/pages.ts';

/** Who goes to shops besides: an officer of a district finds there what is theirs. */
const inField: readonly Kind[] = [...ofCity, 'district-officer'];

/**
 * Every page of the Dasbor, in the order of the navigation: its address, its word, who may open it, and its code, which
 * comes when it is first opened. There is no other list: navigation, landing and the test that walks every page as every
 * kind of person are made of it. The first page that somebody may open is where they land.
 */
export const pages: readonly DasborPage[] = [
  {
    slug: 'cari',
    level: 'city',
    for: inField,
    load: () => import('./search/search-page.tsx').then((code) => code.openSearch),
  },
  {
    slug: 'permohonan-modal',
    name: 'Permohonan modal',
    level: 'city',
    for: ['bank-officer'],
    load: () => import('./capital/inbox-page.tsx').then((code) => code.openInbox),
  },
  {
    slug: 'hari-ini',
    name: 'Hari ini',
    level: 'city',
    for: ofCity,
    load: () => import('./today/today-page.tsx').then((code) => code.openToday),
  },
  {
    slug: 'perlu-didatangi',
    name: 'Perlu didatangi',
    level: 'city',
    for: inField,
    byMonth: true,
    load: () => import('./support/support-page.tsx').then((code) => code.openSupport),
  },
  {
    slug: 'tindak-lanjut',
    within: 'perlu-didatangi',
    level: 'city',
    for: inField,
    load: () => import('./follow-ups/follow-up-page.tsx').then((code) => code.openFollowUp),
  },
  {
    slug: 'kunjungan',
    name: 'Kunjungan',
    level: 'city',
    for: inField,
    byMonth: true,
    load: () => import('./visits/visits-page.tsx').then((code) => code.openVisits),
  },
  {
    slug: 'usaha',
    name: 'Usaha',
    level: 'city',
    for: inField,
    load: () => import('./register/register-page.tsx').then((code) => code.openRegister),
  },
  {
    slug: 'usaha-muat',
    within: 'usaha',
    level: 'city',
    for: ['city-admin'],
    load: () => import('./register/import-page.tsx').then((code) => code.openImport),
  },
  {
    slug: 'barang',
    within: 'usaha',
    level: 'city',
    for: inField,
    load: () => import('./goods/goods-page.tsx').then((code) => code.openGoods),
  },
  {
    slug: 'pemilik',
    within: 'usaha',
    level: 'city',
    for: ofCity,
    load: () => import('./register/owners-page.tsx').then((code) => code.openOwners),
  },
  {
    slug: 'alasan',
    within: 'usaha',
    level: 'city',
    for: ofCity,
    load: () => import('./register/reasons-page.tsx').then((code) => code.openReasons),
  },
  ...agencyPages,
  {
    slug: 'pesanan',
    name: 'Pesanan',
    level: 'city',
    for: ofCity,
    load: () => import('./orders/disputes-page.tsx').then((code) => code.openDisputes),
  },
  {
    slug: 'bayar-di-tempat',
    within: 'pesanan',
    level: 'city',
    for: ofCity,
    load: () => import('./orders/cash-refusal-page.tsx').then((code) => code.openCashRefusal),
  },
  {
    slug: 'ulasan',
    name: 'Ulasan',
    level: 'city',
    for: ofCity,
    load: () => import('./reviews/reviews-page.tsx').then((code) => code.openReviews),
  },
  {
    slug: 'keberatan',
    within: 'pesanan',
    level: 'city',
    for: ofCity,
    load: () => import('./appeals/appeals-page.tsx').then((code) => code.openAppeals),
  },
  {
    slug: 'kop-surat',
    within: 'pengaturan',
    level: 'city',
    for: ofCity,
    load: () => import('./papers/paper-defaults-page.tsx').then((code) => code.openPaperDefaults),
  },
  {
    slug: 'program',
    name: 'Program',
    level: 'city',
    for: [...ofCity, 'mentor'],
    load: () => import('./programmes/programmes-page.tsx').then((code) => code.openProgrammes),
  },
  ...monthPages,
  {
    slug: 'laporan-omzet',
    name: 'Laporan omzet',
    level: 'city',
    for: ofCity,
    byMonth: true,
    load: () => import('./turnover/reports-page.tsx').then((code) => code.openReports),
  },
  {
    slug: 'integritas',
    name: 'Integritas',
    level: 'city',
    for: ofCity,
    load: () => import('./integrity/integrity-page.tsx').then((code) => code.openIntegrity),
  },
  {
    slug: 'kemitraan',
    name: 'Kemitraan',
    level: 'city',
    for: ofCity,
    load: () => import('./partners/partners-page.tsx').then((code) => code.openPartners),
  },
  {
    slug: 'data-mitra',
    within: 'kemitraan',
    level: 'city',
    for: ofCity,
    load: () => import('./partners/figures-page.tsx').then((code) => code.openPartnerFigures),
  },
  {
    slug: 'pengaduan',
    name: 'Pengaduan',
    level: 'city',
    for: ofCity,
    load: () => import('./complaints/complaints-page.tsx').then((code) => code.openComplaints),
  },
  {
    slug: 'pengaduan-catat',
    within: 'pengaduan',
    level: 'city',
    for: ['city-admin'],
    load: () => import('./complaints/type-page.tsx').then((code) => code.openTypeComplaint),
  },
  {
    slug: 'modal',
    name: 'Modal',
    level: 'city',
    for: ofCity,
    load: () => import('./capital/capital-page.tsx').then((code) => code.openCapital),
  },
  {
    slug: 'sentra',
    name: 'Sentra',
    level: 'city',
    for: ofCity,
    load: () => import('./centres/centres-page.tsx').then((code) => code.openCentres),
  },
  {
    slug: 'aturan',
    name: 'Aturan',
    level: 'city',
    for: ofCity,
    load: () => import('./rules/rules-page.tsx').then((code) => code.openRules),
  },
  {
    slug: 'petugas',
    name: 'Petugas',
    level: 'city',
    for: ofCity,
    load: () => import('./people/people-page.tsx').then((code) => code.openPeople),
  },
  {
    slug: 'jejak',
    name: 'Jejak keputusan',
    level: 'city',
    for: ofCity,
    load: () => import('./audit/audit-page.tsx').then((code) => code.openAudit),
  },
  {
    slug: 'pengaturan',
    name: 'Pengaturan',
    level: 'city',
    for: ofCity,
    load: () => import('./city/settings-page.tsx').then((code) => code.openSettings),
  },
  ...provincePages,
];
