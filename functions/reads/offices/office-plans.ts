import type * as z from 'zod';
import { Demand } from '../../../shared/contract/demand.ts';
import { addedUp, type PlanSummaryCard } from '../../../shared/domain/demand/summary.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { planSummariesOf } from '../../../shared/table/demand.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import type { World } from '../../world.ts';

/** What the offices of a city plan to buy in a year, and of one category which of them. */
export const OfficePlans = Demand.pick({ cells: true, offices: true, plans: true });
export type OfficePlans = z.infer<typeof OfficePlans>;

const named = (category: string | null): string => category ?? 'none';
const totalOf = ({ cells, agencyId, agencyName, madeAt }: PlanSummaryCard) => ({
  agencyId,
  agencyName,
  madeAt,
  lines: cells.reduce((sum, { lines }) => sum + lines, 0),
  rupiah: String(cells.reduce((sum, { rupiah }) => sum + BigInt(rupiah), 0n)),
});

/** An item an office: of a large city they are read behind the pages (`spending/sum-offices`). */
export const plansOfOffices = ({ table }: World, { cityCode }: City, year: string): Promise<PlanSummaryCard[]> =>
  everyEntry((after) => planSummariesOf(table, cityCode, year, { limit: 1000, after }));

export const officePlans = (summaries: readonly PlanSummaryCard[], category: string | undefined): OfficePlans => {
  const offices = summaries.flatMap(({ agencyId, agencyName, cells }) =>
    cells.flatMap(({ category: own, ...cell }) =>
      category !== undefined && named(own) === category ? [{ ...cell, agencyId, agencyName }] : [],
    ),
  );
  return {
    cells: addedUp(summaries.flatMap(({ cells }) => cells)),
    offices: offices.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.lines - a.lines)),
    plans: summaries.map(totalOf),
  };
};
