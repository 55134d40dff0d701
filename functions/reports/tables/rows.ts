import type { Cell, NamedCell } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
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

/** The points of a row's curve that are its own, by place: in public there may be fewer than 21. */
export const pointsOf = ({ cell }: Row): readonly { at: number; share: number }[] => {
  const { lorenz = [], ownPoints } = cell?.spread ?? {};
  return lorenz.map((share, at) => ({ at, share })).filter(({ at }) => ownPoints?.includes(at) ?? true);
};

/** What was held back for the public: turnover is unknown, though somebody is registered. */
export const isHidden = ({ cell }: Row): boolean => cell !== null && cell.turnoverRupiah === null;
