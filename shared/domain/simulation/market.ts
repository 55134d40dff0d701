import { DAY_MS, type Instant, later } from '../basics/month.ts';
import type { Loyalty } from './loyalty.ts';
import type { OldFigures } from './old-figures.ts';
import { normal, randomFrom } from './random.ts';

/** What a simulated year is made of. Everything not in EQUITY.md §3 was calibrated on seeds 1 to 3 (docs/equity). */
export type MarketOptions = {
  categories: number;
  ownersPerCategory: number;
  months: number;
  /** Orders each owner would get a month if all were equal; 1 gives 1,000 requests a month. */
  ordersPerOwner: number;
  /** Median price of the first category, and what each further one costs more. */
  medianPriceRupiah: number;
  categoryStepRupiah: number;
  /** Standard deviation of ln price among goods of equal quality. */
  priceSd: number;
  /** What one standard deviation of quality adds to ln price: better goods cost more. */
  priceQuality: number;
  /** Rating of average goods, and stars gained for one standard deviation of quality. */
  meanRating: number;
  ratingSd: number;
  medianQuantity: number;
  quantitySd: number;
  /** Units an owner can deliver in `capacityDays`. */
  medianCapacity: number;
  capacitySd: number;
  capacityDays: number;
  /** Orders before the year of the most popular owner; the r-th has this over r (Zipf). */
  mostPopular: number;
  /** Correlation of popularity before the year with quality. */
  popularityQuality: number;
};

export const standardMarket: MarketOptions = {
  categories: 10,
  ownersPerCategory: 100,
  months: 12,
  ordersPerOwner: 1,
  medianPriceRupiah: 20_000,
  categoryStepRupiah: 0,
  priceSd: 0.12,
  priceQuality: 0.055,
  meanRating: 4.24,
  ratingSd: 0.33,
  medianQuantity: 20,
  quantitySd: 1,
  medianCapacity: 80,
  capacitySd: 0.5,
  capacityDays: 7,
  mostPopular: 100,
  popularityQuality: 0.25,
};

export type SimulatedOwner = {
  ownerId: string;
  category: number;
  /** Quality in standard deviations; what buyers feel, not what they see. */
  quality: number;
  /** The rating its goods deserve, 1 to 5. */
  rating: number;
  priceRupiah: number;
  capacityUnits: number;
  /** Orders and ratings from before the year. */
  pastOrders: number;
  pastRatingSum: number;
  /** Areas it delivers to, when not the whole city. */
  deliversTo?: readonly string[];
  /** Which of its category's goods it makes, when buyers search for goods. */
  good?: number;
  /** Its first day on the market, when it was not there from the beginning. */
  joinsAt?: Instant;
  /** When it is its turn to be visited, of who was there from the beginning and was not. */
  askedAt?: Instant;
  /** When somebody from the city visits it then; left out where nobody does. */
  visitedAt?: Instant;
};

export type SimulatedRequest = {
  at: Instant;
  month: number;
  category: number;
  quantity: number;
  /** Drawn beforehand, so that every policy meets the same buyer: what it picks, how it rates, how a list is mixed. */
  pick: number;
  mood: number;
  mix: number;
  /** Who asks, when buyers are known to owners, and whether they go back to whom they know. */
  buyer?: { readonly name: number; readonly loyal: boolean };
  /** The good searched for. */
  good?: number;
  /** Where it is to be delivered; the first district when left out. */
  place?: string;
  /** So many days before its day of delivery it is ordered, and whether by somebody who has not bought here before. */
  daysAhead?: number;
  unknown?: true;
  /** False when the buyer does not take a proposal to split. */
  takesSplit?: false;
};

/** A market as a value: drawn here, or read from a city's own past months. */
export type Market = {
  months: number;
  capacityDays: number;
  medianPrices: readonly number[];
  firstUnits: readonly number[];
  owners: readonly SimulatedOwner[];
  requests: readonly SimulatedRequest[];
  /** When buyers go back to whom they know. */
  loyalty?: Loyalty;
  /** When lists are made from old figures. */
  old?: OldFigures;
  /** Automatic assignment, too, is bound to what buyers do: loyal ones go back, who searches gets that good, splits are not always taken. */
  bound?: true;
};

export const MONTH_DAYS = 30;
export const START: Instant = '2026-01-01T00:00:00.000Z';

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
export const starsFor = (rating: number, mood: number): number => clamp(Math.round(rating + 0.6 * mood), 1, 5);

/** Draws owners and a year of requests. */
export const drawMarket = (seed: number, options: MarketOptions = standardMarket): Market => {
  const random = randomFrom(seed * 2_654_435_761);
  const owners: SimulatedOwner[] = [];
  const medianPrices: number[] = [];
  for (let category = 0; category < options.categories; category++) {
    const medianPrice = options.medianPriceRupiah + options.categoryStepRupiah * category;
    medianPrices.push(medianPrice);
    const qualities = Array.from({ length: options.ownersPerCategory }, () => normal(random));
    const ranks = popularityRanks(random, qualities, options.popularityQuality);
    for (const [index, quality] of qualities.entries())
      owners.push(drawOwner(random, options, { category, index, quality, rank: ranks[index] as number }));
  }
  const perMonth = Math.round(options.ordersPerOwner * owners.length);
  const requests: SimulatedRequest[] = [];
  for (let month = 0; month < options.months; month++)
    for (let index = 0; index < perMonth; index++)
      requests.push({
        at: later(START, Math.floor((month + index / perMonth) * MONTH_DAYS * DAY_MS)),
        month,
        category: Math.floor(random() * options.categories),
        quantity: Math.max(1, Math.round(options.medianQuantity * Math.exp(options.quantitySd * normal(random)))),
        pick: random(),
        mood: normal(random),
        mix: Math.floor(random() * 4_294_967_296),
      });
  const firstUnits = medianPrices.map((price) => price * options.medianQuantity);
  return { months: options.months, capacityDays: options.capacityDays, medianPrices, firstUnits, owners, requests };
};

/** Ranks from 1 (most popular); how popular an owner starts has a given correlation with its quality. */
const popularityRanks = (random: () => number, qualities: readonly number[], correlation: number): number[] => {
  const scores = qualities.map((quality) => correlation * quality + Math.sqrt(1 - correlation ** 2) * normal(random));
  const ranks: number[] = [];
  const order = scores.map((score, index) => ({ score, index })).sort((a, b) => b.score - a.score);
  for (const [rank, { index }] of order.entries()) ranks[index] = rank + 1;
  return ranks;
};

const drawOwner = (
  random: () => number,
  options: MarketOptions,
  { category, index, quality, rank }: { category: number; index: number; quality: number; rank: number },
): SimulatedOwner => {
  const lnPrice = options.priceSd * normal(random) + options.priceQuality * quality;
  const rating = clamp(options.meanRating + options.ratingSd * quality, 1, 5);
  const capacity = options.medianCapacity * Math.exp(options.capacitySd * normal(random));
  const pastOrders = Math.round(options.mostPopular / rank);
  let pastRatingSum = 0;
  for (let order = 0; order < pastOrders; order++) pastRatingSum += starsFor(rating, normal(random));
  return {
    ownerId: `c${category}-o${String(index).padStart(4, '0')}`,
    category,
    quality,
    rating,
    priceRupiah: Math.max(
      1,
      Math.round((options.medianPriceRupiah + options.categoryStepRupiah * category) * Math.exp(lnPrice)),
    ),
    capacityUnits: Math.max(1, Math.round(capacity)),
    pastOrders,
    pastRatingSum,
  };
};
