import type { CellObject } from 'write-excel-file/node';
import type { ColumnSheet } from './column-sheet.ts';

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
