import { definitionOf, reasonInWords } from '../../../shared/domain/equity/definitions/definition.ts';
import type { Report } from '../report.ts';
import { figureOf } from './figure-columns.ts';
import { isHidden, type Row, rowsOf, spanNames } from './rows.ts';
import { columns, shownIn } from './table.ts';

/** Name, span, measure, reason. */
type Reason = [name: string, span: string, measure: string, why: string];

const of = (row: Row, measure: string, why: string): Reason => [row.name, spanNames[row.span], measure, why];
const [prices, reported] = [definitionOf('ratio').name, definitionOf('reportedRupiah').name];

/** Why parts are told as one. */
const MERGED = 'disamarkan: digabung, supaya tidak ada usaha yang omzetnya dapat dihitung dari selisihnya';

/** Reports and prices are told of a whole with enough of them, never of its parts. */
const heldBack = (row: Row): Reason[] => {
  if (!row.cell) return [];
  const why = 'untuk umum tampil hanya untuk seluruh wilayah, bila lengkap dan berasal dari cukup banyak usaha';
  const { pricesPaid, reportedRupiah } = row.cell;
  return [
    ...(reportedRupiah === null ? [of(row, reported, why)] : []),
    ...(pricesPaid === null ? [of(row, prices, why)] : []),
    ...(pricesPaid === undefined && row.kind === 'total'
      ? [of(row, prices, 'belum ada barang yang dipilih dari daftar berurutan')]
      : []),
  ];
};

const ofRow = (row: Row): Reason[] => {
  const { cell } = row;
  if (!cell) return [of(row, 'Semua ukuran', 'belum ada rekap yang dapat digabung')];
  if (isHidden(row))
    return [
      of(
        row,
        'Semua ukuran omzet',
        'disamarkan: penjualnya terlalu sedikit, atau dua di antaranya memegang hampir semuanya',
      ),
    ];
  if (cell.mergedFrom) return [of(row, 'Semua ukuran menurut bagian', MERGED)];
  if (!cell.spread) return [...heldBack(row), of(row, 'Semua ukuran sebaran', 'ada di laporan wilayah itu sendiri')];
  const reasons = columns.flatMap((column) => {
    const reason = figureOf(cell, column.id)?.reason;
    return reason !== undefined && shownIn(row, column) === null ? [of(row, column.name, reasonInWords(reason))] : [];
  });
  return [...heldBack(row), ...reasons];
};

/** Every figure of a report that has no value, and why. */
export const withoutValue = (report: Report): Reason[] => rowsOf(report).flatMap(ofRow);
