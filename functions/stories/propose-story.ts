import type { Act } from '../../shared/domain/audit/act.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { proposed } from '../../shared/domain/stories/moves.ts';
import { visitingSeat } from '../../shared/domain/visits/moves.ts';
import type { Visit } from '../../shared/domain/visits/visit.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getStory, saveStory } from '../../shared/table/stories.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectVisit, makesVisit, plansVisit, seatStands } from '../http/visit-access.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';

const proposes = (caller: Caller, visit: Visit): boolean => makesVisit(caller, visit) || plansVisit(caller, visit);

/** Whoever was there, or who plans visits there: nobody for a shop of their own. */
export const proposeStory = endpoint('POST /visits/{visitId}/story', async ({ params, body, caller }, world) => {
  const visit = await expectVisit(world, caller, params.visitId, proposes);
  await requireForeignShopOf(world, caller, visit.merchantId);
  const before = await getStory(world.table, visit.merchantId);
  const after = proposed(before, visit, body, { at: world.now(), by: caller.person });
  if (after === before) return after;
  const act: Act = {
    chain: after.cityCode,
    at: world.now(),
    by: caller.person,
    act: 'story-proposed',
    person: null,
    subjects: [after.merchantId],
    details: {},
  };
  await commit(world.table, [
    saveStory(after),
    ...seatStands(visitingSeat(caller, visit)),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return after;
});
