import { day, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Statement, StatementRow } from '../../../shared/domain/payments/statement.ts';
import {
  buyerOf,
  moneyOf,
  taxesOf,
  totalWords,
  wayInSentence,
} from '../../../shared/domain/payments/statement-words.ts';
import { bytesOf, LEFT } from '../../print/pdf-paper.ts';
import { newTagged, numbered, say } from '../../print/tagged-page.ts';
import { type Column, drawTable } from '../../print/tagged-table.ts';

const columns = [
  { head: 'Tanggal, kode', share: 19 },
  { head: 'Pembeli, cara bayar', share: 27 },
  { head: 'Barang', share: 15, align: 'right' },
  { head: 'Ongkos', share: 12, align: 'right' },
  { head: 'Jumlah', share: 15, align: 'right' },
  { head: 'Uangnya', share: 25 },
] as const satisfies readonly Column[];

const moneyCell = (row: StatementRow): string =>
  [
    row.paidOn && row.paidRupiah > 0 ? `${rupiah(row.paidRupiah)} pada ${day(row.paidOn)}` : moneyOf(row),
    taxesOf(row) && `dipungut ${taxesOf(row)}`,
    row.backRupiah > 0 ? `dikembalikan ${rupiah(row.backRupiah)}` : '',
    row.owedBackRupiah > 0 ? `harus dikembalikan ${rupiah(row.owedBackRupiah)}` : '',
  ]
    .filter(Boolean)
    .join('; ');

const cells = (row: StatementRow): string[] => [
  `${day(row.on)} ${row.code}`,
  `${buyerOf(row)}, ${wayInSentence(row)}${row.proof ? `, bukti ${row.proof}` : ''}`,
  rupiah(row.goodsRupiah),
  rupiah(row.feeRupiah),
  rupiah(row.dueRupiah),
  moneyCell(row),
];

/** A shop's month to print: its sums first, then order by order. The same statement is the same file. */
export const statementPdf = async ({ merchantName, month, today, rows, totals }: Statement): Promise<Uint8Array> => {
  const title = `Rekening koran toko ${monthName(month)}`;
  const page = await newTagged(`${title}, ${merchantName}`, `${today}T00:00:00.000Z`);
  let y = say(page, title, LEFT, 48, { size: 17, strong: true, as: 'H1' });
  y = say(page, merchantName, LEFT, y + 2, { size: 12, strong: true });
  const told = `Keadaan pada ${day(today)}: ${rows.length} pesanan yang barangnya sampai bulan itu. Uang langsung dari pembeli ke toko; pasar tidak memegang dan tidak memotong.`;
  y = say(page, told, LEFT, y + 2, { size: 9.5 });
  const sums = [
    { head: 'Ringkasan', share: 60 },
    { head: 'Rupiah', share: 40, align: 'right' },
  ] as const;
  y = drawTable(page, { columns: sums }, totalWords(totals), y + 10);
  if (rows.length > 0) {
    y = say(page, 'Pesanan', LEFT, y + 12, { size: 12, strong: true, as: 'H2' });
    const sum = ['', 'Jumlah', rupiah(totals.goodsRupiah), rupiah(totals.feeRupiah), rupiah(totals.dueRupiah), ''];
    drawTable(page, { columns, size: 8.5 }, [...rows.map(cells), { strong: sum }], y + 4);
  }
  numbered(page);
  page.part.end();
  return bytesOf(page.doc);
};
