import { DAY_MS, type Instant, later } from '../basics/month.ts';
import { drawMarket } from './draw-market.ts';
import { loyalty } from './loyalty.ts';
import { type Market, MONTH_DAYS, START } from './market.ts';
import { type MarketOptions, standardMarket } from './market-options.ts';
import { oldFigures } from './old-figures.ts';
import { randomFrom } from './random.ts';
import type { SimulatedRequest } from './simulated.ts';

/** What is hard in a real market, beyond the laboratory of EQUITY.md §3. What is left out is as in the laboratory. */
type Hard = {
  /** Share of requests whose buyer goes back to the supplier it used last within ninety days, if that one can deliver. */
  readonly loyalty?: number;
  /** Share of requests that search for one good instead of opening the category. */
  readonly searching?: number;
  /** Share of proposed splits that offices take. */
  readonly splitsTaken?: number;
  /** Requests of the r-th category are in proportion to r to the power of minus this. */
  readonly categorySkew?: number;
  /** Share of owners who deliver in their own district alone. */
  readonly homeOnly?: number;
  /** Share of owners who enter in the course of the year. */
  readonly entrants?: number;
  /** Orders are placed before their day of delivery, and this share of them by somebody who has not bought here before. */
  readonly unknown?: number;
  /** By so many days the sales and impressions that lists are made from are behind. */
  readonly ledgerDays?: number;
  readonly options?: Partial<MarketOptions>;
};
/** One hardship by its name, with what it is in words. */
export type Hardship = { readonly name: string; readonly what: string; readonly hard: Hard };

/** Each alone; figures are those a council's payments and a sceptic's year showed (EQUITY.md §3b). */
export const hardships: readonly Hardship[] = [
  {
    name: 'loyalty',
    // Of those who mean to, some find their supplier sold out: 64% of purchases then are with one of the last three months.
    what: '64% of purchases are with a supplier of the last three months, past every list',
    hard: { loyalty: 0.78 },
  },
  { name: 'search', what: 'half of the buyers search for one good of five', hard: { searching: 0.5 } },
  { name: 'half of the splits', what: 'offices take every second proposal to split', hard: { splitsTaken: 0.5 } },
  {
    name: 'unequal categories',
    what: 'the largest of ten categories has a third of the requests, the smallest a thirtieth',
    hard: { categorySkew: 1.05 },
  },
  {
    name: 'small capacity',
    what: 'two owners of three can deliver 20 to 80 units a week',
    hard: { options: { medianCapacity: 40, capacitySd: 0.7 } },
  },
  { name: 'home only', what: '80% of owners deliver in their own of five districts alone', hard: { homeOnly: 0.8 } },
  { name: 'entrants', what: '30% of owners enter in the course of the year', hard: { entrants: 0.3 } },
  {
    name: 'heavy tails',
    what: 'a few orders are larger than all others: ln quantity has a deviation of 2.75',
    hard: { options: { quantitySd: 2.75 } },
  },
  {
    name: 'ordered ahead',
    what: 'orders come 1 to 30 days before their day, half of them of buyers whom nobody knows',
    hard: { unknown: 0.5 },
  },
  { name: 'stale ledger', what: 'lists are made from figures three days old', hard: { ledgerDays: 3 } },
];

/** The laboratory, without any. */
export const laboratory: Hardship = { name: 'laboratory', what: 'the market of EQUITY.md §3', hard: {} };

const together = (of: readonly Hardship[]): Hard =>
  Object.assign({}, ...of.map(({ hard }) => hard), {
    options: Object.assign({}, ...of.map(({ hard }) => hard.options)),
  });

/** Everything a real market has, at once. */
export const allAtOnce: Hardship = { name: 'all at once', what: 'every hardship together', hard: together(hardships) };

/** Everything but one thing: what that one costs where all others are. */
export const allBut = (left: Hardship): Hardship => ({
  name: `without ${left.name}`,
  what: 'every other hardship together',
  hard: together(hardships.filter((one) => one !== left)),
});

