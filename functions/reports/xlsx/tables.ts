import type { Row as ExcelRow } from 'write-excel-file/node';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
import type { Phase } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { VisitRow } from '../../../shared/domain/equity/standing/standing.ts';
import { monthsUnsold } from '../least-sold.ts';
import { spanColumn } from '../tables/csv.ts';
import type { SideTable } from '../tables/side-table.ts';
import { columns, isHidden, kindNames, pointsOf, type Row, shownIn, spanNames } from '../tables/table.ts';
import { figure, head, type Sheet, wrapped } from './cells.ts';

/** A span's cells. */
export const tableSheet = (sheet: string, span: Span, all: readonly Row[]): Sheet => ({
  sheet,
  stickyRowsCount: 1,
  titleColumns: 2,
  columns: [{ width: 20 }, { width: 28 }, { width: 14 }, ...columns.map(() => ({ width: 15 }))],
  data: [
    ['Jenis baris', 'Nama', 'Disembunyikan', ...columns.map(({ name }) => name)].map(head),
    ...all
      .filter((row) => row.span === span)
      .map((row): ExcelRow => {
        const marks = [kindNames[row.kind], row.name, isHidden(row) ? 'ya' : ''].map(wrapped);
        return [...marks, ...columns.map((column) => figure(shownIn(row, column), column.unit))];
      }),
  ],
});

/** The points of every curve that is drawn, one column each; no sheet where there is none. */
export const lorenzSheet = (rows: readonly Row[]): Sheet[] => {
  const drawn = rows.filter((row) => pointsOf(row).length > 0);
  if (drawn.length === 0) return [];
  const lorenz: Sheet = {
    sheet: 'Lorenz',
    stickyRowsCount: 1,
    columns: [{ width: 22 }, ...drawn.map(() => ({ width: 18 }))],
    data: [
      [
        head('Bagian usaha, dari yang terkecil'),
        ...drawn.map(({ name, span }) => head(span === 'year' ? `${name}, 12 bulan` : name)),
      ],
      ...Array.from(
        { length: 21 },
        (_, at): ExcelRow => [
          figure(at / 20, 'share'),
          ...drawn.map((row) => figure(pointsOf(row).find((point) => point.at === at)?.share ?? null, 'share')),
        ],
      ),
    ],
  };
  return [lorenz];
};

/** Codes are for programs: people have the name beside them. */
const CODES = new Set(['kind', 'code']);
const phases = new Map<string, string>(
  Object.entries({ final: 'Angka akhir', preliminary: 'Angka sementara' } satisfies Record<Phase, string>),
);

/** A table that has rows of its own: how groups differ, what offices bought, what the figures rest on. */
export const sideSheet = ({ sheet, keyColumns, measures, rows }: SideTable, zone: Zone): Sheet => {
  const shown = keyColumns.flatMap(([id, name], at) => (CODES.has(id) ? [] : [{ id, name, at }]));
  const said = (id: string, mark: string): string =>
    id === 'phase' ? (phases.get(mark) ?? mark) : id === 'takenAt' ? dateTime(mark, zone) : mark;
  return {
    sheet,
    stickyRowsCount: 1,
    columns: [{ width: 12 }, ...shown.map(() => ({ width: 30 })), ...measures.map(() => ({ width: 18 }))],
    data: [
      [spanColumn[1], ...shown.map(({ name }) => name), ...measures.map(({ name }) => name)].map(head),
      ...rows.map(
        (row): ExcelRow => [
          wrapped(spanNames[row.span]),
          ...shown.map(({ id, at }) => wrapped(said(id, row.keys[at] ?? ''))),
          ...row.values.map((value, at) => figure(value, measures[at]?.unit ?? 'text')),
        ],
      ),
    ],
  };
};

/** For the city alone: whom to visit, by name. */
export const namesSheet = (least: readonly VisitRow[], districts: ReadonlyMap<string, string>): Sheet => ({
  sheet: 'Paling sedikit menjual',
  stickyRowsCount: 1,
  columns: [36, 44, 24, 28, 18, 18, 12].map((width) => ({ width })),
  data: [
    ['Usaha', 'Alamat', 'Kecamatan', 'Jenis usaha', 'Bulan tanpa penjualan', 'Omzet di pasar', 'Pesanan'].map(head),
    ...least.map(
      (card): ExcelRow => [
        wrapped(card.name),
        wrapped(card.address),
        wrapped(districts.get(card.district) ?? card.district),
        wrapped(categories[card.category]),
        figure(monthsUnsold(card), 'merchants'),
        figure(card.turnoverRupiah, 'rupiah'),
        figure(card.orders, 'orders'),
      ],
    ),
  ],
});
