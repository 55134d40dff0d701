import { dayOf } from '../../../shared/domain/basics/month.ts';
import { requireAllowed } from '../../../shared/domain/catalogue/banned.ts';
import { bannedGoods } from '../../../shared/rules/banned-goods.ts';
import { inForce } from '../../../shared/rules/dated.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { getCityBans, saveCityBans } from '../../../shared/table/catalogue/city-bans.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { expectCity, requireCityAdmin } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { requireVersion } from '../../http/request-meta.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import type { World } from '../../world.ts';

/** A city's own list may be this old where goods are offered. */
const BAN_SECONDS = 20;

const bansOf = async ({ table }: World, cityCode: string, consistent: boolean) =>
  (await getCityBans(table, cityCode, { consistent })) ?? { cityCode, bans: [], version: 0 };

/** Refuses goods whose name falls under a ban of the country or of their city. @throws Problem goods_not_allowed */
export const requireSellable = async (world: World, cityCode: string, name: string): Promise<void> => {
  const { zone } = await expectCity(world, cityCode);
  const own = await cachedFor(world, `bans ${cityCode}`, BAN_SECONDS, () => bansOf(world, cityCode, false));
  requireAllowed(name, bannedGoods, own.bans, dayOf(world.now(), zone));
};

const shown = (kept: Awaited<ReturnType<typeof bansOf>>, day: string) => ({
  ...kept,
  country: bannedGoods
    .filter((ban) => inForce(ban, day))
    .map(({ goods, reason, source, validFrom }) => ({ goods: [...goods], reason, source, validFrom })),
});

/** Read as it is: an officer changes it over what stood here. */
export const readBans = endpoint('GET /cities/{city}/banned-goods', async ({ params }, world) => {
  const { cityCode, zone } = await expectCity(world, params.city);
  return shown(await bansOf(world, cityCode, true), dayOf(world.now(), zone));
});

export const setBans = endpoint('PUT /cities/{city}/banned-goods', async (ask, world) => {
  const { cityCode, zone } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const before = await bansOf(world, cityCode, true);
  requireVersion(ask, before);
  const after = { cityCode, ...ask.body, version: before.version + 1 };
  await commit(world.table, [
    saveCityBans(after),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'bans-set',
        person: null,
        subjects: [cityCode],
        details: { bans: String(after.bans.length) },
      },
      ask.caller,
    )),
  ]);
  world.cache.delete(`bans ${cityCode}`);
  return shown(after, dayOf(world.now(), zone));
});
