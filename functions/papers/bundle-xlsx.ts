import type { CellObject } from 'write-excel-file/node';
import type { Paper } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';

const heads = ['Surat', 'Nomor', 'Tanggal', 'Penjual', 'Untuk', 'Kode rekening', 'Rupiah', 'Kode cek', 'Pesanan'];
/** Typed as text, so that nothing a shop is called runs in a spreadsheet; amounts are numbers that can be summed. */
const cell = (value: string | number | null): CellObject | null => {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number, format: '#,##0' } : { value, type: String };
};

export const bundleRow = ({ kind, content, code }: Paper): (string | number | null)[] => [
  paperKinds[kind].name,
  content.number,
  content.on,
  content.shop.name,
  content.purpose,
  content.budgetCode,
  content.rupiah,
  code,
  content.orderId,
];

/** A row for each issued paper. */
export const bundleXlsx = async (papers: readonly Paper[]): Promise<Uint8Array> => {
  const { writeExcelFile } = await import('../print/workbook-writer.ts');
  return writeExcelFile(
    [
      {
        sheet: 'Surat',
        stickyRowsCount: 1,
        columns: [18, 26, 12, 28, 36, 20, 14, 14, 32].map((width) => ({ width })),
        data: [
          heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
          ...papers.map((paper) => bundleRow(paper).map(cell)),
        ],
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
};
