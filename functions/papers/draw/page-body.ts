import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { figure, heightOf, roomFor, ruled, say, type TaggedPage, within } from '../../print/tagged-page.ts';
import { FREE } from './page-foot.ts';

/** Columns: what, ordered, received, price, sum. */
const columns = [0, 0.4, 0.55, 0.69, 0.84].map((share) => LEFT + share * WIDTH);
const widths = columns.map((x, place) => (columns[place + 1] ?? LEFT + WIDTH) - x - 6);
const SIZE = 9.5;

const row = (table: TaggedPage, cells: readonly string[], y: number, as: 'TH' | 'TD', strong = as === 'TH'): number => {
  const looks = cells.map((_, place) => ({
    ...{ size: SIZE, strong, width: widths[place] as number, as },
    align: place === 0 ? ('left' as const) : ('right' as const),
  }));
  // A name is never cut: what was bought is what the paper is about.
  const height = Math.max(...cells.map((cell, place) => heightOf(table, cell, looks[place])), 12);
  const at = roomFor(table, y, height + 8, FREE);
  within(table, 'TR', (line) => {
    for (const [place, cell] of cells.entries()) say(line, cell, columns[place] as number, at, looks[place]);
  });
  ruled(table, at + height + 3, '#999999');
  return at + height + 8;
};

/** What was ordered or received, line by line, and its sum. */
export const goods = (
  page: TaggedPage,
  { lines, kind, feeRupiah, rupiah: amount }: PaperContent,
  y: number,
): number => {
  const before = kind === 'surat-pesanan' || kind === 'spk';
  return within(page, 'Table', (table) => {
    let at = row(table, ['Uraian', 'Dipesan', 'Diterima', 'Harga satuan', 'Jumlah'], y, 'TH');
    for (const { name, unit, quantity, received, priceRupiah } of lines) {
      const pieces = before ? quantity : received;
      const sums = [rupiah(priceRupiah), rupiah(priceRupiah * pieces)];
      at = row(table, [name, `${quantity} ${unit}`, before ? '–' : `${received} ${unit}`, ...sums], at, 'TD');
    }
    if (feeRupiah) at = row(table, ['Ongkos antar', '', '', '', rupiah(feeRupiah)], at, 'TD');
    return row(table, ['', '', '', 'Jumlah', rupiah(amount)], at, 'TD', true) + 6;
  });
};

/** Taxes as information: what, of how much, by which rule, and whether somebody read that rule. */
export const taxes = (page: TaggedPage, { taxes: found }: PaperContent, y: number): number => {
  if (found.length === 0) return y;
  let at = say(page, 'Pajak (keterangan; pasar tidak memungut)', LEFT, roomFor(page, y, 40, FREE), {
    ...{ size: 10, strong: true, as: 'H2' },
  });
  for (const { name, rate, baseRupiah, rupiah: tax, source, confirmed } of found) {
    const doubt = confirmed === false ? ' Belum dicocokkan dengan naskah aturannya.' : '';
    const said = `${name} ${rate} dari ${rupiah(baseRupiah)}: ${rupiah(tax)}. Dasar: ${source}.${doubt}`;
    at = say(page, said, LEFT, roomFor(page, at, heightOf(page, said, { size: 9 }), FREE), { size: 9 }) + 3;
  }
  return at + 4;
};

const PHOTO = { width: (WIDTH - 16) / 2, height: 168 } as const;
const sides = { buyer: 'penerima', merchant: 'penjual' } as const;

/** The pictures a paper names, by their name. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Two pictures a row, each with who took it and when. */
export const pictures = (page: TaggedPage, { photos }: PaperContent, found: Pictures, y: number): number => {
  let at = y;
  for (const [place, { photoId, side, at: taken }] of photos.entries()) {
    if (place % 2 === 0) at = roomFor(page, at, PHOTO.height + 30, FREE);
    const x = LEFT + (place % 2) * (PHOTO.width + 16);
    const title = `Foto ${place + 1}, dari ${sides[side]}, ${day(taken)}`;
    const bytes = found.get(photoId);
    if (bytes) figure(page, title, (doc) => doc.image(Buffer.from(bytes), x, at, { fit: [PHOTO.width, PHOTO.height] }));
    say(page, bytes ? title : `${title} (berkasnya hilang)`, x, at + PHOTO.height + 4, {
      ...{ size: 8.5, width: PHOTO.width, as: 'Caption' },
    });
    if (place % 2 === 1 || place === photos.length - 1) at += PHOTO.height + 28;
  }
  return at;
};
