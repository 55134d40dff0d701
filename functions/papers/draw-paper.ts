import { encode } from 'uqr';
import { day, rupiah } from '../../shared/domain/basics/wording.ts';
import { dateInWords } from '../../shared/domain/papers/date-in-words.ts';
import type { Paper, PaperContent } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { rupiahInWords } from '../../shared/domain/papers/terbilang.ts';
import { bytesOf, FOOT, LEFT, line, newPaper, rule, type Paper as Sheet, WIDTH, write } from '../print/pdf-paper.ts';

const BLACK = '#000000';
const LABEL = 150;
const TOP = 56;
const QR = 56;

const letterhead = (sheet: Sheet, { office, number, on }: PaperContent): number => {
  line(sheet, office.name, LEFT, 48, { size: 14, strong: true, width: WIDTH - 190, colour: BLACK });
  line(sheet, office.address, LEFT, 66, { size: 10, width: WIDTH - 190, colour: BLACK });
  const right = { size: 10, width: 190, align: 'right', colour: BLACK } as const;
  if (number !== null) line(sheet, `Nomor ${number}`, LEFT + WIDTH - 190, 50, right);
  line(sheet, `Tahun anggaran ${on.slice(0, 4)}`, LEFT + WIDTH - 190, 66, right);
  rule(sheet, 86, BLACK);
  return 104;
};

const title = (sheet: Sheet, text: string, y: number): number =>
  write(sheet, text.toUpperCase(), LEFT, y, { size: 17, strong: true, align: 'center', colour: BLACK }) + 14;

const pair = (sheet: Sheet, name: string, value: string, y: number, strong = false): number => {
  line(sheet, name, LEFT, y, { size: 10.5, width: LABEL - 10, colour: BLACK });
  const style = { size: strong ? 14 : 10.5, strong, width: WIDTH - LABEL, colour: BLACK };
  return write(sheet, value, LEFT + LABEL, y, style) + 6;
};

const opening = (sheet: Sheet, { kind, handover, on }: PaperContent, y: number): number => {
  if (kind !== 'bast' && kind !== 'pemeriksaan') return y;
  const where = handover ? ` Barang diterima oleh ${handover.receivedBy}.` : '';
  const said = `Pada hari ${dateInWords(on)} telah diserahterimakan barang berikut.${where}`;
  return write(sheet, said, LEFT, y, { size: 10.5, colour: BLACK }) + 10;
};

const parties = (sheet: Sheet, content: PaperContent, y: number): number => {
  const { kind, office, shop, purpose, budgetCode, rupiah: amount, payment, handover, orderedOn } = content;
  let at = y;
  if (kind === 'kuitansi') {
    at = pair(sheet, 'Sudah terima dari', `Bendahara Pengeluaran ${office.name}`, at);
    at = pair(sheet, 'Uang sebesar', rupiah(amount), at, true);
    at = pair(sheet, 'Terbilang', rupiahInWords(amount), at);
  }
  at = pair(sheet, 'Penjual', `${shop.name} (${shop.owner}), ${shop.address}`, at);
  at = pair(sheet, 'Untuk', `${purpose}, pesanan ${day(orderedOn)}`, at);
  at = pair(sheet, 'Kode rekening', budgetCode, at);
  if (handover)
    at = pair(sheet, 'Keadaan barang', [handover.condition, handover.remarks].filter(Boolean).join(': '), at);
  if (payment) at = pair(sheet, 'Dibayar', `${payment.kind}, nomor ${payment.number}, ${day(payment.on)}`, at);
  return at + 6;
};

/** Columns: what, ordered, received, price, sum. */
const columns = [0, 0.42, 0.56, 0.7, 0.85].map((share) => LEFT + share * WIDTH);
const widths = columns.map((x, place) => (columns[place + 1] ?? LEFT + WIDTH) - x - 6);
const row = (sheet: Sheet, [name = '', ...figures]: readonly string[], y: number, strong = false): number => {
  const style = { size: 9.5, strong, colour: BLACK } as const;
  // A name is never cut: what was bought is what the paper is about.
  const end = write(sheet, name, LEFT, y, { ...style, width: widths[0] as number });
  for (const [place, figure] of figures.entries())
    line(sheet, figure, columns[place + 1] as number, y, {
      ...{ ...style, width: widths[place + 1] as number, align: 'right' },
    });
  const bottom = Math.max(end, y + 12) + 3;
  rule(sheet, bottom);
  return bottom + 5;
};

/** Where a block of this height begins: here, or on a next page. */
const room = (sheet: Sheet, y: number, height: number): number => {
  if (y + height <= FOOT - QR - 24) return y;
  sheet.addPage();
  return TOP;
};

