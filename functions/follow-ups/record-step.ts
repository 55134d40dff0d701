import type { Act } from '../../shared/domain/audit/act.ts';
import { stepped } from '../../shared/domain/follow-ups/follow-up.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getFollowUp, saveFollowUp } from '../../shared/table/follow-ups.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { actableShop, standsInDistrict } from '../http/field-access.ts';
import { requireVersion } from '../http/request-meta.ts';

/** The second click on the same step gets the first. */
export const recordFollowUpStep = endpoint('POST /cities/{city}/follow-ups/{merchantId}/steps', async (ask, world) => {
  const { params, body, caller } = ask;
  const { cityCode } = await expectCity(world, params.city);
  const { shop, seat } = await actableShop(world, caller, cityCode, params.merchantId);
  const before = await getFollowUp(world.table, params.merchantId);
  if (!before)
    throw new Problem('follow_up_not_found', 'Belum ada petugas yang menangani usaha ini. Ambil dulu, lalu catat.');
  const at = world.now();
  const after = stepped(before, body, caller.person, at);
  if (after === before) return after;
  requireVersion(ask, before);
  const act: Act = {
    chain: cityCode,
    at,
    by: caller.person,
    act: 'follow-up-recorded',
    person: null,
    subjects: [after.merchantId],
    details: { state: after.state },
  };
  const recorded = await recordAct(world.table, act, caller);
  await commit(world.table, [saveFollowUp(after), ...standsInDistrict(seat, shop), ...recorded]);
  return after;
});
