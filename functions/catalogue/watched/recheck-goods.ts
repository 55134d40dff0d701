import { dayOf, type Instant } from '../../../shared/domain/basics/month.ts';
import { type Ban, bansOn, type CityBans } from '../../../shared/domain/catalogue/banned.ts';
import { withBan } from '../../../shared/domain/catalogue/change-case.ts';
import type { OfferedProduct } from '../../../shared/domain/ranking/list/offered.ts';
import { bannedGoods } from '../../../shared/rules/banned-goods.ts';
import { inForce } from '../../../shared/rules/dated.ts';
import { getBansChecked, getCityBans, saveBansChecked } from '../../../shared/table/catalogue/city-bans.ts';
import { getGoodsCase, saveGoodsCase } from '../../../shared/table/catalogue/goods-cases.ts';
import { offersOfCity } from '../../../shared/table/catalogue/products.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { gathered } from '../../gathered.ts';
import { expectCity } from '../../http/access.ts';
import { type World, workingWorld } from '../../world.ts';

/** Goods read at once, and how often a case is looked at again when somebody reports the same goods meanwhile. */
const PAGE = 1000;
const RERUNS = 5;

type Rules = { readonly country: readonly Ban[]; readonly city: CityBans['bans'] };
const nameOf = (goods: string, reason: string): string => `${goods}: ${reason}`;
/** What a rule is known by: another wording of it is another rule. */
const namesOf = ({ country, city }: Rules): string[] =>
  [
    ...country.map(({ goods, source }) => nameOf(goods.join(), source)),
    ...city.map(({ goods, reason }) => nameOf(goods, reason)),
  ].sort();

/** Goods that fall under a new rule are put before the city, as reported ones are; they stay on sale until it decides. */
const report = async (
  world: World,
  cityCode: string,
  goods: OfferedProduct,
  ban: NonNullable<ReturnType<ReturnType<typeof bansOn>>>,
  at: Instant,
) => {
  await rerunOnStale(world.table, RERUNS, async () => {
    const before = await getGoodsCase(world.table, goods.merchantId, goods.productId);
    const after = withBan(before, { ...goods, cityCode }, ban, at);
    if (after !== before) await commit(world.table, [saveGoodsCase(after)]);
  });
};

/** Looks through what a city sells for rules that nobody has looked for: its own new ones, and the country's that begin. */
const recheckCity = async (world: World, cityCode: string): Promise<void> => {
  const { zone } = await expectCity(world, cityCode);
  const at = world.now();
  const day = dayOf(at, zone);
  const [own, checked] = await Promise.all([getCityBans(world.table, cityCode), getBansChecked(world.table, cityCode)]);
  const rules: Rules = { country: bannedGoods.filter((ban) => inForce(ban, day)), city: own?.bans ?? [] };
  const known = new Set(checked?.rules);
  const isNew = (name: string): boolean => !known.has(name);
  const fresh: Rules = {
    country: rules.country.filter(({ goods, source }) => isNew(nameOf(goods.join(), source))),
    city: rules.city.filter(({ goods, reason }) => isNew(nameOf(goods, reason))),
  };
  const read = (after: string | undefined) => offersOfCity(world.table, cityCode, { limit: PAGE, after });
  const banOf = bansOn(day, fresh.country, fresh.city);
  if (fresh.country.length + fresh.city.length > 0)
    for await (const page of everyPage(read))
      for (const goods of page) {
        const ban = banOf(goods.name);
        if (ban) await report(world, cityCode, goods, ban, at);
      }
  const names = namesOf(rules);
  const same = checked?.rules.length === names.length && names.every((name) => known.has(name));
  if (same) return;
  await commit(world.table, [saveBansChecked({ cityCode, rules: names, version: (checked?.version ?? 0) + 1 })]);
};

/**
 * A rule holds for what is offered from then on; what was on sale before is shown to the city, which decides about each. A
 * run that stopped half way finds the rules not looked for, and opens no case twice.
 */
export const recheckGoods = (world: () => World) => (batch: unknown) =>
  gathered(world(), batch, {
    asks: ({ detail }) => ('cityCode' in detail && detail.cityCode ? [{ cityCode: detail.cityCode }] : []),
    does: async (asked, failed) => {
      for (const one of asked) await recheckCity(world(), one.cityCode).catch((error) => failed(one, error));
    },
  });

export const handler = recheckGoods(workingWorld());
