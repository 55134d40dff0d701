import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { monthOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { kindIn } from '../../../shared/domain/ranking/ledger/reference-prices.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { type CityMedian, evidenceFor } from '../../../shared/domain/ranking/rule/evidence.ts';
import { bayesianRating } from '../../../shared/domain/ranking/rule/gate.ts';
import { LEAST_OWNERS, lineOf, priceLine } from '../../../shared/domain/ranking/rule/price-line.ts';
import {
  getBelowFloor,
  linesOf,
  type PriceLine,
  putBelowFloor,
  putLine,
} from '../../../shared/table/catalogue/price-lines.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { likeMedians } from '../../reads/lists/offers.ts';
import type { World } from '../../world.ts';

/** An item holds 400 KB; the shops with the lowest ratings are the ones that matter. */
const MOST_SHOPS = 5_000;
const WRITES_AT_ONCE = 8;
/** Goods are compared with like goods or with nothing. */
const NO_LINE = priceLine([], 0);

/** The lines of a category in a province: those of this city, and what the other cities say of each kind of goods. */
const readLines = async (world: World, { cityCode }: City, province: string, category: string) => {
  const own = new Map<string, PriceLine>();
  const elsewhere = new Map<string, CityMedian[]>();
  for (const line of await linesOf(world.table, province, category)) {
    if (line.cityCode === cityCode) own.set(line.goods, line);
    else if (line.owners > 0) elsewhere.set(line.goods, [...(elsewhere.get(line.goods) ?? []), line]);
  }
  return { own, elsewhere };
};

const keepLinesOf = async (world: World, city: City, ledger: CityLedger, policy: RankingPolicy, category: string) => {
  const { cityCode } = city;
  const province = provinceOf(cityCode);
  const month = monthOf(world.now(), city.zone);
  const { medians } = await likeMedians(world, city, ledger, category);
  const { own, elsewhere } = await readLines(world, city, province, category);
  const lineFor = (goods: string): PriceLine => {
    const before = own.get(goods);
    const here = medians.get(goods) ?? { medianRupiah: before?.medianRupiah ?? 0, owners: 0 };
    const past = here.owners >= LEAST_OWNERS ? { ...here, month } : (before?.past ?? null);
    const paid = ledger.references.get(kindIn(category, goods));
    const evidence = evidenceFor(here, elsewhere.get(goods) ?? [], past, month, paid);
    const { lineRupiah } = lineOf({ like: evidence }, NO_LINE, policy.tolerancePercent);
    return { province, cityCode, category, goods, ...here, evidence, lineRupiah, past };
  };
  const changed = [...new Set([...medians.keys(), ...own.keys()])]
    .map(lineFor)
    .filter((line) => JSON.stringify(line) !== JSON.stringify(own.get(line.goods)));
  for (let at = 0; at < changed.length; at += WRITES_AT_ONCE)
    await Promise.all(changed.slice(at, at + WRITES_AT_ONCE).map((line) => commit(world.table, [putLine(line)])));
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
export const savePriceLines = async (
  world: World,
  city: City,
  ledger: CityLedger,
  policy: RankingPolicy,
): Promise<void> => {
  for (const category of Object.keys(categories)) await keepLinesOf(world, city, ledger, policy, category);
  await keepBelowFloor(world, city, ledger, policy);
};
