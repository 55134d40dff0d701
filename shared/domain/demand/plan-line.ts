import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Year } from '../agencies/budget-line.ts';
import { Category } from '../basics/category.ts';
import { Rupiah } from '../basics/money.ts';
import { Month } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';

/** The code under which the national plan knows a line (`kd_rup`). */
export const RupCode = z
  .string()
  .regex(/^\d{1,12}$/, 'Tulis kode RUP dengan angka saja, misalnya 54485403.')
  .meta({ id: 'RupCode', example: '54485403' });

/** Why a line is in its category: a rule of words, or what an officer of the city said of it or of one like it. */
export const ClassifiedBy = z.enum(['rule', 'correction']).meta({ id: 'ClassifiedBy' });

/**
 * A line of an office's yearly plan of purchases (RUP), as it is announced by law (Perpres 16/2018, article 22): what, when, for
 * how much. Nobody's name or number is in it. What shops can sell of it is told them months ahead.
 */
export const PlanLine = z
  .object({
    agencyId: AgencyId,
    cityCode: CityCode,
    agencyName: z.string(),
    year: Year,
    rupCode: RupCode,
    name: z.string(),
    rupiah: Rupiah,
    month: Month.describe('When the goods are first needed'),
    until: Month.nullable().describe('When they are last needed, where that is another month'),
    count: z.int().nullable().describe('How many, where the plan says it in a unit that the money can pay'),
    unit: z.string().nullable(),
    method: z.string().nullable().describe('How it is bought, in the words of the plan'),
    forSmall: z
      .boolean()
      .nullable()
      .default(null)
      .describe('Whether the plan keeps it for small businesses (`status_ukm`); null where it does not say'),
    category: Category.nullable().describe('What of the market it buys; null where no shop sells such a thing'),
    by: ClassifiedBy,
    because: z.string().nullable().describe('The words of the line that say so'),
    likeness: z.string().describe('The same for all lines that a correction of this one holds for'),
    version: z.int(),
  })
  .meta({ id: 'PlanLine' });
export type PlanLine = z.infer<typeof PlanLine>;

/** What a list shows of it. */
export const PlanLineCard = PlanLine.omit({ version: true }).meta({ id: 'PlanLineCard' });
export type PlanLineCard = z.infer<typeof PlanLineCard>;

/** What a sheet says of a line, before anybody has classified it. */
export type PlannedPurchase = Pick<
  PlanLine,
  'rupCode' | 'name' | 'rupiah' | 'month' | 'until' | 'method' | 'forSmall'
> & {
  readonly volume: string;
  /** Looked at where the name says nothing, and kept nowhere: officers write people's names into it. */
  readonly description: string;
  readonly row: number;
};
