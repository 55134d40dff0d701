import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import { Name } from '../basics/text.ts';
import { rupiah } from '../basics/wording.ts';
import { AgencyId } from './agency.ts';

/** An account of the budget (kode rekening), as offices write it. */
export const BudgetCode = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,4}){2,6}$/, 'Tulis kode rekening dengan titik, misalnya 5.1.02.01.01.0052.')
  .meta({ id: 'BudgetCode', example: '5.1.02.01.01.0052' });

export const Year = z
  .string()
  .regex(/^20\d{2}$/, 'Tulis tahun seperti 2026.')
  .meta({ id: 'Year', example: '2026' });

/**
 * One line of an office's yearly budget. Orders commit against it when they are placed, so two buyers can never spend
 * one rupiah twice: `committed + left = ceiling` always.
 */
export const BudgetLine = z
  .object({
    agencyId: AgencyId,
    year: Year,
    budgetCode: BudgetCode,
    name: Name(120),
    ceilingRupiah: Rupiah,
    committedRupiah: Rupiah,
    leftRupiah: Rupiah,
    version: z.int(),
  })
  .meta({ id: 'BudgetLine' });
export type BudgetLine = z.infer<typeof BudgetLine>;

export const NewBudgetLine = z
  .strictObject({ name: BudgetLine.shape.name, ceilingRupiah: Rupiah })
  .meta({ id: 'NewBudgetLine' });

/** Sets a line's ceiling, never below what orders have already committed. */
export const withCeiling = (line: BudgetLine, name: string, ceilingRupiah: number): BudgetLine => {
  if (ceilingRupiah < line.committedRupiah)
    throw new Problem(
      'budget_too_little',
      `Pagu tidak bisa di bawah yang sudah dipesan, ${rupiah(line.committedRupiah)}.`,
      [{ pointer: '/ceilingRupiah', detail: `Paling sedikit ${rupiah(line.committedRupiah)}.` }],
    );
  return { ...line, name, ceilingRupiah, leftRupiah: ceilingRupiah - line.committedRupiah, version: line.version + 1 };
};
