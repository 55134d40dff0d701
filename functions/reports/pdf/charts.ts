import { drawRule, ink, LEFT, line, type PdfDocument, WIDTH, write } from '../../print/pdf-paper.ts';

export type Bar = { readonly name: string; readonly part: number; readonly whole: number; readonly text: string };

/** One long bar: what has sold, and what has not, each named inside its own part of the line below. */
export const splitBar = (
  paper: PdfDocument,
  y: number,
  { part, whole, partName, restName }: { part: number; whole: number; partName: string; restName: string },
): number => {
  const lacking = whole > 0 ? (part / whole) * WIDTH : 0;
  paper.rect(LEFT, y, WIDTH, 16).fill(ink.line);
  if (lacking > 0) paper.rect(LEFT, y, lacking, 16).fill(ink.gap);
  line(paper, partName, LEFT, y + 20, { size: 9.5, strong: true, colour: ink.gap, width: WIDTH / 2 });
  line(paper, restName, LEFT + WIDTH / 2, y + 20, { size: 9.5, colour: ink.dim, width: WIDTH / 2, align: 'right' });
  return y + 36;
};

const ROW = 22;
/** Shares in rank order, each bar from nothing to all of its own place: the red part is what has not sold. */
export const rankedBars = (paper: PdfDocument, y: number, bars: readonly Bar[]): number => {
  const [name, bar] = [170, WIDTH - 170 - 140];
  bars.forEach(({ name: place, part, whole, text }, at) => {
    const top = y + at * ROW;
    line(paper, place, LEFT, top + 3, { size: 10, strong: at === 0, width: name - 8 });
    paper.rect(LEFT + name, top, bar, 14).fill(ink.line);
    const lacking = whole > 0 ? (part / whole) * bar : 0;
    if (lacking > 0) paper.rect(LEFT + name, top, lacking, 14).fill(ink.gap);
    line(paper, text, LEFT + name + bar + 8, top + 3, { size: 9.5, colour: ink.dim, width: 132, align: 'right' });
  });
  return y + bars.length * ROW;
};

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

/** A numbered finding: its question, then its answer in one sentence. */
export const finding = (
  paper: PdfDocument,
  y: number,
  question: string,
  answer: string,
  colour: string = ink.action,
): number => {
  const top = write(paper, question.toUpperCase(), LEFT + 12, y, { size: 8, strong: true, colour, width: WIDTH - 24 });
  return write(paper, answer, LEFT + 12, top + 1, { size: 12, width: WIDTH - 24 }) + 8;
};

/** The heading of a measure: its number in the fixed order, its name, and what it says. */
export const heading = (paper: PdfDocument, y: number, number: number, name: string, says: string): number => {
  drawRule(paper, y);
  line(paper, `${number}  ${name}`, LEFT, y + 9, { size: 13, strong: true, colour: ink.action });
  return write(paper, says, LEFT, y + 27, { size: 9.5, colour: ink.dim }) + 6;
};

/** A few figures side by side, each over its name. */
export const figures = (paper: PdfDocument, y: number, shown: readonly (readonly [string, string])[]): number => {
  const width = WIDTH / shown.length;
  shown.forEach(([name, value], at) => {
    line(paper, value, LEFT + at * width, y, { size: 15, strong: true, width: width - 8 });
    line(paper, name, LEFT + at * width, y + 19, { size: 8.5, colour: ink.dim, width: width - 8 });
  });
  return y + 36;
};
