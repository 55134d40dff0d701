import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { Cell } from '../../../shared/domain/equity/snapshot/cell.ts';
import { shortReasons } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import type { Value } from '../figures.ts';
import { type Column, concentration, depth, gap, ofSpread } from './figure-columns.ts';
import { ofPricesPaid, ofReason, pricesPaid } from './prices-columns.ts';
import type { Row } from './rows.ts';

const register = ['merchants', 'sold', 'unsold', 'withoutOffer'] as const satisfies (keyof Cell)[];
const cellFields = [
  'newcomers',
  'departed',
  'orders',
  'turnoverRupiah',
  'reportedRupiah',
  'reports',
  'reportsMissing',
  'platformOfReportersRupiah',
  'reportedMinusPlatformRupiah',
] as const satisfies (keyof Cell)[];

const ofCell = (field: keyof Cell): Column => ({
  ...definitionOf(field),
  read: (cell) => (cell[field] as Value | undefined) ?? null,
});

/** The columns of every table: always reach, depth, concentration, gap list, in this order; then the prices paid. */
export const columns: readonly Column[] = [
  ...register.map(ofCell),
  {
    ...definitionOf('unsoldShare'),
    read: ({ merchants, unsold }) => (merchants === 0 ? null : Math.round((unsold / merchants) * 1e9) / 1e9),
  },
  ...cellFields.map(ofCell),
  ...depth.map(ofSpread),
  ...concentration.map(ofSpread),
  ...gap.map(ofCell),
  ...pricesPaid.map(ofPricesPaid),
  ...Object.entries(shortReasons).map(ofReason),
];

export const shownIn = ({ cell }: Row, { read }: Column): Value => (cell ? read(cell) : null);
