import { drawRule, ink, LEFT, line, type PdfDocument, WIDTH, write } from '../../print/pdf-paper.ts';

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
