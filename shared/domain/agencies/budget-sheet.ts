import { Problem } from '../../problem.ts';
import { RUPIAH_MAX } from '../basics/money.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import { cellsOf, HEADING_ROWS, headingWith } from '../basics/sheets/sheet-heading.ts';
import { BudgetCode, BudgetLine } from './budget-line.ts';

export type SheetLine = {
  readonly budgetCode: string;
  readonly name: string;
  readonly ceilingRupiah: number;
  /** The first row that names it. */
  readonly row: number;
};
export type BudgetSheet = {
  /** Rows with something in them, below the heading. */
  readonly rows: number;
  readonly lines: readonly SheetLine[];
  readonly flaws: readonly RowFlaw[];
};

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
type Column = keyof typeof columns;

const NAME_MOST = 120;

const requireHeading = (sheet: Sheet) => {
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

/** `1.250.000`, `1,250,000.00`, `Rp 1250000`, `1.25E6`: whole rupiah up to so many, or undefined. */
export const rupiahIn = (text: string, most = RUPIAH_MAX): number | undefined => {
  const plain = text.replace(/^\s*rp\.?|\s/gi, '');
  const digits = /^\d{1,3}(\.\d{3})+(,0+)?$/.test(plain)
    ? plain.replace(/,.*$/, '').replaceAll('.', '')
    : /^\d{1,3}(,\d{3})+(\.0+)?$/.test(plain)
      ? plain.replace(/\..*$/, '').replaceAll(',', '')
      : plain.replace(/^(\d+)[.,]0+$/, '$1');
  if (!/^\d{1,15}$|^\d(\.\d+)?E\+?\d{1,2}$/i.test(digits)) return undefined;
  const rupiah = Number(digits);
  return Number.isSafeInteger(rupiah) && rupiah <= most ? rupiah : undefined;
};

type Row = {
  readonly row: number;
  readonly of: (column: Column) => string;
  readonly title: (column: Column) => string;
};

const rowsOf = (sheet: Sheet): Row[] => {
  const { at, stands } = requireHeading(sheet);
  return sheet.slice(at + 1).flatMap((cells, index): Row[] => {
    const of = cellsOf(cells, stands);
    // Blank rows, and the line of totals at the end.
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (of('code') === '' && cells.some((cell) => /^(total|jumlah)\b/i.test(cell.trim()))) return [];
    return [{ row: at + index + 2, of, title: (column) => stands[column]?.title ?? '' }];
  });
};

/** A file of several offices is told apart by the unit that is asked for; whose budget it is, nobody guesses. */
const ofUnit = (rows: readonly Row[], unit: string | undefined): readonly Row[] => {
  const units = new Map(rows.flatMap(({ of }) => (of('unit') === '' ? [] : [[of('unit'), of('unitName')] as const])));
  if (unit !== undefined) {
    const own = rows.filter(({ of }) => of('unit') === unit);
    if (own.length > 0) return own;
  } else if (units.size <= 1) return rows;
  throw new Problem(
    'unit_needed',
    unit === undefined
      ? 'Berkas ini memuat beberapa unit. Pilih unit Anda.'
      : 'Unit itu tidak ada di berkas ini. Pilih lagi.',
    [...units].slice(0, 50).map(([code, name]) => ({ pointer: '#/query/unit', detail: `${code} ${name}`.trim() })),
  );
};

/** What an account is called, as a line keeps it: its code where the sheet names nothing that can be read. */
const nameIn = ({ of }: Row): string => {
  const typed = Array.from(of('name')).slice(0, NAME_MOST).join('');
  return BudgetLine.shape.name.safeParse(typed).data ?? of('code');
};

const flawsOf = ({ row, of, title }: Row, year: string): RowFlaw[] => {
  const flaws: RowFlaw[] = [];
  const flaw = (column: Column, detail: string) => flaws.push({ row, column: title(column), detail });
  const [code, amount] = [of('code'), of('amount')];
  if (!BudgetCode.safeParse(code).success)
    flaw('code', `"${code.slice(0, 40)}" bukan kode rekening. Tulis dengan titik, misalnya 5.1.02.01.01.0052.`);
  if (rupiahIn(amount) === undefined)
    flaw('amount', `"${amount.slice(0, 40)}" bukan rupiah utuh. Tulis angka saja, misalnya 1250000.`);
  if (of('year') !== '' && of('year') !== year)
    flaw('year', `Baris ini tahun ${of('year').slice(0, 10)}, yang diunggah anggaran ${year}. Pilih tahun yang sama.`);
  return flaws;
};

/**
 * The budget lines of a sheet: rows of one account added up, as a RKA's details have many. An account of which a row is
 * flawed is left out whole, because its sum would be wrong. @throws Problem sheet_not_readable, unit_needed
 */
export const budgetOfSheet = (sheet: Sheet, year: string, unit?: string): BudgetSheet => {
  const rows = ofUnit(rowsOf(sheet), unit);
  const flaws: RowFlaw[] = [];
  const flawed = new Set<string>();
  const lines = new Map<string, SheetLine>();
  for (const one of rows) {
    const found = flawsOf(one, year);
    flaws.push(...found);
    const budgetCode = one.of('code');
    if (found.length > 0) {
      flawed.add(budgetCode);
      continue;
    }
    const before = lines.get(budgetCode);
    const ceilingRupiah = (before?.ceilingRupiah ?? 0) + (rupiahIn(one.of('amount')) ?? 0);
    if (ceilingRupiah > RUPIAH_MAX) {
      flaws.push({
        row: one.row,
        column: one.title('amount'),
        detail: 'Jumlah rekening ini terlalu besar. Periksa angkanya.',
      });
      flawed.add(budgetCode);
      continue;
    }
    const name = nameIn(one);
    lines.set(budgetCode, before ? { ...before, ceilingRupiah } : { budgetCode, name, ceilingRupiah, row: one.row });
  }
  return { rows: rows.length, flaws, lines: [...lines.values()].filter(({ budgetCode }) => !flawed.has(budgetCode)) };
};
