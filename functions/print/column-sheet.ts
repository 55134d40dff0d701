import type { CellObject } from 'write-excel-file/node';
import { csv, excelIndonesia, type Field, number, words } from './csv.ts';

/** What a column is called, and what stands in it: words, or a number that can be calculated with. */
export type Column<Row> = readonly [head: string, of: (row: Row) => string | number | null];
/** Rows under their columns; `last` is one more row below, by the heads of the columns that have something in it. */
export type ColumnSheet<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly last?: Readonly<Record<string, string>>;
  /** What the rows are, on a page of their own in a workbook: of which list, when, which part. */
  readonly notes?: readonly (readonly [name: string, said: string])[];
};

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

/** Amounts are numbers that can be summed; everything else is text, so that nothing runs. */
const cell = (value: string | number | null): CellObject | null => {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '0.0000' };
};
const strong = (text: string): CellObject | null => {
  const amount = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  const shown = cell(Number.isSafeInteger(amount) ? amount : text);
  return shown && { ...shown, fontWeight: 'bold' };
};

export const columnXlsx = async <Row>(
  sheet: string,
  { columns, rows, last, notes }: ColumnSheet<Row>,
): Promise<Uint8Array> => {
  const { writeExcelFile } = await import('./workbook-writer.ts');
  return writeExcelFile(
    [
      {
        sheet,
        stickyRowsCount: 1,
        columns: columns.map(([head]) => ({ width: Math.max(14, head.length + 2) })),
        data: [
          columns.map(([head]) => strong(head)),
          ...rows.map((row) => columns.map(([, of]) => cell(of(row)))),
          ...(last ? [columns.map(([head]) => strong(last[head] ?? ''))] : []),
        ],
      },
      ...(notes
        ? [
            {
              sheet: 'Keterangan',
              columns: [{ width: 20 }, { width: 80 }],
              data: notes.map(([name, said]) => [strong(name), cell(said)]),
            },
          ]
        : []),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
};
