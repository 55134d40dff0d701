import { Problem } from '../../../problem.ts';
import type { Sheet } from '../../basics/sheets/sheet.ts';
import { HEADING_ROWS, headingWith } from '../../basics/sheets/sheet-heading.ts';

/**
 * Names of columns, as SIPD exports them: of the RKA's details (KODE AKUN, TOTAL HARGA) and of the recap of the adopted
 * budget (KODE REKENING, PAGU). The first that is there counts.
 */
const columns = {
  code: ['KODE REKENING', 'KODE AKUN'],
  name: ['NAMA REKENING', 'NAMA AKUN', 'URAIAN'],
  amount: ['PAGU', 'TOTAL HARGA'],
  unit: ['KODE SUB UNIT', 'KODE SKPD', 'KODE UNIT SKPD'],
  unitName: ['NAMA SUB UNIT', 'NAMA SKPD', 'NAMA UNIT SKPD'],
  year: ['TAHUN'],
} as const;
export type Column = keyof typeof columns;

export const requireHeading = (sheet: Sheet) => {
  const found = headingWith(sheet, columns, ['code', 'amount']);
  if (found) return found;
  const seen = sheet
    .slice(0, HEADING_ROWS)
    .flat()
    .filter((cell) => cell.trim() !== '')
    .slice(0, 8)
    .map((cell) => `"${cell.trim().slice(0, 30)}"`)
    .join(', ');
  throw new Problem(
    'sheet_not_readable',
    'Kolom KODE REKENING dan PAGU tidak ditemukan. Pakai berkas dari SIPD: Rekap Penetapan APBD atau RKA rincian.',
    [{ pointer: '/', detail: seen === '' ? 'Lembar pertamanya kosong.' : `Yang terbaca di atas: ${seen}.` }],
  );
};
