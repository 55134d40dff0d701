import type { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import { dayOf, type Instant, monthOf } from '../../basics/month.ts';
import type { Purchase, ShopLinks } from '../../integrity/facts.ts';
import { exposureAt, fadedExposure } from '../../ranking/ledger/exposure.ts';
import { standardPolicy } from '../../ranking/policy/policy.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import { listFor, pickOffer, SEEN } from '../lists.ts';
import { drawMarket, type Market, type SimulatedRequest, START, standardMarket } from '../market.ts';
import { type Random, randomFrom } from '../random.ts';
import { openStall, plainBasis, rateByMood, recountSales, refill, type Stall, takeCapacity } from '../stall.ts';
import { officeOf } from './calendar.ts';
import type { Deal } from './deal.ts';

export type TownOptions = {
  readonly categories: number;
  readonly ownersPerCategory: number;
  readonly months: number;
  readonly offices: number;
  /** Share of requests that offices make, and how much larger theirs are. */
  readonly officeShare: number;
  readonly officeSize: number;
  /** How often an honest office returns to the shop it last bought the category from, list or no list. */
  readonly loyalty: number;
};
export const standardTown: TownOptions = {
  categories: 6,
  ownersPerCategory: 50,
  months: 12,
  offices: 20,
  officeShare: 0.5,
  officeSize: 3,
  loyalty: 0,
};

export type TownYear = {
  readonly market: Market;
  readonly purchases: readonly Purchase[];
  readonly shops: ReadonlyMap<string, ShopLinks>;
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly offices: ReadonlyMap<string, string>;
};

const ZONE = 'Asia/Jakarta';
const PLACE = '35.73.01';
const policy = standardPolicy('35.73');
const counting = { policy, basis: plainBasis };
const names = Object.keys(categories) as Category[];
export const categoryOf = (index: number): Category => names[index % names.length] as Category;

/** The town while its year runs. */
type Running = {
  readonly options: TownOptions;
  readonly market: Market;
  readonly byCategory: readonly Stall[][];
  readonly byOffer: ReadonlyMap<string, Stall>;
  readonly random: Random;
  readonly usual: Map<string, string>;
  readonly purchases: Purchase[];
};

const inputFor = ({ byCategory, market }: Running, category: number, quantity: number, at: Instant) => {
  const stalls = byCategory[category] ?? [];
  return {
    request: { category: String(category), quantity, place: PLACE },
    offers: stalls.flatMap((stall) => stall.offers),
    ledger: { version: at, owners: new Map(stalls.map((stall) => [stall.owner.ownerId, stall.figures])) },
    policy,
    unitRupiah: market.firstUnits[category] ?? 1,
    dayKey: at.slice(0, 10).replaceAll('-', ''),
  };
};

type Sale = {
  agencyId: string | null;
  buyer: string;
  stall: Stall;
  units: number;
  at: Instant;
  packageId: string;
  passing: number | null;
};
const sell = ({ market, purchases }: Running, sale: Sale, mood: number): void => {
  const { agencyId, buyer, stall, units, at, packageId, passing } = sale;
  const { ownerId, category, priceRupiah } = stall.owner;
  const goodsRupiah = units * priceRupiah;
  purchases.push({
    orderId: `order-${purchases.length}`,
    buyer,
    agencyId,
    merchantId: ownerId,
    ownerId,
    at,
    packageId,
    passing,
    category: categoryOf(category),
    day: dayOf(at, ZONE),
    month: monthOf(at, ZONE),
    goodsRupiah,
    feeRupiah: 0,
    lines: [
      { goods: `kotak/${category}`, name: 'Barang', unit: 'kotak', priceRupiah, quantity: units, offeredAt: null },
    ],
    sides: [],
  });
  stall.entries.push({ orderId: at, valueRupiah: goodsRupiah, at, state: 'accepted' });
  stall.orders++;
  recountSales(stall, at, market.firstUnits[category] ?? 1, counting);
  takeCapacity(stall, units);
  rateByMood(stall, stall.offers[0] as Offer, mood);
};

/** Who asks: an office with three categories it buys most of, or somebody. */
const buyerOf = ({ options, random }: Running, request: SimulatedRequest) => {
  if (random() >= options.officeShare) return { agencyId: null, buyer: `person-${Math.floor(random() * 2_000)}` };
  const own = Array.from({ length: options.offices }, (_, index) => index).filter(
    (index) => (request.category - index + options.categories * options.offices) % options.categories < 3,
  );
  const index = own[Math.floor(random() * own.length)] ?? 0;
  return { agencyId: officeOf(index), buyer: officeOf(index) };
};

/** What is planted in a town: its deals, what it changes of the market, and whose honest orders it takes. */
export type Planted = {
  readonly deals: readonly Deal[];
  readonly change: (market: Market) => Market;
  readonly takes: (buyer: string, category: number, month: number) => boolean;
};

/** An honest request: from the fair list, or where the office bought before. */
const serveHonest = (town: Running, request: SimulatedRequest, { takes }: Planted): void => {
  const { byOffer, options, random, usual } = town;
  const { agencyId, buyer } = buyerOf(town, request);
  if (takes(buyer, request.category, request.month)) return;
  const quantity = Math.max(1, Math.round(request.quantity * (agencyId === null ? 1 : options.officeSize)));
  const input = inputFor(town, request.category, Math.min(quantity, 400), request.at);
  const list = listFor('urut-merata', input, { stalls: [], byOffer, mix: 0, turn: 0 });
  for (const [index, offer] of list.slice(0, SEEN).entries()) {
    const stall = byOffer.get(offer.offerId);
    if (stall) stall.figures.exposure += exposureAt(index + 1);
  }
  const known = `${buyer} ${request.category}`;
  const returns = agencyId !== null && random() < options.loyalty;
  const before = returns ? list.find(({ offerId }) => offerId === usual.get(known)) : undefined;
  const offer = before ?? pickOffer(list, byOffer, town.market.medianPrices[request.category] ?? 1, request.pick);
  const stall = offer && byOffer.get(offer.offerId);
  if (!stall) return;
  usual.set(known, offer.offerId);
  const sale = { agencyId, buyer, stall, units: input.request.quantity, at: request.at, passing: list.length };
  sell(town, { ...sale, packageId: `package-${town.purchases.length}` }, request.mood);
};

/** A planted deal: bought where it was agreed, whatever the list says. */
const serveDeal = (town: Running, { office, category, owner, rupiah, at, packageId }: Deal): void => {
  const stall = town.byCategory[category]?.[owner];
  if (!stall) return;
  const units = Math.max(1, Math.floor(rupiah / stall.owner.priceRupiah));
  const list = listFor('urut-merata', inputFor(town, category, 20, at), {
    stalls: [],
    byOffer: town.byOffer,
    mix: 0,
    turn: 0,
  });
  const agencyId = officeOf(office);
  sell(town, { agencyId, buyer: agencyId, stall, units, at, packageId, passing: list.length }, 0);
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
