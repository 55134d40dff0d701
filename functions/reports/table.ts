import { definitionOf, type MeasureDefinition } from '../../shared/domain/equity/definition.ts';
import type { Cell, Figure, Snapshot, Spread, YearCell } from '../../shared/domain/snapshot.ts';
import type { Value } from './figures.ts';

/** The part of the snapshot a row is about. */
export type RowKind = 'whole' | 'district' | 'category' | 'city';
export type Span = 'month' | 'year';
export type Row = {
  readonly kind: RowKind;
  readonly span: Span;
  readonly code: string;
  readonly name: string;
  readonly cell: Cell | YearCell;
};

export const kindNames: Readonly<Record<RowKind, string>> = {
  whole: 'Seluruhnya',
  district: 'Kecamatan',
  category: 'Jenis usaha',
  city: 'Kota atau kabupaten',
};
export const spanNames: Readonly<Record<Span, string>> = { month: 'Bulan ini', year: '12 bulan' };

type Named = { code: string; name: string };
const rowsOf = (span: Span, kind: RowKind, cells: readonly ((Cell | YearCell) & Named)[]): Row[] =>
  cells.map((cell) => ({ kind, span, code: cell.code, name: cell.name, cell }));

/** Every cell of a snapshot as a row, in one fixed order: the whole first, month before year. */
export const rowsOfSnapshot = ({ place, placeName, whole, districts, categories, cities, year }: Snapshot): Row[] => {
  const all = { code: place, name: placeName };
  return [
    ...rowsOf('month', 'whole', [{ ...whole, ...all }]),
    ...rowsOf('month', 'district', districts),
    ...rowsOf('month', 'category', categories),
    ...rowsOf('month', 'city', cities),
    ...rowsOf('year', 'whole', [{ ...year.whole, ...all }]),
    ...rowsOf('year', 'district', year.districts),
    ...rowsOf('year', 'category', year.categories),
  ];
};

export type Column = MeasureDefinition & { readonly read: (cell: Cell | YearCell) => Value };

const cellFields = [
  'merchants',
  'sold',
  'unsold',
  'newcomers',
  'left',
  'orders',
  'turnoverRupiah',
  'reportedRupiah',
  'reports',
] as const satisfies (keyof Cell)[];
const depth = ['p25', 'median', 'p75'] as const;
const concentration = [
  'topTenMerchantsShare',
  'topTenPercentShare',
  'bottomFortyPercentShare',
  'palma',
  'hoover',
  'gini',
  'giniSellers',
  'giniFloor',
  'theil',
] as const;
const gap = ['activated', 'dropped', 'unsoldOne', 'unsoldTwo', 'unsoldThreeOrMore'] as const satisfies (keyof Cell)[];

const ofCell = (field: keyof Cell): Column => ({
  ...definitionOf(field),
  read: (cell) => ((cell as Partial<Cell>)[field] as Value | undefined) ?? null,
});
/** The figure behind a column, with the reason where it has no value. */
export const figureOf = (cell: Cell | YearCell, id: string): Figure | undefined =>
  (cell.spread as unknown as Record<string, Figure> | null)?.[id];
const ofSpread = (field: Exclude<keyof Spread, 'lorenz'>): Column => ({
  ...definitionOf(field),
  read: (cell) => cell.spread?.[field].value ?? null,
});

/** The columns of every table: always reach, depth, concentration, gap list, in this order. */
export const columns: readonly Column[] = [
  ...cellFields.slice(0, 3).map(ofCell),
  {
    ...definitionOf('unsoldShare'),
    read: ({ merchants, unsold }) => (merchants === 0 ? null : Math.round((unsold / merchants) * 1e9) / 1e9),
  },
  ...cellFields.slice(3).map(ofCell),
  ...depth.map(ofSpread),
  ...concentration.map(ofSpread),
  ...gap.map(ofCell),
];

/** What was held back for the public: turnover is unknown, though somebody is registered. */
export const isHidden = ({ cell }: Row): boolean => cell.turnoverRupiah === null;
