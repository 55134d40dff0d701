import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import { csv, type Dialect, number, words } from '../../print/csv.ts';
import type { Report } from '../report.ts';
import type { SideTable } from './side-table.ts';
import { sideTables } from './side-tables.ts';
import { columns, isHidden, kindNames, pointsOf, rowsOf, shownIn, spanNames } from './table.ts';

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

/** A field is called like the measure it tells. */
export const LORENZ_FIELDS = ['span', 'kind', 'code', 'shareOfMerchants', 'lorenz'] as const;
/** The Lorenz points of every cell that has them. */
export const lorenzCsv = (report: Report, dialect: Dialect): Uint8Array =>
  csv(
    [
      LORENZ_FIELDS.map(words),
      ...rowsOf(report).flatMap((row) =>
        pointsOf(row).map(({ at, share }) => [
          ...[row.span, row.kind, row.code].map(words),
          number(at / 20),
          number(share),
        ]),
      ),
    ],
    dialect,
  );

/** Groups, offices, or the quality of the data. */
export const sideCsv = ({ keyColumns: names, measures, rows }: SideTable, dialect: Dialect): Uint8Array =>
  csv(
    [
      [...[spanColumn, ...names].map(([id]) => words(id)), ...measures.map(({ id }) => words(id))],
      ...rows.map((row) => [...[row.span, ...row.keys].map(words), ...row.values.map(number)]),
    ],
    dialect,
  );

export const DEFINITION_FIELDS = [
  'file',
  'id',
  'unit',
  'name',
  'sentence',
  'overYear',
  'formula',
  'inclusion',
  'source',
] as const;
/** What each column of the other files means, so that the data explain themselves. */
export const definitionsCsv = ({ snapshot }: Report, dialect: Dialect): Uint8Array =>
  csv(
    [
      DEFINITION_FIELDS.map(words),
      ...[
        ...columns.map((column) => ({ file: 'cells.csv', ...column })),
        { file: 'lorenz.csv', ...definitionOf('lorenz') },
        ...sideTables(snapshot).flatMap(({ path, measures }) =>
          measures.map((measure) => ({ file: path, ...measure })),
        ),
      ].map((definition) => DEFINITION_FIELDS.map((field) => words(definition[field]))),
    ],
    dialect,
  );
