import { Problem } from '../../../problem.ts';
import { RUPIAH_MAX } from '../../basics/money.ts';
import type { RowFlaw, Sheet } from '../../basics/sheets/sheet.ts';
import { cellsOf } from '../../basics/sheets/sheet-heading.ts';
import { BudgetCode, BudgetLine } from '../budget-line.ts';
import { type Column, requireHeading } from './budget-columns.ts';

const NAME_MOST = 120;

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

export const rowsOf = (sheet: Sheet): Row[] => {
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
export const ofUnit = (rows: readonly Row[], unit: string | undefined): readonly Row[] => {
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
export const nameIn = ({ of }: Row): string => {
  const typed = Array.from(of('name')).slice(0, NAME_MOST).join('');
  return BudgetLine.shape.name.safeParse(typed).data ?? of('code');
};

export const flawsOf = ({ row, of, title }: Row, year: string): RowFlaw[] => {
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
