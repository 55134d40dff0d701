import type { OverlayOptions } from 'sharp';
import { carriedFontFile } from '../../print/carried-fonts.ts';
import { printable } from '../../print/letters.ts';

/** As chats and networks show a picture of a page. Pixels. */
export const CARD = { width: 1200, height: 630 } as const;
const EDGE = 72;
const PHOTO_WIDTH = 460;
/** A photo of a story on its page. Pixels of the longer side. */
const PHOTO_SIDE = 960;

const load = async () => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => printable(text).replace(/[&<>]/g, (letter) => escapes[letter] ?? letter);

type Line = { readonly text: string; readonly pixels: number; readonly colour: string; readonly rows: number };
/** Words in the market's own letters, which no machine has to have; cut where they would take more rows than there are. */
const drawLine = async ({ text, pixels, colour, rows }: Line, width: number) => {
  const sharp = await load();
  const written = (words: string) =>
    sharp({
      text: {
        text: `<span foreground="${colour}">${escaped(words)}</span>`,
        font: `Noto Sans Bold ${pixels}px`,
        fontfile: carriedFontFile('Noto Sans Bold'),
        width,
        dpi: 72,
        rgba: true,
        wrap: 'word-char',
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
  const most = rows * pixels * 1.5;
  for (let words = text; ; words = `${words.slice(0, Math.floor(words.length * 0.8)).trimEnd()}…`) {
    const drawn = await written(words);
    if (drawn.info.height <= most || words.length < 4) return drawn;
  }
};

/** Cloth with the selvedge at its side, as the market's pages have it. */
const cloth = (band: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">` +
  '<rect width="100%" height="100%" fill="#fbf8f1"/>' +
  `<rect width="24" height="100%" fill="${band}"/><rect x="32" width="4" height="100%" fill="${band}"/></svg>`;

export type CardWords = {
  readonly name: string;
  /** `Kecamatan Klojen, Kota Malang` */
  readonly place: string;
  /** One good of the shop; none where nothing is offered. */
  readonly good: string | null;
  readonly city: string;
};

/** The picture by which a chat shows a story: who, where, one thing they make, and the city whose market it is. */
export const drawCard = async (words: CardWords, photo: Uint8Array | undefined): Promise<Uint8Array> => {
  const sharp = await load();
  const width = CARD.width - 2 * EDGE - (photo ? PHOTO_WIDTH : 0);
  const lines: Line[] = [
    { text: words.name, pixels: 64, colour: '#1f1b16', rows: 3 },
    { text: words.place, pixels: 34, colour: '#5a5146', rows: 2 },
    ...(words.good ? [{ text: words.good, pixels: 40, colour: '#8a3a12', rows: 2 }] : []),
  ];
  const layers: OverlayOptions[] = [];
  let top = EDGE;
  for (const line of lines) {
    const { data, info } = await drawLine(line, width);
    layers.push({ input: data, left: EDGE, top });
    top += info.height + 28;
  }
  const foot = await drawLine({ text: `Pasar UMKM ${words.city}`, pixels: 30, colour: '#5a5146', rows: 1 }, width);
  layers.push({ input: foot.data, left: EDGE, top: CARD.height - EDGE - foot.info.height });
  if (photo) {
    const side = await sharp(photo).resize(PHOTO_WIDTH, CARD.height, { fit: 'cover' }).toBuffer();
    layers.push({ input: side, left: CARD.width - PHOTO_WIDTH, top: 0 });
  }
  return sharp(Buffer.from(cloth('#8a3a12')))
    .composite(layers)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer();
};

/** A photo as a story’s page shows it. */
export const drawPhoto = async (photo: Uint8Array): Promise<Uint8Array> => {
  const sharp = await load();
  return sharp(photo)
    .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer();
};

/** What lies where a picture was that is shown no more: plain cloth, of nobody. */
export const drawCloth = async (): Promise<Uint8Array> => {
  const sharp = await load();
  return sharp(Buffer.from(cloth('#b9ae9c')))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 60 })
    .toBuffer();
};
