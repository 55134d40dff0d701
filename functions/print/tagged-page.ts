import { type CarriedFont, carriedFont } from './carried-fonts.ts';
import { printable } from './letters.ts';
import { FOOT, LEFT, PAGE, WIDTH } from './pdf-paper.ts';

type Element = PDFKit.PDFStructureElement;

/**
 * A page that also tells its order: headings, paragraphs, tables and figures as elements that a reading voice follows.
 * `part` is the element that what is drawn next belongs to.
 */
export type TaggedPage = { readonly doc: PDFKit.PDFDocument; readonly part: Element };

export type Look = {
  readonly size?: number;
  readonly strong?: boolean;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** What the words are: a paragraph, unless something else is said. */
  readonly as?: 'P' | 'H1' | 'H2' | 'TH' | 'TD' | 'Caption';
  /** At most so many lines, the last one cut with an ellipsis. */
  readonly lines?: number;
};

const GAP = 2;
const fontOf = (strong: boolean): CarriedFont => (strong ? 'Noto Sans Bold' : 'Noto Sans');
const dressed = ({ doc }: TaggedPage, { size = 10, strong = false }: Look) =>
  doc.font(fontOf(strong)).fontSize(size).fillColor('#000000');

/** A new document of tagged pages; its bytes depend on nothing but what is drawn. */
export const newTagged = async (title: string, created: string): Promise<TaggedPage> => {
  const { PDFDocument } = await import('./pdf-writer.ts');
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: PAGE.margin, right: PAGE.margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    // Kept until `numbered` has said of how many pages each is.
    bufferPages: true,
    // None of its own: the standard ones know few letters.
    font: '',
    info: { Title: printable(title), Author: 'Pasar Rata', Creator: 'Pasar Rata', CreationDate: new Date(created) },
  });
  for (const name of ['Noto Sans', 'Noto Sans Bold'] as const) doc.registerFont(name, carriedFont(name));
  const part = doc.struct('Document');
  doc.addStructure(part);
  return { doc, part };
};

/** A part of the document, or a table or row within it, in which `draw` puts what it draws. */
export const within = <T>(page: TaggedPage, tag: string, draw: (inner: TaggedPage) => T, title?: string): T => {
  const part = page.doc.struct(tag, title === undefined ? {} : { title: printable(title) });
  page.part.add(part);
  const drawn = draw({ ...page, part });
  part.end();
  return drawn;
};

/** The height that words take, without writing them. */
export const heightOf = (page: TaggedPage, text: string, look: Look = {}): number => {
  const { width = WIDTH, size = 10, lines } = look;
  const height = dressed(page, look).heightOfString(printable(text), { width, lineGap: GAP });
  return lines === undefined ? height : Math.min(height, lines * (size * 1.362 + GAP));
};

/** A cell that says nothing is there all the same: without it a reading voice would tell the next one under its head. */
const emptyCell = ({ doc, part }: TaggedPage, as: 'TH' | 'TD'): void => {
  const cell = doc.struct(as);
  part.add(cell);
  cell.end();
};

/** Writes words from a corner, wrapped to their width; answers where they end. */
export const say = (page: TaggedPage, text: string, x: number, y: number, look: Look = {}): number => {
  const { width = WIDTH, align = 'left', as = 'P', lines } = look;
  const height = heightOf(page, text, look);
  if (text === '') {
    if (as === 'TH' || as === 'TD') emptyCell(page, as);
    return y;
  }
  dressed(page, look).text(printable(text), x, y, {
    width,
    align,
    lineGap: GAP,
    structParent: page.part,
    structType: as,
    ...(lines === undefined ? {} : { height, ellipsis: '…' }),
  });
  return y + height;
};

/** Lines and boxes say nothing: a reading voice passes over them. */
export const ornament = ({ doc }: TaggedPage, draw: (doc: PDFKit.PDFDocument) => void): void => {
  doc.markContent('Artifact', { type: 'Layout' });
  draw(doc);
  doc.endMarkedContent();
};

export const ruled = (page: TaggedPage, y: number, colour = '#000000'): void =>
  ornament(page, (doc) => {
    doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(0.75)
      .strokeColor(colour)
      .stroke();
  });

/** A picture with the words that stand for it. */
export const figure = (page: TaggedPage, alt: string, draw: (doc: PDFKit.PDFDocument) => void): void => {
  const { doc, part } = page;
  part.add(doc.struct('Figure', { alt: printable(alt) }, () => draw(doc)));
};

const TOP = 56;
/** Where a block of this height begins: here, or at the top of a next page; `foot` is kept free below. */
export const roomFor = ({ doc }: TaggedPage, y: number, height: number, foot = 0): number => {
  if (y + height <= FOOT - foot || y <= TOP) return y;
  doc.addPage();
  return TOP;
};

/** What a block of this height asks for: itself, or itself and what is to stand under it where a page holds both. */
export const keptWith = (height: number, after: number, foot = 0): number =>
  height + after <= FOOT - foot - TOP ? height + after : height;

/** Draws on each page since `numbered` was called last, after what stands on them: it is read last, too. */
export const onEachPage = ({ doc }: TaggedPage, draw: () => void): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    draw();
  }
};

/** Says on each page since the last time which one it is, where there are several; from here on none of them changes. */
export const numbered = ({ doc }: TaggedPage): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; count > 1 && index < count; index++) {
    doc.switchToPage(start + index);
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(fontOf(false)).fontSize(8.5).fillColor('#000000');
    doc.text(`Halaman ${index + 1} dari ${count}`, LEFT, PAGE.height - 32, {
      width: WIDTH,
      align: 'right',
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
  doc.flushPages();
};
