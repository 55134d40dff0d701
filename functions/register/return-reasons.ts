import { startingReasons } from '../../shared/domain/register/return-reasons.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getReturnReasons, saveReturnReasons } from '../../shared/table/register/return-reasons.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';

const reasonsOf = async ({ table }: World, cityCode: string) =>
  (await getReturnReasons(table, cityCode)) ?? { cityCode, reasons: startingReasons, version: 0 };

export const readReturnReasons = endpoint('GET /cities/{city}/return-reasons', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return reasonsOf(world, cityCode);
});

export const setReturnReasons = endpoint('PUT /cities/{city}/return-reasons', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const before = await reasonsOf(world, cityCode);
  requireVersion(ask, before);
  const after = { cityCode, ...ask.body, version: before.version + 1 };
  await commit(world.table, [
    saveReturnReasons(after),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'reasons-set',
        person: null,
        subjects: [cityCode],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return after;
});
