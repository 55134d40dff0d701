import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { rupiahInWords } from '../../../shared/domain/papers/terbilang.ts';
import { LEFT } from '../../print/pdf-paper.ts';
import { heightOf, keptWith, roomFor, say, type TaggedPage } from '../../print/tagged-page.ts';
import { type Column, drawTable, tableHeight } from '../../print/tagged-table.ts';
import type { After } from './page-body.ts';
import { FREE } from './page-foot.ts';

/** One line of words under a table, and one more where they wrap. */
const LINE = 30;
const paid = [
  { head: 'Pembayaran', share: 70 },
  { head: 'Rupiah', share: 30, align: 'right' },
] as const satisfies readonly Column[];

/** What was paid, what the treasurer kept back for the state, and what the shop got; as the treasurer recorded it. */
export const payment = (
  page: TaggedPage,
  { payment: told, rupiah: amount }: PaperContent,
  y: number,
  { after }: After,
): number => {
  const gross = told?.rupiah ?? amount;
  const withheld = told?.withheld ?? [];
  const net = gross - withheld.reduce((sum, one) => sum + one.rupiah, 0);
  const rows = [
    ['Tagihan, termasuk pajak', rupiah(gross)],
    ...withheld.map(({ name, rupiah: kept, receiptNumber }) => [
      `Dipungut: ${name}${receiptNumber === undefined ? '' : `, nomor bukti ${receiptNumber}`}`,
      rupiah(-kept),
    ]),
    { strong: ['Dibayarkan kepada penjual', rupiah(net)] },
  ];
  const at = drawTable(page, { columns: paid, foot: FREE, after: LINE + 10 + after }, rows, y);
  return say(page, `Terbilang: ${rupiahInWords(net)}`, LEFT, at, { size: 9.5 }) + 10;
};

const columns = [
  { head: 'Pajak', share: 44 },
  { head: 'Tarif', share: 11, align: 'right' },
  { head: 'Dasar pengenaan', share: 23, align: 'right' },
  { head: 'Pajaknya', share: 22, align: 'right' },
] as const satisfies readonly Column[];
const SMALL = { size: 8.5 } as const;
const HEAD = { size: 10, strong: true, as: 'H2' } as const;

const rulesOf = ({ taxes: found }: PaperContent): string[] =>
  found.map(({ name, source, confirmed }) => {
    const doubt = confirmed === false ? ' Belum dicocokkan dengan naskah aturannya.' : '';
    return `Dasar ${name}: ${source}.${doubt}`;
  });

const tableOf = ({ taxes: found, kind }: PaperContent) => {
  const rows = found.map(({ name, rate, baseRupiah, rupiah: tax }) => [name, rate, rupiah(baseRupiah), rupiah(tax)]);
  const sum = found.reduce((all, one) => all + one.rupiah, 0);
  return kind === 'pajak' ? [...rows, { strong: ['Jumlah', '', '', rupiah(sum)] }] : rows;
};
const LOOK = { columns, size: 9, foot: FREE } as const;
const TITLE = 'Keterangan pajak (pasar tidak memungut)';

const titleHeight = (page: TaggedPage): number => heightOf(page, TITLE, HEAD) + 2;
const rulesHeight = (page: TaggedPage, content: PaperContent): number =>
  rulesOf(content).reduce((sum, rule) => sum + heightOf(page, rule, SMALL) + 2, 4);

/** How high the taxes are. */
export const taxesHeight = (page: TaggedPage, content: PaperContent): number =>
  content.taxes.length === 0
    ? 0
    : titleHeight(page) + tableHeight(page, LOOK, tableOf(content)) + rulesHeight(page, content);

/** Taxes as information: what, of how much, by which rule, and whether somebody read that rule. */
export const taxes = (page: TaggedPage, content: PaperContent, y: number, { after }: After): number => {
  if (content.taxes.length === 0) return y;
  const all = tableOf(content);
  const under = rulesHeight(page, content) + after;
  const whole = keptWith(titleHeight(page) + tableHeight(page, LOOK, all), under, FREE);
  let at = say(page, TITLE, LEFT, roomFor(page, y, whole, FREE), HEAD) + 2;
  at = drawTable(page, { ...LOOK, after: under }, all, at);
  for (const rule of rulesOf(content))
    at = say(page, rule, LEFT, roomFor(page, at, heightOf(page, rule, SMALL), FREE), SMALL) + 2;
  return at + 4;
};
