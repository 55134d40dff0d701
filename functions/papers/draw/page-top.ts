import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { dateInWords, weekdayName } from '../../../shared/domain/papers/date-in-words.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { rupiahInWords } from '../../../shared/domain/papers/terbilang.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { figure, heightOf, roomFor, ruled, say, type TaggedPage, within } from '../../print/tagged-page.ts';
import type { Pictures } from './page-body.ts';
import { FREE } from './page-foot.ts';

const RIGHT = 180;
const LABEL = 128;

const LOGO = 52;
type Writer = {
  readonly above?: string | undefined;
  readonly name: string;
  readonly lines: readonly string[];
  readonly logo?: string | undefined;
};
/** Whose paper it is: a nota is the shop's, every other one the office's. */
const writerOf = ({ kind, office, shop }: PaperContent): Writer =>
  kind === 'nota'
    ? { name: shop.name, lines: [shop.address] }
    : {
        above: office.government,
        name: office.name,
        lines: [office.address, ...(office.contact === undefined ? [] : [office.contact])],
        logo: office.logo,
      };

/** Who writes: its sign, the government, the office, where it is; and beside it number and year. Answers where it ends. */
export const letterhead = (page: TaggedPage, content: PaperContent, found: Pictures): number => {
  const { number, on, budgetYear = on.slice(0, 4) } = content;
  const { above, name, lines, logo: sign } = writerOf(content);
  const logo = sign === undefined ? undefined : found.get(sign);
  const at = logo ? LEFT + LOGO + 10 : LEFT;
  const width = WIDTH - RIGHT - 12 - (at - LEFT);
  if (logo)
    figure(page, `Logo ${above ?? name}`, (doc) => doc.image(Buffer.from(logo), LEFT, 44, { fit: [LOGO, LOGO] }));
  let left = 44;
  if (above) left = say(page, above, at, left, { size: 10, width });
  left = say(page, name, at, left, { size: 14, strong: true, width });
  for (const line of lines) left = say(page, line, at, left, { size: 9.5, width });
  const rightColumn = { size: 10, width: RIGHT, align: 'right' } as const;
  let right = 46;
  if (number !== null) right = say(page, `Nomor ${number}`, LEFT + WIDTH - RIGHT, right, rightColumn);
  right = say(page, `Tahun anggaran ${budgetYear}`, LEFT + WIDTH - RIGHT, right, rightColumn);
  const end = Math.max(left, right, logo ? 44 + LOGO : 0) + 6;
  ruled(page, end);
  return end + 16;
};

/** A name and what it is, side by side; a table to a reading voice. */
export const pair = (table: TaggedPage, name: string, value: string, y: number, strong = false): number => {
  const look = { size: strong ? 14 : 10.5, strong, width: WIDTH - LABEL };
  const at = roomFor(table, y, heightOf(table, value, look), FREE);
  return within(table, 'TR', (row) => {
    say(row, name, LEFT, at, { size: 10.5, width: LABEL - 10, as: 'TH' });
    return say(row, value, LEFT + LABEL, at, { ...look, as: 'TD' }) + 5;
  });
};

/** The sentence that a berita acara begins with: on the day the goods came, not the day it was written. */
const opening = (page: TaggedPage, { kind, handover, on, shop, office }: PaperContent, y: number): number => {
  if (kind === 'spk') {
    const ordered = `${office.name} memerintahkan ${shop.owner} dari ${shop.name} menyerahkan barang berikut, dengan syarat yang tertulis di bawahnya.`;
    return say(page, ordered, LEFT, y, { size: 10.5 }) + 10;
  }
  if (kind !== 'bast' && kind !== 'pemeriksaan') return y;
  const when = `Pada hari ${dateInWords(handover?.on ?? on)}`;
  const whom = handover ? `${handover.receivedBy} dari ${office.name}` : office.name;
  const said =
    kind === 'bast'
      ? `${when}, ${shop.owner} dari ${shop.name} menyerahkan dan ${whom} menerima barang berikut.`
      : `${when}, barang berikut dari ${shop.name} diperiksa oleh ${whom}.`;
  return say(page, said, LEFT, y, { size: 10.5 }) + 10;
};

type Row = readonly [name: string, value: string, strong?: boolean];
type Noted = { readonly condition: string; readonly remarks?: string | undefined };
const noted = ({ condition, remarks }: Noted): string => [condition, remarks].filter(Boolean).join(': ');

const sumRows = ({ kind, office, rupiah: amount }: PaperContent): Row[] =>
  kind === 'kuitansi'
    ? [
        ['Sudah terima dari', `Bendahara Pengeluaran ${office.name}`],
        ['Uang sebesar', rupiah(amount), true],
        ['Terbilang', rupiahInWords(amount)],
      ]
    : [];

const deliveryRows = ({ delivery, kind, on: written }: PaperContent): Row[] => {
  if (!delivery) return [];
  const { on, fetched, place, remarks } = delivery;
  const rows: Row[] = [
    ...(kind === 'spk' ? ([['Waktu pelaksanaan', `${day(written)} sampai ${day(on)}`]] as const) : []),
    ['Hari penyerahan', `${weekdayName(on)}, ${day(on)}`],
    ['Tempat penyerahan', `${fetched ? 'Diambil di' : 'Diantar ke'} ${place}`],
  ];
  return remarks === undefined ? rows : [...rows, ['Catatan', remarks]];
};

const handoverRows = ({ handover }: PaperContent): Row[] => {
  if (!handover) return [];
  const earlier = (handover.earlier ?? []).map(
    (one): Row => ['Serah terima sebelumnya', `${one.on ? day(one.on) : ''}, ${one.receivedBy}. ${noted(one)}`],
  );
  return [...earlier, ['Keadaan barang', noted(handover)]];
};

/** Who, for what, from which account, how it was received and paid. */
export const particulars = (page: TaggedPage, content: PaperContent, y: number): number => {
  const { kind, office, shop, purpose, budgetCode, payment, orderedOn, orderPaper, officeNpwp } = content;
  const rows: Row[] = [
    ...sumRows(content),
    kind === 'nota'
      ? ['Kepada', `${office.name}, ${office.address}`]
      : ['Penjual', `${shop.name} (${shop.owner}), ${shop.address}`],
    ['Untuk', `${purpose}, pesanan ${day(orderedOn)}`],
    ...(orderPaper ? ([['Surat pesanan', `Nomor ${orderPaper.number}, ${day(orderPaper.on)}`]] as const) : []),
    ['Kode rekening', budgetCode],
    ...deliveryRows(content),
    ...handoverRows(content),
    ...(payment ? ([['Dibayar', `${payment.kind}, nomor ${payment.number}, ${day(payment.on)}`]] as const) : []),
    ...(officeNpwp === undefined ? [] : ([['NPWP dinas', officeNpwp]] as const)),
  ];
  const begun = opening(page, content, y);
  return within(
    page,
    'Table',
    (table) => rows.reduce((at, [name, value, strong]) => pair(table, name, value, at, strong), begun) + 6,
  );
};
