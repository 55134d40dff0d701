import { Problem } from '../../problem.ts';
import { rupiahIn } from '../agencies/sheet/budget-rows.ts';
import { folded } from '../basics/fold.ts';
import { addMonths } from '../basics/month.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import type { Heading } from '../basics/sheets/sheet-heading.ts';
import { Line } from '../basics/text.ts';
import { forSmallIn, monthsOf, type Row, withoutPersons } from './plan-cells.ts';
import type { PlanColumn } from './plan-columns.ts';
import { type PlannedPurchase, RupCode } from './plan-line.ts';

const NAME_MOST = 300;

export const rowsOf = (sheet: Sheet, { at, places }: Heading<PlanColumn>): Row[] =>
  sheet.slice(at + 1).flatMap((cells, index): Row[] => {
    const of = (column: PlanColumn) => cells[places[column] ?? -1]?.trim() ?? '';
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (of('rupCode') === '' && cells.some((cell) => /^(total|jumlah)\b/i.test(cell.trim()))) return [];
    return [{ row: at + index + 2, of }];
  });

/** A file of several offices is parted by the unit that is asked for, or by the office's own name; nobody guesses further. */
export const ofUnit = (rows: readonly Row[], agencyName: string, unit: string | undefined): readonly Row[] => {
  const codeOf = ({ of }: Row) => of('unit') || of('unitName');
  const units = new Map(
    rows.flatMap((row) => (codeOf(row) === '' ? [] : [[codeOf(row), row.of('unitName')] as const])),
  );
  const sameName = [...units].find(([, name]) => folded(name) === folded(agencyName))?.[0];
  const chosen = unit ?? (units.size > 1 ? sameName : undefined);
  if (chosen === undefined && units.size <= 1) return rows;
  const own = rows.filter((row) => codeOf(row) === chosen);
  if (chosen !== undefined && own.length > 0) return own;
  throw new Problem(
    'unit_needed',
    unit === undefined
      ? 'Berkas ini memuat beberapa satuan kerja. Pilih satuan kerja dinas ini.'
      : 'Satuan kerja itu tidak ada di berkas ini. Pilih lagi.',
    [...units].slice(0, 50).map(([code, name]) => ({ pointer: '#/query/unit', detail: `${code} ${name}`.trim() })),
  );
};

/** A row as a purchase, or what is wrong with it. */
export const readRow = (one: Row, year: string, title: (column: PlanColumn) => string): PlannedPurchase | RowFlaw[] => {
  const { row, of } = one;
  const flaws: RowFlaw[] = [];
  const flaw = (column: PlanColumn, detail: string) => flaws.push({ row, column: title(column), detail });
  const shown = (column: PlanColumn) => `"${withoutPersons(of(column)).slice(0, 40)}"`;
  const rupCode = of('rupCode').replace(/[.,]0+$/, '');
  const name = Line(NAME_MOST).safeParse(
    Array.from(withoutPersons(of('name')))
      .slice(0, NAME_MOST)
      .join(''),
  );
  const rupiah = rupiahIn(of('rupiah'));
  const { month, until } = monthsOf(one);
  if (!RupCode.safeParse(rupCode).success)
    flaw('rupCode', `${shown('rupCode')} bukan kode RUP. Tulis angkanya saja, misalnya 54485403.`);
  if (!name.success) flaw('name', 'Nama paket kosong atau tidak terbaca. Ketik ulang namanya.');
  if (rupiah === undefined) flaw('rupiah', `${shown('rupiah')} bukan rupiah utuh. Tulis angka saja, misalnya 1250000.`);
  if (month === undefined) flaw('from', `${shown('from')} bukan tanggal. Tulis seperti 2026-05-01 atau Mei 2026.`);
  else if (month < `${year}-01` || month > `${Number(year) + 1}-12`)
    flaw('from', `${shown('from')} bukan di tahun ${year} atau sesudahnya. Periksa tahunnya.`);
  if (of('year') !== '' && of('year') !== year)
    flaw('year', `Baris ini tahun ${of('year').slice(0, 10)}, yang dimuat rencana ${year}. Pilih tahun yang sama.`);
  if (flaws.length > 0 || !name.success || rupiah === undefined || month === undefined) return flaws;
  const method = Line(60).safeParse(of('method')).data ?? null;
  const later = until !== undefined && until > month && until <= addMonths(month, 24) ? until : null;
  const told = { volume: of('volume').slice(0, 200), description: of('description').slice(0, 1000) };
  const forSmall = forSmallIn(of('small'));
  return { row, rupCode, name: name.data, rupiah, month, until: later, method, forSmall, ...told };
};
