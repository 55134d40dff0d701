import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { bayesianRating } from '../../../shared/domain/ranking/rule/gate.ts';
import { type PriceLine, priceLines } from '../../../shared/domain/ranking/rule/price-line.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { type FairLine, getBelowFloor, linesOf, putBelowFloor, putLine } from '../../../shared/table/price-lines.ts';
import type { World } from '../../world.ts';
import { pricedOffers } from '../list/offers.ts';

/** An item holds 400 KB; the shops with the lowest ratings are the ones that matter. */
const MOST_SHOPS = 5_000;
const WRITES_AT_ONCE = 8;

const same = (a: FairLine, b: FairLine): boolean =>
  a.medianRupiah === b.medianRupiah && a.lineRupiah === b.lineRupiah && a.owners === b.owners;

const keepLinesOf = async (world: World, city: City, ledger: CityLedger, policy: RankingPolicy, category: string) => {
  const { cityCode } = city;
  const { whole, groups } = priceLines(await pricedOffers(world, city, ledger, category), policy.tolerancePercent);
  const named = (goods: string | null, { medianRupiah, lineRupiah, owners }: PriceLine): FairLine => ({
    ...{ cityCode, category, goods, medianRupiah, lineRupiah, owners },
  });
  const wanted = new Map<string | null, FairLine>();
  if (whole.owners > 0) wanted.set(null, named(null, whole));
  for (const [goods, line] of groups) wanted.set(goods, named(goods, line));
  const changed = new Map(wanted);
  for (const line of await linesOf(world.table, cityCode, category)) {
    const now = wanted.get(line.goods) ?? { ...line, medianRupiah: null, lineRupiah: null, owners: 0 };
    if (same(now, line)) changed.delete(line.goods);
    else changed.set(line.goods, now);
  }
  const writes = [...changed.values()].map(putLine);
  for (let at = 0; at < writes.length; at += WRITES_AT_ONCE)
    await Promise.all(writes.slice(at, at + WRITES_AT_ONCE).map((write) => commit(world.table, [write])));
};

const keepBelowFloor = async (world: World, { cityCode }: City, ledger: CityLedger, policy: RankingPolicy) => {
  const low = new Map<string, number>();
  for (const [ownerId, row] of ledger.owners) {
    const rating = bayesianRating(row, policy);
    if (rating < policy.ratingFloor) low.set(ownerId, rating);
  }
  const shops = [...ledger.ownerOf]
    .flatMap(([shop, ownerId]) => {
      const rating = low.get(ownerId);
      return rating === undefined ? [] : [{ shop, rating }];
    })
    .sort((a, b) => a.rating - b.rating || (a.shop < b.shop ? -1 : 1))
    .slice(0, MOST_SHOPS)
    .map(({ shop }) => shop);
  const before = await getBelowFloor(world.table, cityCode);
  if (shops.join() !== before.join()) await commit(world.table, [putBelowFloor(cityCode, shops)]);
};

/**
 * Keeps the price lines and the shops below the floor where an order can look them up in one read: who orders without
 * having chosen from a list (a link, a search, another program) is asked the same question. Only what changed is written.
 */
export const keepLines = async (world: World, city: City, ledger: CityLedger, policy: RankingPolicy): Promise<void> => {
  for (const category of Object.keys(categories)) await keepLinesOf(world, city, ledger, policy, category);
  await keepBelowFloor(world, city, ledger, policy);
};
