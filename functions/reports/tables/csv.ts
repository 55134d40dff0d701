import { csv, type Dialect, number, words } from '../../print/csv.ts';
import type { Report } from '../report.ts';
import { isHidden, kindNames, rowsOf, spanNames } from './rows.ts';
import type { SideTable } from './side-table.ts';
import { columns, shownIn } from './table.ts';

export const spanColumn = ['span', 'Rentang'] as const;
/** Columns that say what a row is, by their name for programs and for people. */
export const keyColumns = [
  ['place', 'Kode wilayah'],
  ['month', 'Bulan'],
  ['revision', 'Revisi'],
  spanColumn,
  ['kind', 'Jenis baris'],
  ['code', 'Kode'],
  ['name', 'Nama'],
  ['hidden', 'Disembunyikan'],
] as const;

/** Every cell of a report, one row each. */
export const cellsCsv = (report: Report, dialect: Dialect): Uint8Array => {
  const { place, month, revision } = report.snapshot;
  const forPeople = dialect.separator === ';';
  const head = [
    ...keyColumns.map(([id, name]) => words(forPeople ? name : id)),
    ...columns.map(({ id, name }) => words(forPeople ? name : id)),
  ];
  const rows = rowsOf(report).map((row) => [
    words(place),
    words(month),
    number(revision),
    words(forPeople ? spanNames[row.span] : row.span),
    words(forPeople ? kindNames[row.kind] : row.kind),
    words(row.code),
    words(row.name),
    words(forPeople ? (isHidden(row) ? 'ya' : 'tidak') : String(isHidden(row))),
    ...columns.map((column) => number(shownIn(row, column))),
  ]);
  return csv([head, ...rows], dialect);
};

/** Groups, offices, or the quality of the data. */
export const sideCsv = ({ keyColumns: names, measures, rows }: SideTable, dialect: Dialect): Uint8Array =>
  csv(
    [
      [...[spanColumn, ...names].map(([id]) => words(id)), ...measures.map(({ id }) => words(id))],
      ...rows.map((row) => [...[row.span, ...row.keys].map(words), ...row.values.map(number)]),
    ],
    dialect,
  );
