import type * as z from 'zod';
import { Demand } from '../../../shared/contract/demand.ts';
import { addedUp, type PlanSummaryCard } from '../../../shared/domain/demand/summary.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { planSummariesOf } from '../../../shared/table/demand.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import type { World } from '../../world.ts';

/** What the offices of a city plan to buy in a year, and of one category which of them. */
export const OfficePlans = Demand.pick({ cells: true, offices: true, planCount: true, plans: true });
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

/** A page tells of so many plans, and of so many offices a month. */
const MOST_PLANS = 50;
const MOST_OFFICES = 25;
const byRupiah = (one: { readonly rupiah: string }, other: { readonly rupiah: string }): number =>
  BigInt(one.rupiah) === BigInt(other.rupiah) ? 0 : BigInt(one.rupiah) < BigInt(other.rupiah) ? 1 : -1;

export const officePlans = (summaries: readonly PlanSummaryCard[], category: string | undefined): OfficePlans => {
  const offices = summaries.flatMap(({ agencyId, agencyName, cells }) =>
    cells.flatMap(({ category: own, ...cell }) =>
      category !== undefined && named(own) === category ? [{ ...cell, agencyId, agencyName }] : [],
    ),
  );
  const largest = [...Map.groupBy(offices, ({ month }) => month).values()].flatMap((ofMonth) =>
    ofMonth.toSorted(byRupiah).slice(0, MOST_OFFICES),
  );
  return {
    cells: addedUp(summaries.flatMap(({ cells }) => cells)),
    offices: largest.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.lines - a.lines)),
    planCount: summaries.length,
    plans: summaries.map(totalOf).sort(byRupiah).slice(0, MOST_PLANS),
  };
};
