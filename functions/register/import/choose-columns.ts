import { recordAct } from '../../../shared/table/audit.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getImportColumns, saveImportColumns } from '../../../shared/table/register/import-columns.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { requireVersion } from '../../http/request-meta.ts';

/** Before a city has chosen, titles are told by what they usually are. */
const nothingChosen = (cityCode: string) => ({ cityCode, columns: {}, version: 0 });

export const readColumns = endpoint('GET /cities/{city}/register/import-columns', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return (await getImportColumns(world.table, cityCode)) ?? nothingChosen(cityCode);
});

export const chooseColumns = endpoint('PUT /cities/{city}/register/import-columns', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const before = (await getImportColumns(world.table, cityCode)) ?? nothingChosen(cityCode);
  requireVersion(ask, before);
  const after = { cityCode, columns: ask.body, version: before.version + 1 };
  await commit(world.table, [
    saveImportColumns(after),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'columns-chosen',
        person: null,
        subjects: [cityCode],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return after;
});
