import { ink, LEFT, line, type PdfDocument, WIDTH } from '../../print/pdf-paper.ts';

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
