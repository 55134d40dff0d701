import type { Row as ExcelRow } from 'write-excel-file/node';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
import { isHidden, kindNames, type Row } from '../tables/rows.ts';
import { columns, shownIn } from '../tables/table.ts';
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
