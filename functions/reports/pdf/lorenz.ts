import { ink, line, type PdfDocument } from '../../print/pdf-paper.ts';

/** A small Lorenz curve: merchants from the smallest to the largest, and what share of turnover they reach. */
export const lorenz = (paper: PdfDocument, x: number, y: number, size: number, points: readonly number[]): void => {
  const at = (index: number): [number, number] => [
    x + (index / (points.length - 1)) * size,
    y + size - (points[index] ?? 0) * size,
  ];
  paper.moveTo(x, y + size).lineTo(x + size, y);
  points.forEach((_, index) => {
    const [px, py] = at(points.length - 1 - index);
    paper.lineTo(px, py);
  });
  paper.closePath().fillColor(ink.sunk).fill();
  paper
    .moveTo(x, y)
    .lineTo(x, y + size)
    .lineTo(x + size, y + size)
    .lineWidth(0.75)
    .strokeColor(ink.dim)
    .stroke();
  paper
    .moveTo(x, y + size)
    .lineTo(x + size, y)
    .dash(3, { space: 3 })
    .strokeColor(ink.dim)
    .stroke()
    .undash();
  points.forEach((_, index) => {
    const [px, py] = at(index);
    if (index === 0) paper.moveTo(px, py);
    else paper.lineTo(px, py);
  });
  paper.lineWidth(2).strokeColor(ink.action).stroke();
  line(paper, 'Semua omzet', x + 4, y - 1, { size: 7.5, colour: ink.dim, width: 80 });
  line(paper, 'jika merata', x + size * 0.42 - 62, y + size * 0.5 - 12, {
    size: 7.5,
    colour: ink.dim,
    width: 62,
    align: 'right',
  });
  line(paper, 'usaha terkecil', x, y + size + 4, { size: 7.5, colour: ink.dim, width: size / 2 });
  line(paper, 'usaha terbesar', x + size / 2, y + size + 4, {
    size: 7.5,
    colour: ink.dim,
    width: size / 2,
    align: 'right',
  });
};
