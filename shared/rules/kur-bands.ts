import type { Day } from '../domain/basics/month.ts';
import type { KurCode } from '../domain/capital/bank.ts';
import { type Dated, inForce } from './dated.ts';

/** A kind of KUR, the credit whose interest the state pays a part of: how much, and what every bank asks. */
export type KurBand = Dated & {
  readonly code: KurCode;
  readonly name: string;
  /** From more than the smaller band's most. */
  readonly fromRupiah: number;
  readonly upToRupiah: number;
  /** Effective a year, for a first loan and for the last of repeated ones. */
  readonly firstPercent: number;
  readonly repeatedPercent: number;
  readonly monthsInBusiness: number;
  /** Above this a borrower shows an NPWP. */
  readonly npwpAboveRupiah: number;
};

const since = {
  validFrom: '2023-01-27',
  validTo: null,
  confirmed: false,
  monthsInBusiness: 6,
  npwpAboveRupiah: 50_000_000,
  source: 'Permenko Perekonomian 1/2023 tentang pelaksanaan KUR dan perubahannya, menurut kur.jogjaprov.go.id',
} as const;
export const kurBands: readonly KurBand[] = [
  {
    ...since,
    code: 'super-micro',
    name: 'KUR super mikro',
    firstPercent: 3,
    repeatedPercent: 3,
    fromRupiah: 1,
    upToRupiah: 10_000_000,
  },
  {
    ...since,
    code: 'micro',
    name: 'KUR mikro',
    firstPercent: 6,
    repeatedPercent: 9,
    fromRupiah: 10_000_001,
    upToRupiah: 100_000_000,
  },
  {
    ...since,
    code: 'small',
    name: 'KUR kecil',
    firstPercent: 6,
    repeatedPercent: 9,
    fromRupiah: 100_000_001,
    upToRupiah: 500_000_000,
  },
];

export const kurBandsOn = (day: Day): KurBand[] => kurBands.filter((band) => inForce(band, day));
