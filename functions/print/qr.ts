import { encode } from 'uqr';
import { figure, type TaggedPage } from './tagged-page.ts';

/** Where a row is dark: from one cell to before another. */
const runs = (cells: readonly boolean[]): [from: number, to: number][] => {
  const found: [number, number][] = [];
  for (const [x, dark] of cells.entries()) {
    const last = found.at(-1);
    if (dark && last?.[1] === x) last[1] = x + 1;
    else if (dark) found.push([x, x + 1]);
  }
  return found;
};

/** An address as a QR, its corner at x and y. */
export const drawQr = (
  page: TaggedPage,
  address: string,
  { x, y, side }: { x: number; y: number; side: number },
): void => {
  const { data, size } = encode(address, { border: 4 });
  const cell = side / size;
  figure(page, `Kode QR ke ${address}`, (doc) => {
    // In whole cells, dark ones beside each other as one bar: half the file of a paper would be squares and their fractions.
    doc.save().translate(x, y).scale(cell);
    for (const [row, cells] of data.entries())
      for (const [from, to] of runs(cells)) doc.rect(from, row, to - from, 1.01);
    doc.fill('#000000').restore();
  });
};
