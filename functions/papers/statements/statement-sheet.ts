import { monthName } from '../../../shared/domain/basics/wording.ts';
import { type Statement, type StatementRow, withheldOf } from '../../../shared/domain/payments/statement.ts';
import { buyerOf, moneyOf, taxesOf, wayOf } from '../../../shared/domain/payments/statement-words.ts';
import { columnCsv } from '../../print/column-csv.ts';
import type { Column } from '../../print/column-sheet.ts';
import { columnXlsx } from '../../print/column-xlsx.ts';

const columns: readonly Column<StatementRow>[] = [
  ['Tanggal', ({ on }) => on],
  ['Kode', ({ code }) => code],
  ['Pembeli', buyerOf],
  ['Barang', ({ goodsRupiah }) => goodsRupiah],
  ['Ongkos antar', ({ feeRupiah }) => feeRupiah],
  ['Jumlah', ({ dueRupiah }) => dueRupiah],
  ['Cara bayar', wayOf],
  ['Keadaan uang', moneyOf],
  ['Tanggal dibayar', ({ paidOn }) => paidOn ?? ''],
  ['Dibayar', ({ paidRupiah }) => paidRupiah],
  ['Pajak dipungut', withheldOf],
  ['Rincian pajak', taxesOf],
  ['Nomor bukti bendahara', ({ proof }) => proof ?? ''],
  ['Dikembalikan', ({ backRupiah }) => backRupiah],
  ['Harus dikembalikan', ({ owedBackRupiah }) => owedBackRupiah],
  ['Belum dibayar', ({ openRupiah }) => openRupiah],
  ['Hari menunggu', ({ daysWaiting }) => daysWaiting],
  ['Pesanan', ({ orderId }) => orderId],
];

/** The last row: sums under the columns that can be summed. */
const sumsOf = ({ totals }: Statement): Record<string, string> => ({
  Tanggal: 'Jumlah',
  Barang: totals.goodsRupiah,
  'Ongkos antar': totals.feeRupiah,
  Jumlah: totals.dueRupiah,
  Dibayar: totals.paidRupiah,
  'Pajak dipungut': totals.withheldRupiah,
  Dikembalikan: totals.backRupiah,
  'Harus dikembalikan': totals.owedBackRupiah,
  'Belum dibayar': totals.openRupiah,
});

const sheetOf = (statement: Statement) => ({ columns, rows: statement.rows, last: sumsOf(statement) });

/** For people: semicolons, a byte order mark, Indonesian heads. */
export const statementCsv = (statement: Statement): Uint8Array => columnCsv(sheetOf(statement));
export const statementXlsx = (statement: Statement): Promise<Uint8Array> =>
  columnXlsx(monthName(statement.month), sheetOf(statement));
