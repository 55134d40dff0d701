import type { CellObject } from 'write-excel-file/node';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import { type Statement, type StatementRow, withheldOf } from '../../../shared/domain/payments/statement.ts';
import { buyerOf, moneyOf, taxesOf, wayOf } from '../../../shared/domain/payments/statement-words.ts';
import { csv, excelIndonesia, type Field, number, words } from '../../print/csv.ts';

type Column = readonly [head: string, of: (row: StatementRow) => string | number | null];
const columns: readonly Column[] = [
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
  ...{ Tanggal: 'Jumlah', Barang: totals.goodsRupiah, 'Ongkos antar': totals.feeRupiah, Jumlah: totals.dueRupiah },
  ...{ Dibayar: totals.paidRupiah, 'Pajak dipungut': totals.withheldRupiah, Dikembalikan: totals.backRupiah },
  ...{ 'Harus dikembalikan': totals.owedBackRupiah, 'Belum dibayar': totals.openRupiah },
});

const field = (value: string | number | null): Field => (typeof value === 'string' ? words(value) : number(value));
const sumField = (sum: string): Field => (/^\d+$/.test(sum) ? number(sum) : words(sum));

/** For people: semicolons, a byte order mark, Indonesian heads. */
export const statementCsv = (statement: Statement): Uint8Array => {
  const sums = sumsOf(statement);
  return csv(
    [
      columns.map(([head]) => words(head)),
      ...statement.rows.map((row) => columns.map(([, of]) => field(of(row)))),
      columns.map(([head]) => sumField(sums[head] ?? '')),
    ],
    excelIndonesia,
  );
};

/** Amounts are numbers that can be summed; everything else is text, so that nothing runs. */
const cell = (value: string | number | null): CellObject | null => {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number, format: '#,##0' } : { value, type: String };
};
const strong = (value: string): CellObject | null => {
  const amount = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  const shown = cell(Number.isSafeInteger(amount) ? amount : value);
  return shown && { ...shown, fontWeight: 'bold' };
};

export const statementXlsx = async (statement: Statement): Promise<Uint8Array> => {
  const { writeExcelFile } = await import('../../print/workbook-writer.ts');
  const sums = sumsOf(statement);
  return writeExcelFile(
    [
      {
        sheet: monthName(statement.month),
        stickyRowsCount: 1,
        columns: columns.map(([head]) => ({ width: Math.max(14, head.length + 2) })),
        data: [
          columns.map(([head]) => strong(head)),
          ...statement.rows.map((row) => columns.map(([, of]) => cell(of(row)))),
          columns.map(([head]) => strong(sums[head] ?? '')),
        ],
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
};
