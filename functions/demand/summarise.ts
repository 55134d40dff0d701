import type { PlanLine } from '../../shared/domain/demand/plan-line.ts';
import { cellsOf, keptForSmall } from '../../shared/domain/demand/summary.ts';
import { getPlanSummary, planLinesOf, savePlanSummary } from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import type { World } from '../world.ts';

const RERUNS = 8;
type Of = Pick<PlanLine, 'agencyId' | 'agencyName' | 'cityCode' | 'year'>;

export const everyLine = (world: World, agencyId: string, year: string): Promise<PlanLine[]> =>
  everyEntry((after) => planLinesOf(world.table, agencyId, year, { limit: 500, after }));

/**
 * Makes an office's cells again from its lines. The version is read before the lines: whoever wrote lines and cells in between
 * makes this one stale, so that the last cells always hold the last lines, in whatever order two writers go.
 */
export const summarise = (world: World, { agencyId, agencyName, cityCode, year }: Of): Promise<void> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const before = await getPlanSummary(world.table, agencyId, year);
    const lines = await everyLine(world, agencyId, year);
    const [cells, smallRupiah] = [cellsOf(lines), keptForSmall(lines)];
    const same = before?.smallRupiah === smallRupiah && JSON.stringify(before.cells) === JSON.stringify(cells);
    if (same) return;
    const version = (before?.version ?? 0) + 1;
    await commit(world.table, [
      savePlanSummary({ agencyId, agencyName, cityCode, year, cells, smallRupiah, madeAt: world.now(), version }),
      noteSumsDue({ cityCode, year, news: world.newId('new') }),
    ]);
  });
