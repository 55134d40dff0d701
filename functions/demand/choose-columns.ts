import { recordAct } from '../../shared/table/audit.ts';
import { getPlanColumns, savePlanColumns } from '../../shared/table/demand.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { planningAgency } from './planning-agency.ts';

/** Before an office has chosen, titles are told by what they usually are. */
const nothingChosen = (agencyId: string) => ({ agencyId, columns: {}, version: 0 });

export const readPlanColumns = endpoint('GET /agencies/{agencyId}/plan-columns', async ({ params, caller }, world) => {
  const { agencyId } = await planningAgency(world, caller, params.agencyId);
  return (await getPlanColumns(world.table, agencyId)) ?? nothingChosen(agencyId);
});

export const choosePlanColumns = endpoint('PUT /agencies/{agencyId}/plan-columns', async (ask, world) => {
  const { agencyId, cityCode } = await planningAgency(world, ask.caller, ask.params.agencyId);
  const before = (await getPlanColumns(world.table, agencyId)) ?? nothingChosen(agencyId);
  requireVersion(ask, before);
  const after = { agencyId, columns: ask.body, version: before.version + 1 };
  await commit(world.table, [
    savePlanColumns(after),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'plan-columns-chosen',
        person: null,
        subjects: [agencyId],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return after;
});
