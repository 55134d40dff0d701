import type { DasborPage } from '../opened.ts';

/** What a province reads of its cities, and what waits for it. */
export const provincePages: readonly DasborPage[] = [
  {
    slug: 'provinsi',
    name: 'Ringkasan',
    level: 'province',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./province-page.tsx').then((code) => code.openProvince),
  },
  {
    slug: 'hari-ini-provinsi',
    name: 'Hari ini',
    level: 'province',
    for: ['province-admin', 'operator'],
    load: () => import('../today/province-today.tsx').then((code) => code.openProvinceToday),
  },
  {
    slug: 'kemitraan-provinsi',
    name: 'Kemitraan',
    level: 'province',
    for: ['province-admin', 'operator'],
    load: () => import('../partners/partners-page.tsx').then((code) => code.openProvincePartners),
  },
  {
    slug: 'jejak-provinsi',
    name: 'Jejak keputusan',
    level: 'province',
    for: ['province-admin', 'operator'],
    load: () => import('../audit/province-audit.tsx').then((code) => code.openProvinceAudit),
  },
];
