import { addedUp, type PlanSummaryCard } from '../../shared/domain/demand/summary.ts';
import { planSummariesOf } from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

const named = (category: string | null): string => category ?? 'none';
const totalOf = ({ cells, agencyId, agencyName, madeAt }: PlanSummaryCard) => ({
  agencyId,
  agencyName,
  madeAt,
  lines: cells.reduce((sum, { lines }) => sum + lines, 0),
  rupiah: String(cells.reduce((sum, { rupiah }) => sum + BigInt(rupiah), 0n)),
});

/**
 * Everything here is announced by law line by line, so no cell is hidden: there is nobody behind it but an office and its plan.
 */
export const readDemand = endpoint('GET /cities/{city}/demand/{year}', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const { year } = params;
  const summaries = await everyEntry((after) => planSummariesOf(world.table, cityCode, year, { limit: 1000, after }));
  const offices = summaries.flatMap(({ agencyId, agencyName, cells }) =>
    cells.flatMap(({ category, ...cell }) =>
      query.category !== undefined && named(category) === query.category ? [{ ...cell, agencyId, agencyName }] : [],
    ),
  );
  return {
    cityCode,
    year,
    cells: addedUp(summaries.flatMap(({ cells }) => cells)),
    offices: offices.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : b.lines - a.lines)),
    plans: summaries.map(totalOf),
  };
});
