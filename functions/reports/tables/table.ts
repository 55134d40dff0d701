import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../../shared/domain/equity/definitions/indicator.ts';
import type { Cell, Figure, NamedCell, Spread } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
import type { PricesPaidTotal } from '../../../shared/domain/equity/standing/prices-paid.ts';
import { shortReasons } from '../../../shared/domain/ranking/rule/sentence.ts';
import type { Value } from '../figures.ts';
import type { Report } from '../report.ts';

/** The part of the snapshot a row is about. */
export type RowKind = 'total' | 'district' | 'category' | 'city' | 'missing';
export type Row = {
  readonly kind: RowKind;
  readonly span: Span;
  readonly code: string;
  readonly name: string;
  /** Nothing of a city that a merge had to do without. */
  readonly cell: (Cell & Pick<NamedCell, 'mergedFrom'>) | null;
};

export const kindNames: Readonly<Record<RowKind, string>> = {
  total: 'Seluruhnya',
  district: 'Kecamatan',
  category: 'Jenis usaha',
  city: 'Kota atau kabupaten',
  missing: 'Belum ada rekap',
};
export const spanNames: Readonly<Record<Span, string>> = { month: 'Bulan ini', year: '12 bulan' };

type Named = { code: string; name: string; mergedFrom?: NamedCell['mergedFrom'] };
/** What small parts were merged into says which they are. */
const nameOf = ({ name, mergedFrom }: Named): string =>
  mergedFrom ? `${name}: ${mergedFrom.map((part) => part.name).join(', ')} (disamarkan)` : name;
const rows = (span: Span, kind: RowKind, cells: readonly (Cell & Named)[]): Row[] =>
  cells.map((cell) => ({ kind, span, code: cell.code, name: nameOf(cell), cell }));

/** Every cell of a report as a row, in one fixed order: the whole first, month before year. */
export const rowsOf = ({ snapshot, missing }: Report): Row[] => {
  const { place, placeName, total, districts, categories, cities, year } = snapshot;
  const all = { code: place, name: placeName };
  return [
    ...rows('month', 'total', [{ ...total, ...all }]),
    ...rows('month', 'district', districts),
    ...rows('month', 'category', categories),
    ...rows('month', 'city', cities),
    ...missing.map(({ code, name }): Row => ({ kind: 'missing', span: 'month', code, name, cell: null })),
    ...rows('year', 'total', [{ ...year.total, ...all }]),
    ...rows('year', 'district', year.districts),
    ...rows('year', 'category', year.categories),
  ];
};

/** A column tells one measure, of the month and of twelve months alike. */
export type Column = MeasureDefinition & { readonly read: (cell: Cell) => Value };

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
const depth = ['p25', 'median', 'p75'] as const;
const concentration = [
  'topTenMerchantsShare',
  'topTenPercentShare',
  'bottomFortyPercentShare',
  'palma',
  'hoover',
  'gini',
  'giniOffering',
  'giniSellers',
  'giniFloor',
  'theil',
] as const;
const gap = ['activated', 'dropped', 'unsoldOne', 'unsoldTwo', 'unsoldThreeOrMore'] as const satisfies (keyof Cell)[];

const pricesPaid = [
  'ratio',
  'comparedRupiah',
  'referenceRupiah',
  'belowLine',
] as const satisfies (keyof PricesPaidTotal)[];

const ofCell = (field: keyof Cell): Column => ({
  ...definitionOf(field),
  read: (cell) => (cell[field] as Value | undefined) ?? null,
});
/** A tenth of fewer merchants is less than ten of them: its share says nothing, to officers neither. */
const LEAST_FOR_A_TENTH = 100;
const OF_A_TENTH = new Set(['topTenPercentShare', 'palma']);
/** The figure behind a column, with the reason where it has no value. */
export const figureOf = ({ spread, merchants }: Cell, id: string): Figure | undefined => {
  if (spread && OF_A_TENTH.has(id) && merchants < LEAST_FOR_A_TENTH) return { value: null, reason: 'small_cell' };
  const { lorenz: _curve, ownPoints: _points, ...figures } = spread ?? { lorenz: [] };
  return (figures as Partial<Record<string, Figure>>)[id];
};
const ofSpread = (field: Exclude<keyof Spread, 'lorenz' | 'ownPoints'>): Column => ({
  ...definitionOf(field),
  read: (cell) => figureOf(cell, field)?.value ?? null,
});
const pricesPaidOf = (cell: Cell): PricesPaidTotal | null => cell.pricesPaid ?? null;
const ofPricesPaid = (field: (typeof pricesPaid)[number]): Column => ({
  ...definitionOf(field),
  read: (cell) => pricesPaidOf(cell)?.[field] ?? null,
});
/** A column for every reason of the gate: they add up to the choices below the line. */
const ofReason = ([reason, words]: [string, string]): Column => ({
  ...definitionOf('below'),
  id: `below_${reason}`,
  unit: 'orders',
  name: `Di bawah garis: ${words}`,
  sentence: `Pesanan pada penawaran yang berada di bawah garis karena ${words}.`,
  read: (cell) => {
    const counts = pricesPaidOf(cell)?.below;
    return counts ? (counts[reason] ?? 0) : null;
  },
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

/** The points of a row's curve that are its own, by place: in public there may be fewer than 21. */
export const pointsOf = ({ cell }: Row): readonly { at: number; share: number }[] => {
  const { lorenz = [], ownPoints } = cell?.spread ?? {};
  return lorenz.map((share, at) => ({ at, share })).filter(({ at }) => ownPoints?.includes(at) ?? true);
};

/** What was held back for the public: turnover is unknown, though somebody is registered. */
export const isHidden = ({ cell }: Row): boolean => cell !== null && cell.turnoverRupiah === null;

export const shownIn = ({ cell }: Row, { read }: Column): Value => (cell ? read(cell) : null);
