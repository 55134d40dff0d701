import { commit } from '../../shared/table/engine/writes.ts';
import { getSavedViews, saveSavedViews } from '../../shared/table/people/saved-views.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

/** Of an office that kept none. */
const NONE = { views: [], version: 0 };

export const readSavedViews = endpoint('GET /cities/{city}/saved-views', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return (await getSavedViews(world.table, cityCode)) ?? NONE;
});

/** A view is nothing but an address with a name: setting one decides nothing, and is no act of the office. */
export const setSavedViews = endpoint('PUT /cities/{city}/saved-views', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const { version } = (await getSavedViews(world.table, cityCode)) ?? NONE;
  requireVersion(ask, { version });
  const after = { ...ask.body, cityCode, version: version + 1 };
  await commit(world.table, [saveSavedViews(after)]);
  return after;
});
