import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Year } from '../agencies/budget-line.ts';
import { Category } from '../basics/category.ts';
import { RupiahTotal } from '../basics/money.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';
import type { PlanLine } from './plan-line.ts';

/** What one office plans in a month of a category: how many lines, for how much, and how many of what where it says. */
export const DemandCell = z
  .object({
    month: Month,
    category: Category.nullable(),
    lines: z.int(),
    rupiah: RupiahTotal,
    wanted: z.array(z.object({ unit: z.string(), count: z.int() })).describe('Most first'),
  })
  .meta({ id: 'DemandCell' });
export type DemandCell = z.infer<typeof DemandCell>;

/** An office's plan of a year in cells, made again whenever a line of it changes: nobody reads the lines to know the sums. */
export const PlanSummary = z.object({
  agencyId: AgencyId,
  agencyName: z.string(),
  cityCode: CityCode,
  year: Year,
  cells: z.array(DemandCell),
  smallRupiah: RupiahTotal.nullable()
    .default(null)
    .describe('Of its lines those kept for small businesses; null where no line says whether it is'),
  madeAt: Instant,
  version: z.int(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/** What a list shows of it. */
export const PlanSummaryCard = PlanSummary.omit({ version: true });
export type PlanSummaryCard = z.infer<typeof PlanSummaryCard>;

type Sum = { lines: number; rupiah: bigint; wanted: Map<string, number> };
const cellKey = ({ month, category }: Pick<DemandCell, 'month' | 'category'>): string => `${month} ${category ?? ''}`;

const summed = <T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  add: (sum: Sum, value: T) => void,
): { readonly first: T; readonly sum: Sum }[] => {
  const sums = new Map<string, { readonly first: T; readonly sum: Sum }>();
  for (const value of values) {
    const found = sums.get(keyOf(value)) ?? { first: value, sum: { lines: 0, rupiah: 0n, wanted: new Map() } };
    add(found.sum, value);
    sums.set(keyOf(value), found);
  }
  return [...sums.values()];
};

const cellOf = (
  { month, category }: Pick<DemandCell, 'month' | 'category'>,
  { lines, rupiah, wanted }: Sum,
): DemandCell => ({
  month,
  category,
  lines,
  rupiah: String(rupiah),
  wanted: [...wanted]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1)),
});
const inOrder = (cells: DemandCell[]): DemandCell[] => cells.sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));

/** The cells of lines, by month and category. */
export const cellsOf = (
  lines: readonly Pick<PlanLine, 'month' | 'category' | 'rupiah' | 'count' | 'unit'>[],
): DemandCell[] =>
  inOrder(
    summed(lines, cellKey, (sum, { rupiah, count, unit }) => {
      sum.lines += 1;
      sum.rupiah += BigInt(rupiah);
      if (count !== null && unit !== null) sum.wanted.set(unit, (sum.wanted.get(unit) ?? 0) + count);
    }).map(({ first, sum }) => cellOf(first, sum)),
  );

/** The cells of several offices added up. */
export const addedUp = (cells: readonly DemandCell[]): DemandCell[] =>
  inOrder(
    summed(cells, cellKey, (sum, { lines, rupiah, wanted }) => {
      sum.lines += lines;
      sum.rupiah += BigInt(rupiah);
      for (const { unit, count } of wanted) sum.wanted.set(unit, (sum.wanted.get(unit) ?? 0) + count);
    }).map(({ first, sum }) => cellOf(first, sum)),
  );

/** What a plan keeps for small businesses; null where none of its lines says so or otherwise. */
export const keptForSmall = (lines: readonly Pick<PlanLine, 'forSmall' | 'rupiah'>[]): string | null =>
  lines.every(({ forSmall }) => forSmall === null)
    ? null
    : String(lines.reduce((sum, { forSmall, rupiah }) => sum + BigInt(forSmall ? rupiah : 0), 0n));
