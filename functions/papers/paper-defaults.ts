import { PaperDefaults } from '../../shared/domain/papers/paper-defaults.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPaperDefaults, savePaperDefaults } from '../../shared/table/papers.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

/** Of a city that said nothing. */
const NOTHING = { ...PaperDefaults.parse({}), version: 0 };
const SECONDS = 20;

/** What a city says of its offices' papers; may be seconds old. */
export const defaultsOf = (world: World, cityCode: string): Promise<PaperDefaults> =>
  cachedFor(world, `paper defaults ${cityCode}`, SECONDS, async () => {
    const { pattern, government, contact, roles, terms } = (await getPaperDefaults(world.table, cityCode)) ?? NOTHING;
    return PaperDefaults.parse({ pattern, government, contact, roles, terms });
  });

export const readPaperDefaults = endpoint('GET /cities/{city}/paper-defaults', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  return (await getPaperDefaults(world.table, cityCode)) ?? NOTHING;
});

export const setPaperDefaults = endpoint('PUT /cities/{city}/paper-defaults', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const version = (await getPaperDefaults(world.table, cityCode))?.version ?? 0;
  requireVersion(ask, { version });
  const after = { ...ask.body, cityCode, version: version + 1 };
  const act = { chain: cityCode, at: world.now(), by: ask.caller.person, act: 'paper-settings-set' } as const;
  await commit(world.table, [
    savePaperDefaults(after),
    ...(await recordAct(world.table, { ...act, person: null, subjects: [cityCode], details: {} }, ask.caller)),
  ]);
  world.cache.delete(`paper defaults ${cityCode}`);
  return after;
});
