import { STRONG, TEXT } from './fonts.ts';

export type PdfDocument = PDFKit.PDFDocument;

/** A4 in points, and the space the text keeps from its edges. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48 } as const;
export const WIDTH = PAGE.width - 2 * PAGE.margin;
export const LEFT = PAGE.margin;
/** Where the foot begins: nothing of the page goes below. */
export const FOOT = PAGE.height - 46;
/** Black on white for paper; the one red marks what is lacking, always beside a word or a figure. */
export const ink = {
  text: '#1C1B18',
  dim: '#5A574E',
  action: '#1F3B73',
  gap: '#A3271F',
  line: '#D9D5C9',
  sunk: '#F1EEE6',
  soga: '#8A4B14',
};

/** The standard fonts know the letters of Windows-1252; anything else becomes a question mark instead of a blank. */
const unknown = /[^\u0020-\u007e\u00a0-\u00ff–—‘’“”•…€]/gu;
const letters = (text: string): string => text.replace(unknown, '?');

type Style = {
  size?: number;
  strong?: boolean;
  colour?: string;
  width?: number;
  align?: 'left' | 'right' | 'center';
  gap?: number;
};
const set = (paper: PdfDocument, { size = 10, strong = false, colour = ink.text }: Style): PdfDocument =>
  paper
    .font(strong ? STRONG : TEXT)
    .fontSize(size)
    .fillColor(colour);

/** Writes text from a corner, wrapped to its width; answers where it ends. */
export const write = (paper: PdfDocument, text: string, x: number, y: number, style: Style = {}): number => {
  const { width = WIDTH, align = 'left', gap = 2 } = style;
  const said = letters(text);
  set(paper, style).text(said, x, y, { width, align, lineGap: gap });
  return y + set(paper, style).heightOfString(said, { width, lineGap: gap });
};

/** One line, cut with an ellipsis where it would not fit. */
export const line = (paper: PdfDocument, text: string, x: number, y: number, style: Style = {}): void => {
  const { width = WIDTH, align = 'left', size = 10 } = style;
  set(paper, style).text(letters(text), x, y, { width, align, height: size * 1.3, ellipsis: '…', lineBreak: true });
};

export const drawRule = (paper: PdfDocument, y: number, colour: string = ink.line): void => {
  paper
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(0.75)
    .strokeColor(colour)
    .stroke();
};

/** The selvedge at the top edge, and at the foot where the figures come from. */
export const frame = (paper: PdfDocument, foot: string, page: number, of: number): void => {
  paper.rect(0, 0, PAGE.width, 5).fill(ink.action);
  for (const y of [7, 9.5]) paper.rect(0, y, PAGE.width, 1).fill(ink.soga);
  drawRule(paper, FOOT);
  line(paper, foot, LEFT, PAGE.height - 40, { size: 7.5, colour: ink.dim, width: WIDTH - 60 });
  line(paper, `Halaman ${page} dari ${of}`, LEFT + WIDTH - 60, PAGE.height - 40, {
    size: 7.5,
    colour: ink.dim,
    width: 60,
    align: 'right',
  });
};

/** An empty paper whose bytes depend on nothing but what is drawn: its date is the snapshot's. */
export const newDocument = async (title: string, created: string): Promise<PdfDocument> => {
  const { PDFDocument } = await import('./pdf-writer.ts');
  return new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: PAGE.margin, right: PAGE.margin },
    font: TEXT,
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: letters(title), Author: 'Pasar Rata', Creator: 'Pasar Rata', CreationDate: new Date(created) },
  });
};

export const bytesOf = (paper: PdfDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    paper.end();
  });
