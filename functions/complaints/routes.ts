import { Problem } from '../../shared/problem.ts';
import { agencyOf } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getComplaintRoutes, saveComplaintRoutes } from '../../shared/table/complaints.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

const none = (cityCode: string) => ({ cityCode, routes: {}, version: 0 });

export const readComplaintRoutes = endpoint(
  'GET /cities/{city}/complaint-routes',
  async ({ params, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    return (await getComplaintRoutes(world.table, cityCode)) ?? none(cityCode);
  },
);

export const setComplaintRoutes = endpoint('PUT /cities/{city}/complaint-routes', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const before = (await getComplaintRoutes(world.table, cityCode)) ?? none(cityCode);
  requireVersion(ask, before);
  const chosen = Object.entries(ask.body.routes);
  const { offices } = await readTogether(world.table, { offices: chosen.map(([, agencyId]) => agencyOf(agencyId)) });
  const strange = offices.findIndex((office) => office?.cityCode !== cityCode);
  if (strange >= 0)
    throw new Problem('agency_not_found', 'Ada dinas yang bukan dinas kota ini. Pilih dinas lain.', [
      { pointer: `/routes/${chosen[strange]?.[0]}`, detail: 'Pilih dinas kota ini.' },
    ]);
  const after = { cityCode, routes: ask.body.routes, version: before.version + 1 };
  await commit(world.table, [
    saveComplaintRoutes(after),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'complaint-routes-set',
        person: null,
        subjects: [cityCode],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return after;
});
