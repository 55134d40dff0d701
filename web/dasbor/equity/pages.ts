import type { DasborPage } from '../opened.ts';
import { ofCity } from '../place.ts';

/** The month of a city, and the pages that stand behind its tabs. */
export const monthPages: readonly DasborPage[] = [
  {
    slug: 'rekap',
    name: 'Rekap',
    level: 'city',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./month-page.tsx').then((code) => code.openMonth),
  },
  {
    slug: 'perkembangan',
    within: 'rekap',
    level: 'city',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./trends/trends-page.tsx').then((code) => code.openTrends),
  },
  {
    slug: 'matriks',
    within: 'rekap',
    level: 'city',
    for: ofCity,
    byMonth: true,
    load: () => import('./matrix-page.tsx').then((code) => code.openMatrix),
  },
  {
    slug: 'bandingkan',
    within: 'rekap',
    level: 'city',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./compare/compare-page.tsx').then((code) => code.openCompare),
  },
  {
    slug: 'revisi',
    within: 'rekap',
    level: 'city',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./compare/revisions-page.tsx').then((code) => code.openRevisions),
  },
  {
    slug: 'rapat',
    within: 'rekap',
    level: 'city',
    for: ['anybody'],
    byMonth: true,
    load: () => import('./meeting-page.tsx').then((code) => code.openMeeting),
  },
  {
    slug: 'letak',
    within: 'rekap',
    level: 'city',
    for: ofCity,
    load: () => import('./tiles-page.tsx').then((code) => code.openTiles),
  },
];
