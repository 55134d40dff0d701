import type { Act } from '../../shared/domain/audit/act.ts';
import { corrected, tasksAfter } from '../../shared/domain/visits/correction.ts';
import { visitingSeat } from '../../shared/domain/visits/moves.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { saveVisitTask, visitTasksOfShop } from '../../shared/table/visits/tasks.ts';
import { saveVisit } from '../../shared/table/visits/visits.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { expectVisit, makesVisit, seatStands } from '../http/visit-access.ts';

/**
 * The corrected record, what it said before and the tasks of its needs are one commit: nobody reads one without the other. Its
 * visitor alone corrects it, so a version that moved on is their own from another device, and no colleague's words are lost.
 */
export const correctVisit = endpoint('POST /visits/{visitId}/corrections', async (ask, world) => {
  const { params, body, caller } = ask;
  const before = await expectVisit(world, caller, params.visitId, makesVisit);
  const now = { at: world.now(), by: caller.person };
  const after = corrected(before, body, now);
  if (after === before) return before;
  requireVersion(ask, before);
  const { visitId, merchantId, cityCode } = after;
  const tasks = (await visitTasksOfShop(world.table, merchantId)).filter((task) => task.visitId === visitId);
  const idOf = (at: number) => world.keyedIds.derived('tsk', visitId, String(at));
  const act: Act = {
    chain: cityCode,
    at: now.at,
    by: now.by,
    act: 'visit-corrected',
    person: null,
    subjects: [merchantId],
    details: {},
  };
  await commit(world.table, [
    saveVisit({ ...after, recordId: before.recordId, request: before.request }),
    ...tasksAfter(after, tasks, idOf, body.reason, now).map(saveVisitTask),
    ...seatStands(visitingSeat(caller, after)),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return after;
});
