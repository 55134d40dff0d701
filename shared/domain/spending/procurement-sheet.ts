import { Problem } from '../../problem.ts';
import { type KnownOffices, officeFinder, unknownOffice } from '../agencies/office-names.ts';
import { rupiahIn } from '../agencies/sheet/budget-rows.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import { cellsOf, headingWith } from '../basics/sheets/sheet-heading.ts';
import { YEAR_RUPIAH_MAX } from './procurement.ts';

/** Names of columns as the export of a region's budget structure has them (RUP-StrukturAnggaranPD). The first there counts. */
const columns = {
  name: ['NAMA SATKER', 'NAMA SKPD', 'NAMA OPD', 'NAMA DINAS'],
  amount: ['BELANJA PENGADAAN'],
  year: ['TAHUN ANGGARAN', 'TAHUN'],
} as const;
export type SheetOffice = { readonly agencyId: string; readonly procurementRupiah: number };
export type ProcurementSheet = {
  readonly rows: number;
  readonly offices: readonly SheetOffice[];
  readonly flaws: readonly RowFlaw[];
};
type Known = KnownOffices & { readonly year: string };

/**
 * The official procurement budgets in a sheet, by office. A row whose office, amount or year is not clear is a flaw and never
 * guessed. @throws Problem sheet_not_readable
 */
export const procurementOfSheet = (sheet: Sheet, { year, ...known }: Known): ProcurementSheet => {
  const heading = headingWith(sheet, columns, ['name', 'amount']);
  if (!heading)
    throw new Problem('sheet_not_readable', 'Kolom NAMA SATKER dan BELANJA PENGADAAN tidak ditemukan di lembar ini.', [
      { pointer: '/', detail: 'Pakai berkas struktur anggaran perangkat daerah dari SIRUP.' },
    ]);
  const { at, stands } = heading;
  const find = officeFinder(known);
  const taken = new Map<string, number>();
  const flaws: RowFlaw[] = [];
  const found: SheetOffice[] = [];
  let rows = 0;
  for (const [index, cells] of sheet.slice(at + 1).entries()) {
    const of = cellsOf(cells, stands);
    if (cells.every((cell) => cell.trim() === '') || /^(total|jumlah)\b/i.test(of('name') || (cells[0] ?? '').trim()))
      continue;
    rows += 1;
    const row = at + index + 2;
    const flaw = (column: keyof typeof columns, detail: string) =>
      flaws.push({ row, column: stands[column]?.title ?? '', detail });
    const agencyId = find(of('name'));
    const amount = rupiahIn(of('amount'), YEAR_RUPIAH_MAX);
    const earlier = agencyId && taken.get(agencyId);
    if (!agencyId) flaw('name', unknownOffice(of('name')));
    else if (earlier !== undefined) flaw('name', `Dinas ini sudah ada di baris ${earlier}. Sisakan satu baris.`);
    if (amount === undefined)
      flaw('amount', `"${of('amount').slice(0, 40)}" bukan rupiah utuh. Tulis angka saja, misalnya 1250000.`);
    const [dated, asked] = [of('year'), year];
    if (dated !== '' && dated !== asked)
      flaw('year', `Baris ini tahun ${dated.slice(0, 10)}, yang diunggah tahun ${asked}. Pilih tahun yang sama.`);
    if (!agencyId || earlier !== undefined) continue;
    taken.set(agencyId, row);
    if (amount !== undefined && (dated === '' || dated === asked)) found.push({ agencyId, procurementRupiah: amount });
  }
  return { rows, offices: found, flaws };
};
