import type { ColumnSheet } from './column-sheet.ts';
import { csv, excelIndonesia, type Field, number, words } from './csv.ts';

const field = (value: string | number | null): Field => (typeof value === 'string' ? words(value) : number(value));
/** A total is told in digits, whatever its size. */
const lastField = (text: string): Field => (/^\d+$/.test(text) ? number(text) : words(text));

/** For people: semicolons, a byte order mark, Indonesian heads. */
export const columnCsv = <Row>({ columns, rows, last }: ColumnSheet<Row>): Uint8Array =>
  csv(
    [
      columns.map(([head]) => words(head)),
      ...rows.map((row) => columns.map(([, of]) => field(of(row)))),
      ...(last ? [columns.map(([head]) => lastField(last[head] ?? ''))] : []),
    ],
    excelIndonesia,
  );
