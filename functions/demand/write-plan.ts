import type { PlanChange } from '../../shared/domain/demand/plan.ts';
import type { AgencyRecord } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { removePlanLine, savePlanLine } from '../../shared/table/demand.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { seatsStand } from '../http/access.ts';
import type { Ask } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

type Import = Ask<'POST /agencies/{agencyId}/plan/{year}/import'>;
/** Lines in one transaction, and transactions at once: the engine of one machine has one writer. */
const TOGETHER = 50;
const AT_ONCE = 4;

/**
 * Written in groups, each on the seats of who sends it; the act with the first. What breaks off is on record, and the same file
 * sent again does the rest.
 */
export const writePlan = async (world: World, ask: Import, agency: AgencyRecord, change: PlanChange): Promise<void> => {
  const { agencyId, cityCode } = agency;
  const writes = [...[...change.added, ...change.changed].map(savePlanLine), ...change.removed.map(removePlanLine)];
  const groups = Array.from({ length: Math.ceil(writes.length / TOGETHER) }, (_, at) =>
    writes.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
  const [first, ...rest] = groups;
  if (!first) return;
  const details = { year: ask.params.year, lines: String(writes.length) };
  const act: Write[] = await recordAct(
    world.table,
    {
      chain: cityCode,
      at: world.now(),
      by: ask.caller.person,
      act: 'plan-imported',
      person: null,
      subjects: [agencyId],
      details,
    },
    ask.caller,
  );
  await commit(world.table, [...first, countToday('plan-import', agencyId, world.now()), ...act]);
  const stands = seatsStand(ask.caller, `agency:${agencyId}`, `city:${cityCode}`);
  await inParallel(rest, AT_ONCE, async (group) => {
    await commit(world.table, [...group, ...stands]);
  });
};
