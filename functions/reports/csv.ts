import type { Snapshot } from '../../shared/domain/snapshot.ts';
import { plain, type Value } from './figures.ts';
import { columns, isHidden, kindNames, rowsOfSnapshot, spanNames } from './table.ts';

/** How a table is written down: for programs, or for Excel in Indonesian. */
export type Dialect = { readonly separator: string; readonly decimal: string; readonly bom: boolean };
export const machine: Dialect = { separator: ',', decimal: '.', bom: false };
export const excelIndonesia: Dialect = { separator: ';', decimal: ',', bom: true };

/** Spreadsheets run what begins like a formula (OWASP, CSV injection); an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;
/** Words are quoted where they need it. */
const quoted = (text: string, { separator }: Dialect): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A field is words, or a number told apart by `number`. */
export type Field = { readonly words: string } | { readonly number: Value };
export const words = (text: string): Field => ({ words: text });
export const number = (value: Value): Field => ({ number: value });

const written = (field: Field, dialect: Dialect): string => {
  if ('words' in field) return quoted(field.words, dialect);
  return field.number === null ? '' : plain(field.number).replace('.', dialect.decimal);
};

/** RFC 4180 lines, CRLF, in a dialect. */
export const csv = (rows: Iterable<readonly Field[]>, dialect: Dialect): Uint8Array => {
  const lines = [...rows].map((row) => row.map((field) => written(field, dialect)).join(dialect.separator));
  return Buffer.from(`${dialect.bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`, 'utf8');
};

/** Columns that say what a row is, by their name for programs and for people. */
export const marks = [
  ['place', 'Kode wilayah'],
  ['month', 'Bulan'],
  ['revision', 'Revisi'],
  ['span', 'Rentang'],
  ['kind', 'Jenis baris'],
  ['code', 'Kode'],
  ['name', 'Nama'],
  ['hidden', 'Disembunyikan'],
] as const;

/** Every cell of a snapshot, one row each. */
export const cellsCsv = (snapshot: Snapshot, dialect: Dialect): Uint8Array => {
  const forPeople = dialect.separator === ';';
  const head = [
    ...marks.map(([id, name]) => words(forPeople ? name : id)),
    ...columns.map(({ id, name }) => words(forPeople ? name : id)),
  ];
  const rows = rowsOfSnapshot(snapshot).map((row) => [
    words(snapshot.place),
    words(snapshot.month),
    number(snapshot.revision),
    words(forPeople ? spanNames[row.span] : row.span),
    words(forPeople ? kindNames[row.kind] : row.kind),
    words(row.code),
    words(row.name),
    words(forPeople ? (isHidden(row) ? 'ya' : 'tidak') : String(isHidden(row))),
    ...columns.map(({ read }) => number(read(row.cell))),
  ]);
  return csv([head, ...rows], dialect);
};

export const LORENZ_FIELDS = ['span', 'kind', 'code', 'shareOfMerchants', 'shareOfTurnover'] as const;
/** The Lorenz points of every cell that has them. */
export const lorenzCsv = (snapshot: Snapshot, dialect: Dialect): Uint8Array =>
  csv(
    [
      LORENZ_FIELDS.map(words),
      ...rowsOfSnapshot(snapshot).flatMap(({ span, kind, code, cell }) =>
        (cell.spread?.lorenz ?? []).map((share, at, all) => [
          words(span),
          words(kind),
          words(code),
          number(all.length > 1 ? at / (all.length - 1) : null),
          number(share),
        ]),
      ),
    ],
    dialect,
  );

export const DEFINITION_FIELDS = ['id', 'unit', 'name', 'sentence', 'formula', 'inclusion', 'source'] as const;
/** What each column of the cells means, so that the data explain themselves. */
export const definitionsCsv = (dialect: Dialect): Uint8Array =>
  csv(
    [DEFINITION_FIELDS.map(words), ...columns.map((column) => DEFINITION_FIELDS.map((field) => words(column[field])))],
    dialect,
  );
