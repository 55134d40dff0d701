import type { CellObject } from 'write-excel-file/node';
import { type Bppu, bppuColumns, bppuRow } from '../../shared/domain/papers/bppu.ts';

/** Amounts are numbers; everything else is text, so that no zero is lost and nothing runs. */
const cell = (value: string | number): CellObject | null =>
  value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String };

/** The sheet BPPU version 3: the withholder in C1, the columns from B in row 3, a row for each slip. */
export const bppuXlsx = async (slips: readonly Bppu[], withholderTin: string): Promise<Uint8Array> => {
  const { writeExcelFile } = await import('../print/workbook-writer.ts');
  return writeExcelFile(
    [
      {
        sheet: 'DATA',
        stickyRowsCount: 3,
        columns: [{ width: 3 }, ...bppuColumns.map(() => ({ width: 20 }))],
        data: [
          [null, cell('NPWP Pemotong'), cell(withholderTin)],
          [],
          [null, ...bppuColumns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))],
          ...slips.map((slip) => [null, ...bppuRow(slip, withholderTin).map(cell)]),
        ],
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
};
