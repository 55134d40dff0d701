import type { Day } from '../domain/basics/month.ts';
import type { Scale } from '../domain/spending/scale.ts';
import { type Dated, inForce } from './dated.ts';

/** How much of its procurement budget an office is to spend at small businesses, and which businesses count. */
export type SmallBusinessShare = Dated & {
  readonly percent: number;
  /** Micro and small are "usaha kecil" here, with cooperatives; medium ones are not (pasal 65 ayat 1). */
  readonly counts: readonly Scale[];
};

const counts: readonly Scale[] = ['micro', 'small', 'cooperative'];
export const smallBusinessShares: readonly SmallBusinessShare[] = [
  {
    percent: 40,
    counts,
    validFrom: '2021-02-02',
    validTo: '2025-04-29',
    source: 'Perpres 16/2018 pasal 65 sebagaimana diubah Perpres 12/2021',
    confirmed: true,
  },
  {
    percent: 40,
    counts,
    validFrom: '2025-04-30',
    validTo: null,
    source: 'Perpres 16/2018 pasal 65 sebagaimana diubah Perpres 12/2021 dan Perpres 46/2025 (tetap 40%)',
    confirmed: false,
  },
];

/** The rule in force on a day; none before there was one. */
export const smallBusinessShareOn = (day: Day): SmallBusinessShare | undefined =>
  smallBusinessShares.find((rule) => inForce(rule, day));
