import { LEFT, line, type PdfDocument } from '../../print/pdf-paper.ts';

const [HEAD_ROW, TABLE_ROW] = [14, 12.5];
/** How many rows of a table stand between two heights. */
export const rowsThatFit = (from: number, until: number): number => Math.floor((until - from - HEAD_ROW) / TABLE_ROW);

/** A table with a heading row; columns by width, figures on the right. */
export const smallTable = (
  paper: PdfDocument,
  y: number,
  columns: readonly { title: string; width: number; right?: true }[],
  rows: readonly (readonly string[])[],
): number => {
  const draw = (cells: readonly string[], top: number, strong: boolean) => {
    let x = LEFT;
    columns.forEach(({ width, right }, at) => {
      line(paper, cells[at] ?? '', x, top, { size: 8.5, strong, width: width - 6, align: right ? 'right' : 'left' });
      x += width;
    });
  };
  draw(
    columns.map(({ title }) => title),
    y,
    true,
  );
  rows.forEach((cells, at) => {
    draw(cells, y + HEAD_ROW + at * TABLE_ROW, false);
  });
  return y + HEAD_ROW + rows.length * TABLE_ROW;
};
