import { RUPIAH_MAX } from '../basics/money.ts';
import type { RowFlaw, Sheet } from '../basics/sheets/sheet.ts';
import { flawsOf, nameIn, ofUnit, rowsOf, rupiahIn } from './sheet/budget-rows.ts';

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
