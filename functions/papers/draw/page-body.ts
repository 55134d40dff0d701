import { count, day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { rupiahInWords } from '../../../shared/domain/papers/terbilang.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { figure, heightOf, keptWith, roomFor, say, type TaggedPage } from '../../print/tagged-page.ts';
import { type Column, drawTable } from '../../print/tagged-table.ts';
import { FREE } from './page-foot.ts';

const ordered = [
  { head: 'Uraian', share: 47 },
  { head: 'Banyaknya', share: 15, align: 'right' },
  { head: 'Harga satuan', share: 17, align: 'right' },
  { head: 'Jumlah', share: 21, align: 'right' },
] as const satisfies readonly Column[];
const received = [
  { head: 'Uraian', share: 36 },
  { head: 'Dipesan', share: 13, align: 'right' },
  { head: 'Diterima', share: 13, align: 'right' },
  { head: 'Harga satuan', share: 17, align: 'right' },
  { head: 'Jumlah', share: 21, align: 'right' },
] as const satisfies readonly Column[];
const inspected = [
  { head: 'Uraian', share: 44 },
  { head: 'Dipesan', share: 17, align: 'right' },
  { head: 'Diterima', share: 17, align: 'right' },
  { head: 'Hasil pemeriksaan', share: 22, align: 'right' },
] as const satisfies readonly Column[];

/** How high what follows the body is: it may not stand alone on a page. */
export type After = { readonly after: number };

const inspection = (page: TaggedPage, { lines }: Pick<PaperContent, 'lines'>, y: number, { after }: After): number => {
  const rows = lines.map(({ name, unit, quantity, received: came }) => [
    name,
    `${count(quantity)} ${unit}`,
    `${count(came)} ${unit}`,
    came === quantity ? 'Sesuai' : `Kurang ${count(quantity - came)} ${unit}`,
  ]);
  return drawTable(page, { columns: inspected, foot: FREE, after }, rows, y) + 6;
};

type Goods = Pick<PaperContent, 'lines' | 'kind' | 'feeRupiah' | 'rupiah'>;
/** What was ordered or received, line by line, and its sum. */
export const goods = (page: TaggedPage, content: Goods, y: number, { after }: After): number => {
  const { lines, kind, feeRupiah, rupiah: amount } = content;
  if (kind === 'pemeriksaan') return inspection(page, content, y, { after });
  const before = kind === 'surat-pesanan' || kind === 'spk';
  const between = before ? [] : [''];
  const rows = lines.map(({ name, unit, quantity, received: came, priceRupiah }) => [
    name,
    `${count(quantity)} ${unit}`,
    ...(before ? [] : [`${count(came)} ${unit}`]),
    rupiah(priceRupiah),
    rupiah(priceRupiah * (before ? quantity : came)),
  ]);
  const fee = feeRupiah ? [['Ongkos antar', '', ...between, '', rupiah(feeRupiah)]] : [];
  const sum = { strong: ['', '', ...between, 'Jumlah', rupiah(amount)] };
  const columns = before ? ordered : received;
  // A receipt says its sum in words where it begins.
  const words = kind === 'kuitansi' ? '' : `Terbilang: ${rupiahInWords(amount)}`;
  const height = words === '' ? 0 : heightOf(page, words, { size: 9.5 });
  const at = drawTable(page, { columns, foot: FREE, after: height + 6 + after }, [...rows, ...fee, sum], y);
  return say(page, words, LEFT, at, { size: 9.5 }) + 6;
};

const PHOTO = { width: (WIDTH - 16) / 2, height: 168 } as const;
const sides = { buyer: 'penerima', merchant: 'penjual' } as const;

/** The pictures a paper names, by their name. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Two pictures a row, each with who took it and when. */
export const pictures = (
  page: TaggedPage,
  { photos }: PaperContent,
  y: number,
  { after, found }: After & { readonly found: Pictures },
): number => {
  let at = y;
  for (const [index, { photoId, side, at: taken, on = taken }] of photos.entries()) {
    const last = index >= photos.length - 2 + (photos.length % 2);
    if (index % 2 === 0) at = roomFor(page, at, keptWith(PHOTO.height + 30, last ? after : 0, FREE), FREE);
    const x = LEFT + (index % 2) * (PHOTO.width + 16);
    const title = `Foto ${index + 1}, dari ${sides[side]}, ${day(on)}`;
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
