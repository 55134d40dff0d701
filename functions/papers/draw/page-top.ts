import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { dateInWords } from '../../../shared/domain/papers/date-in-words.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { rupiahInWords } from '../../../shared/domain/papers/terbilang.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { figure, heightOf, roomFor, ruled, say, type TaggedPage, within } from '../../print/tagged-page.ts';
import type { Pictures } from './page-body.ts';
import { FREE } from './page-foot.ts';

const RIGHT = 180;
const LABEL = 128;

const LOGO = 52;
/** Who writes: its sign, the government, the office, where it is; and beside it number and year. Answers where it ends. */
export const letterhead = (page: TaggedPage, { office, number, on }: PaperContent, found: Pictures): number => {
  const logo = office.logo === undefined ? undefined : found.get(office.logo);
  const at = logo ? LEFT + LOGO + 10 : LEFT;
  const width = WIDTH - RIGHT - 12 - (at - LEFT);
  if (logo)
    figure(page, `Logo ${office.government ?? office.name}`, (doc) =>
      doc.image(Buffer.from(logo), LEFT, 44, { fit: [LOGO, LOGO] }),
    );
  let left = 44;
  if (office.government) left = say(page, office.government, at, left, { size: 10, width });
  left = say(page, office.name, at, left, { size: 14, strong: true, width });
  left = say(page, office.address, at, left, { size: 9.5, width });
  if (office.contact) left = say(page, office.contact, at, left, { size: 9.5, width });
  const rightColumn = { size: 10, width: RIGHT, align: 'right' } as const;
  let right = 46;
  if (number !== null) right = say(page, `Nomor ${number}`, LEFT + WIDTH - RIGHT, right, rightColumn);
  right = say(page, `Tahun anggaran ${on.slice(0, 4)}`, LEFT + WIDTH - RIGHT, right, rightColumn);
  const end = Math.max(left, right, logo ? 44 + LOGO : 0) + 6;
  ruled(page, end);
  return end + 16;
};

/** A name and what it is, side by side; a table to a reading voice. */
const pair = (table: TaggedPage, name: string, value: string, y: number, strong = false): number => {
  const look = { size: strong ? 14 : 10.5, strong, width: WIDTH - LABEL };
  const at = roomFor(table, y, heightOf(table, value, look), FREE);
  return within(table, 'TR', (row) => {
    say(row, name, LEFT, at, { size: 10.5, width: LABEL - 10, as: 'TH' });
    return say(row, value, LEFT + LABEL, at, { ...look, as: 'TD' }) + 5;
  });
};

/** The sentence that a berita acara begins with. */
const opening = (page: TaggedPage, { kind, handover, on }: PaperContent, y: number): number => {
  if (kind !== 'bast' && kind !== 'pemeriksaan') return y;
  const whom = handover ? ` Barang diterima oleh ${handover.receivedBy}.` : '';
  const done = kind === 'bast' ? 'diserahterimakan' : 'diperiksa';
  return say(page, `Pada hari ${dateInWords(on)} telah ${done} barang berikut.${whom}`, LEFT, y, { size: 10.5 }) + 10;
};

/** Who, for what, from which account, how it was received and paid. */
export const particulars = (page: TaggedPage, content: PaperContent, y: number): number => {
  const { kind, office, shop, purpose, budgetCode, rupiah: amount, payment, handover, orderedOn } = content;
  const rows: (readonly [string, string, strong?: boolean])[] = [];
  if (kind === 'kuitansi')
    rows.push(
      ['Sudah terima dari', `Bendahara Pengeluaran ${office.name}`],
      ['Uang sebesar', rupiah(amount), true],
      ['Terbilang', rupiahInWords(amount)],
    );
  rows.push(
    ['Penjual', `${shop.name} (${shop.owner}), ${shop.address}`],
    ['Untuk', `${purpose}, pesanan ${day(orderedOn)}`],
    ['Kode rekening', budgetCode],
  );
  if (handover) rows.push(['Keadaan barang', [handover.condition, handover.remarks].filter(Boolean).join(': ')]);
  if (payment) rows.push(['Dibayar', `${payment.kind}, nomor ${payment.number}, ${day(payment.on)}`]);
  const begun = opening(page, content, y);
  return within(
    page,
    'Table',
    (table) => rows.reduce((at, [name, value, strong]) => pair(table, name, value, at, strong), begun) + 6,
  );
};
