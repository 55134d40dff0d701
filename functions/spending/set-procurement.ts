import type { Act } from '../../shared/domain/audit/act.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import { getProcurement, saveProcurement } from '../../shared/table/spending/procurements.ts';
import { expectAgencyOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

export const setProcurement = endpoint('PUT /agencies/{agencyId}/procurements/{year}', async (ask, world) => {
  const { body, caller } = ask;
  const { year } = ask.params;
  const { agencyId, cityCode } = await expectAgencyOfCity(world, ask.params.agencyId, caller);
  const before = await getProcurement(world.table, agencyId, year);
  requireVersion(ask, before ?? { version: 0 });
  const after = { agencyId, cityCode, year, ...body, version: (before?.version ?? 0) + 1 };
  const act: Act = {
    chain: cityCode,
    at: world.now(),
    by: caller.person,
    act: 'procurement-set',
    person: null,
    subjects: [agencyId],
    details: { year, procurementRupiah: String(body.procurementRupiah) },
  };
  await commit(world.table, [
    saveProcurement(after),
    noteSumsDue({ cityCode, year, news: world.newId('new') }),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return after;
});
