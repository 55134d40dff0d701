import type { Act } from '../../shared/domain/audit/act.ts';
import { dayOf } from '../../shared/domain/basics/month.ts';
import { actsForMerchant, isCityAdmin, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import type { VisitTask } from '../../shared/domain/visits/task.ts';
import { taskAssigned, taskDone, taskReopened } from '../../shared/domain/visits/task-moves.ts';
import { Problem } from '../../shared/problem.ts';
import { getAgency } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { saveVisitTask } from '../../shared/table/visits/tasks.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { type RequestMeta, requireVersion } from '../http/request-meta.ts';
import { expectVisitTask, handlesTask } from '../http/visit-access.ts';
import type { World } from '../world.ts';

type Ask = Pick<RequestMeta, 'ifMatch'> & { readonly caller: SeatedCaller };

/** Commits a move with its act; what changes nothing is written nowhere. */
const commitMove = async (world: World, ask: Ask, before: VisitTask, after: VisitTask): Promise<VisitTask> => {
  if (after === before) return before;
  requireVersion(ask, before);
  const act: Act = {
    chain: after.cityCode,
    at: after.updatedAt,
    by: ask.caller.person,
    act: 'visit-task-moved',
    person: null,
    subjects: [after.taskId, ...(after.agencyId ? [after.agencyId] : [])],
    details: { state: after.state },
  };
  await commit(world.table, [saveVisitTask(after), ...(await recordAct(world.table, act, ask.caller))]);
  return after;
};

export const assignVisitTask = endpoint('POST /merchants/{merchantId}/tasks/{taskId}/assign', async (ask, world) => {
  const { params, body, caller } = ask;
  const before = await expectVisitTask(world, caller, params, (who, { cityCode }) => isCityAdmin(who, cityCode));
  const { cityCode, zone } = await expectCity(world, before.cityCode);
  const office = await getAgency(world.table, body.agencyId);
  if (office?.cityCode !== cityCode)
    throw new Problem('agency_not_found', 'Dinas ini bukan dinas kota ini. Pilih dinas lain.', [
      { pointer: '/agencyId', detail: 'Pilih dinas kota ini.' },
    ]);
  const at = world.now();
  const given = { agencyId: office.agencyId, agencyName: office.name };
  const after = taskAssigned(before, given, body.dueOn, { at, by: caller.person, today: dayOf(at, zone) });
  return commitMove(world, ask, before, after);
});

export const finishVisitTask = endpoint('POST /merchants/{merchantId}/tasks/{taskId}/done', async (ask, world) => {
  const before = await expectVisitTask(world, ask.caller, ask.params, handlesTask);
  const after = taskDone(before, ask.body.text, { at: world.now(), by: ask.caller.person });
  return commitMove(world, ask, before, after);
});

/** A shop opens its own need again without an office's trail; the city's doing so is an act. */
export const reopenVisitTask = endpoint('POST /merchants/{merchantId}/tasks/{taskId}/reopen', async (ask, world) => {
  const { params, body, caller } = ask;
  const own = actsForMerchant(caller, params.merchantId);
  const before = await expectVisitTask(world, caller, params, (who, { cityCode }) => own || isCityAdmin(who, cityCode));
  const after = taskReopened(before, body.reason, { at: world.now(), by: own ? null : caller.person });
  if (!own) return commitMove(world, ask, before, after);
  if (after !== before) await commit(world.table, [saveVisitTask(after)]);
  return after;
});