const goods = (sheet: Sheet, { lines, kind, rupiah: amount }: PaperContent, y: number): number => {
  const before = kind === 'surat-pesanan' || kind === 'spk';
  let at = row(sheet, ['Uraian', 'Dipesan', 'Diterima', 'Harga satuan', 'Jumlah'], y, true);
  for (const { name, unit, quantity, received, priceRupiah } of lines) {
    const pieces = before ? quantity : received;
    const sums = [rupiah(priceRupiah), rupiah(priceRupiah * pieces)];
    const told = [name, `${quantity} ${unit}`, before ? '–' : `${received} ${unit}`, ...sums];
    at = row(sheet, told, room(sheet, at, 44));
  }
  return row(sheet, ['', '', '', 'Jumlah', rupiah(amount)], room(sheet, at, 20), true) + 6;
};

const taxes = (sheet: Sheet, { taxes: found }: PaperContent, y: number): number =>
  found.reduce(
    (at, { name, rate, rupiah: tax, source }) =>
      write(sheet, `${name} ${rate}: ${rupiah(tax)}. Dasar: ${source}.`, LEFT, room(sheet, at, 30), {
        ...{ size: 9, colour: BLACK },
      }) + 4,
    y,
  );

/** A box for the stamp, only where the law asks for one. */
const stamp = (sheet: Sheet, { stampRupiah }: PaperContent, y: number): void => {
  if (stampRupiah === null) return;
  sheet
    .rect(LEFT + WIDTH - 150, y, 60, 44)
    .lineWidth(0.75)
    .strokeColor(BLACK)
    .stroke();
  line(sheet, `Meterai ${rupiah(stampRupiah)}`, LEFT + WIDTH - 150, y + 16, { size: 7, width: 60, align: 'center' });
};

const signatures = (sheet: Sheet, content: PaperContent, y: number): void => {
  const signers = [...content.signatories, { role: 'Penjual', name: content.shop.owner }];
  const width = WIDTH / signers.length;
  stamp(sheet, content, y + 22);
  for (const [place, { role, name, ...rest }] of signers.entries()) {
    const style = { size: 10, width, align: 'center', colour: BLACK } as const;
    const x = LEFT + place * width;
    line(sheet, `${role},`, x, y, style);
    line(sheet, name, x, y + 72, { ...style, strong: true });
    if ('nip' in rest && rest.nip) line(sheet, `NIP ${rest.nip}`, x, y + 86, style);
  }
};

/** The code as a QR beside its letters: whoever holds a copy can ask what the paper said. */
const foot = (sheet: Sheet, { code, hash }: Paper): void => {
  const { data, size } = encode(code, { border: 4 });
  const cell = QR / size;
  const top = FOOT - QR - 10;
  for (const [y, cells] of data.entries())
    for (const [x, dark] of cells.entries())
      if (dark) sheet.rect(LEFT + x * cell, top + y * cell, cell + 0.05, cell + 0.05).fill(BLACK);
  const style = { size: 8.5, width: WIDTH - QR - 12, colour: BLACK };
  line(sheet, `Periksa keaslian di halaman /periksa, kode ${code}`, LEFT + QR + 12, top + 10, style);
  line(sheet, `Sidik isi ${hash.slice(0, 32)}`, LEFT + QR + 12, top + 24, style);
};

const PHOTO = { width: (WIDTH - 16) / 2, height: 168 } as const;
const sides = { buyer: 'penerima', merchant: 'penjual' } as const;

/** Two pictures a row, each with who took it and when. */
const pictures = (sheet: Sheet, { photos }: PaperContent, bytesOfPhoto: Pictures, y: number): number => {
  let at = y;
  for (const [place, { photoId, side, at: taken }] of photos.entries()) {
    if (place % 2 === 0) at = room(sheet, at, PHOTO.height + 30);
    const x = LEFT + (place % 2) * (PHOTO.width + 16);
    const found = bytesOfPhoto.get(photoId);
    if (found) sheet.image(Buffer.from(found), x, at, { fit: [PHOTO.width, PHOTO.height] });
    line(sheet, `Foto ${place + 1}, dari ${sides[side]}, ${day(taken)}`, x, at + PHOTO.height + 4, {
      ...{ size: 8.5, width: PHOTO.width, colour: BLACK },
    });
    if (place % 2 === 1 || place === photos.length - 1) at += PHOTO.height + 26;
  }
  return at;
};

/** The pictures a paper names, by their name. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** An issued paper as a page; drawn of what it says alone, so the same paper is the same page for ever. */
export const drawPaper = (paper: Paper, pictured: Pictures): Promise<Uint8Array> => {
  const { content, kind, issuedAt } = paper;
  const sheet = newPaper(`${paperKinds[kind].name} ${content.number ?? paper.code}`, issuedAt);
  let y = title(sheet, paperKinds[kind].name, letterhead(sheet, content));
  y = opening(sheet, content, y);
  y = parties(sheet, content, y);
  y = kind === 'foto' ? pictures(sheet, content, pictured, y) : goods(sheet, content, y);
  y = taxes(sheet, content, y);
  signatures(sheet, content, room(sheet, y + 24, 110));
  foot(sheet, paper);
  return bytesOf(sheet);
};
