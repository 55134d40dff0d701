import type { DasborPage } from '../opened.ts';
import { ofCity } from '../place.ts';

/** The offices of a city, and the pages that stand behind their tabs: what they spend, plan, and owe. */
export const agencyPages: readonly DasborPage[] = [
  {
    slug: 'dinas',
    name: 'Dinas',
    level: 'city',
    for: ofCity,
    load: () => import('./agencies-page.tsx').then((code) => code.openAgencies),
  },
  {
    slug: 'belanja',
    within: 'dinas',
    level: 'city',
    for: ofCity,
    load: () => import('../spending/spending-page.tsx').then((code) => code.openSpending),
  },
  {
    slug: 'kebutuhan',
    within: 'dinas',
    level: 'city',
    for: ofCity,
    load: () => import('../demand/demand-page.tsx').then((code) => code.openDemand),
  },
  {
    slug: 'rencana-muat',
    within: 'dinas',
    level: 'city',
    for: ['city-admin'],
    load: () => import('../demand/import-page.tsx').then((code) => code.openPlanImport),
  },
  {
    slug: 'target',
    within: 'dinas',
    level: 'city',
    for: ofCity,
    load: () => import('../targets/targets-page.tsx').then((code) => code.openTargets),
  },
  {
    slug: 'bukti-belanja',
    within: 'dinas',
    level: 'city',
    for: ofCity,
    load: () => import('../targets/proofs-page.tsx').then((code) => code.openProofs),
  },
];