/** Somebody from the city visits an owner thirty days after it entered. */
export const visitAfter = (joinsAt: Instant): Instant => later(joinsAt, 30 * DAY_MS);
const entering = (joinsAt: Instant) => ({
  joinsAt,
  visitedAt: visitAfter(joinsAt),
  pastOrders: 0,
  pastRatingSum: 0,
});

/** Goods of a category that buyers search for, and districts of the city. */
const GOODS = 5;
const DISTRICTS = 5;
const district = (draw: number): string => `35.73.0${Math.floor(draw * DISTRICTS) + 1}`;

/** The category of a uniform draw, the r-th in proportion to r to the power of minus the skew. */
const skewed = (categories: number, skew: number): ((draw: number) => number) => {
  const weights = Array.from({ length: categories }, (_, index) => (index + 1) ** -skew);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (draw) => {
    let left = draw * total;
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return found < 0 ? categories - 1 : found;
  };
};

/**
 * A market with a hardship. Owners and requests are those of the same seed without it; what is added is drawn apart and
 * in the same order whatever is switched on, so that one hardship alone meets the same people as all at once.
 */
export const drawHardMarket = (seed: number, { hard }: Hardship, options: MarketOptions = standardMarket): Market => {
  const market = drawMarket(seed, { ...options, ...hard.options });
  const random = randomFrom(seed * 40_503 + 17);
  const owners = market.owners.map((owner) => {
    const [home, stays, good, enters, on] = [random(), random(), random(), random(), random()];
    return {
      ...owner,
      ...(stays < (hard.homeOnly ?? 0) ? { deliversTo: [district(home)] } : {}),
      ...(hard.searching === undefined ? {} : { good: Math.floor(good * GOODS) }),
      ...(enters < (hard.entrants ?? 0)
        ? entering(later(START, Math.floor(on * market.months * MONTH_DAYS) * DAY_MS))
        : {}),
    };
  });
  const categoryOf = skewed(market.medianPrices.length, hard.categorySkew ?? 0);
  // As many buyers as a category has requests in a month: each comes back before it has forgotten whom it knows.
  const buyers = Math.max(1, Math.round(market.requests.length / market.months / market.medianPrices.length));
  const requests = market.requests.map((request) => {
    const [who, loyal, home, search, good, split, size] = Array.from({ length: 7 }, random) as Seven;
    return {
      ...request,
      ...(hard.categorySkew === undefined ? {} : { category: categoryOf(size) }),
      ...(hard.loyalty === undefined ? {} : { buyer: { name: Math.floor(who * buyers), loyal: loyal < hard.loyalty } }),
      ...(hard.homeOnly === undefined ? {} : { place: district(home) }),
      ...(search < (hard.searching ?? 0) ? { good: Math.floor(good * GOODS) } : {}),
      ...(split < (hard.splitsTaken ?? 1) ? {} : { takesSplit: false as const }),
    };
  });
  return {
    ...market,
    owners,
    requests: hard.unknown === undefined ? requests : orderedAhead(requests, seed, hard.unknown),
    ...(hard.loyalty === undefined ? {} : { loyalty: loyalty() }),
    ...(hard.ledgerDays === undefined ? {} : { old: oldFigures(hard.ledgerDays) }),
  };
};

/** Three of five orders come within the week, one of ten a month before. Drawn apart: what was there before stays as it is. */
const orderedAhead = (requests: readonly SimulatedRequest[], seed: number, unknown: number): SimulatedRequest[] => {
  const random = randomFrom(seed * 40_503 + 29);
  return requests.map((request) => {
    const [soon, day, known] = [random(), random(), random()];
    const daysAhead = soon < 0.6 ? 1 + Math.floor(5 * day) : soon < 0.9 ? 7 + Math.floor(8 * day) : 30;
    return { ...request, daysAhead, ...(known < unknown ? { unknown: true as const } : {}) };
  });
};
type Seven = [number, number, number, number, number, number, number];
