import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { figure, heightOf, roomFor, say, type TaggedPage } from '../../print/tagged-page.ts';
import { type Column, drawTable } from '../../print/tagged-table.ts';
import { FREE } from './page-foot.ts';

const columns = [
  { head: 'Uraian', share: 40 },
  { head: 'Dipesan', share: 15, align: 'right' },
  { head: 'Diterima', share: 14, align: 'right' },
  { head: 'Harga satuan', share: 15, align: 'right' },
  { head: 'Jumlah', share: 16, align: 'right' },
] as const satisfies readonly Column[];

/** What was ordered or received, line by line, and its sum. */
export const goods = (
  page: TaggedPage,
  { lines, kind, feeRupiah, rupiah: amount }: PaperContent,
  y: number,
): number => {
  const before = kind === 'surat-pesanan' || kind === 'spk';
  const rows = lines.map(({ name, unit, quantity, received, priceRupiah }) => [
    name,
    `${quantity} ${unit}`,
    before ? '–' : `${received} ${unit}`,
    rupiah(priceRupiah),
    rupiah(priceRupiah * (before ? quantity : received)),
  ]);
  const fee = feeRupiah ? [['Ongkos antar', '', '', '', rupiah(feeRupiah)]] : [];
  const sum = { strong: ['', '', '', 'Jumlah', rupiah(amount)] };
  return drawTable(page, { columns, foot: FREE }, [...rows, ...fee, sum], y) + 6;
};

/** Taxes as information: what, of how much, by which rule, and whether somebody read that rule. */
export const taxes = (page: TaggedPage, { taxes: found }: PaperContent, y: number): number => {
  if (found.length === 0) return y;
  let at = say(page, 'Pajak (keterangan; pasar tidak memungut)', LEFT, roomFor(page, y, 40, FREE), {
    size: 10,
    strong: true,
    as: 'H2',
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
  for (const [index, { photoId, side, at: taken }] of photos.entries()) {
    if (index % 2 === 0) at = roomFor(page, at, PHOTO.height + 30, FREE);
    const x = LEFT + (index % 2) * (PHOTO.width + 16);
    const title = `Foto ${index + 1}, dari ${sides[side]}, ${day(taken)}`;
    const bytes = found.get(photoId);
    if (bytes) figure(page, title, (doc) => doc.image(Buffer.from(bytes), x, at, { fit: [PHOTO.width, PHOTO.height] }));
    say(page, bytes ? title : `${title} (berkasnya hilang)`, x, at + PHOTO.height + 4, {
      size: 8.5,
      width: PHOTO.width,
      as: 'Caption',
    });
    if (index % 2 === 1 || index === photos.length - 1) at += PHOTO.height + 28;
  }
  return at;
};
