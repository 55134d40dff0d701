import type { ShopLinks } from '../../integrity/facts.ts';
import type { Purchase } from '../../integrity/purchase.ts';
import { fadedExposure } from '../../ranking/ledger/exposure.ts';
import { drawMarket } from '../draw-market.ts';
import { type Market, START } from '../market.ts';
import { standardMarket } from '../market-options.ts';
import { randomFrom } from '../random.ts';
import { openStall, recountSales, refill } from '../stall.ts';
import { officeOf } from './calendar.ts';
import type { Deal } from './deal.ts';
import { counting, type Running } from './running-town.ts';
import { type Planted, serveDeal, serveHonest } from './serve-town.ts';
import type { TownOptions } from './town-options.ts';

export type TownYear = {
  readonly market: Market;
  readonly purchases: readonly Purchase[];
  readonly shops: ReadonlyMap<string, ShopLinks>;
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly offices: ReadonlyMap<string, string>;
};

const marketFor = (seed: number, { categories: count, ownersPerCategory, months }: TownOptions): Market =>
  drawMarket(seed, { ...standardMarket, categories: count, ownersPerCategory, months, medianCapacity: 400 });

/**
 * A year of a town whose people and offices order from fair lists, made by production's own ranking, with deals of planted
 * schemes among them. Pure: the same seed, options and deals make the same year.
 */
export const runTown = (seed: number, options: TownOptions, planted: Planted): Omit<TownYear, 'shops'> => {
  const market = planted.change(marketFor(seed, options));
  const stalls = market.owners.map((owner) => openStall(owner, START));
  const town: Running = {
    options,
    market,
    random: randomFrom(seed + 1),
    usual: new Map(),
    purchases: [],
    byCategory: market.medianPrices.map((_, index) => stalls.filter((stall) => stall.owner.category === index)),
    byOffer: new Map(stalls.map((stall) => [stall.owner.ownerId, stall])),
  };
  const deals = [...planted.deals].sort((a, b) => (a.at < b.at ? -1 : 1));
  let [day, month, next] = ['', 0, 0];
  for (const request of market.requests) {
    for (; next < deals.length && (deals[next] as Deal).at <= request.at; next++) serveDeal(town, deals[next] as Deal);
    if (request.month !== month)
      for (const stall of stalls) stall.figures.exposure = fadedExposure(stall.figures.exposure);
    month = request.month;
    if (request.at.slice(0, 10) !== day)
      for (const stall of stalls) {
        refill(stall);
        recountSales(stall, request.at, market.firstUnits[stall.owner.category] ?? 1, counting);
      }
    day = request.at.slice(0, 10);
    serveHonest(town, request, planted);
  }
  const prices = new Map(
    town.byCategory.map((some, index) => [
      `kotak/${index}`,
      new Map(some.map(({ owner }) => [owner.ownerId, owner.priceRupiah])),
    ]),
  );
  const offices = new Map(Array.from({ length: options.offices }, (_, index) => [officeOf(index), officeOf(index)]));
  return { market, purchases: town.purchases, prices, offices };
};
