import { DAY_MS, later } from '../basics/month.ts';
import { type Market, MONTH_DAYS, START } from './market.ts';
import { type MarketOptions, standardMarket } from './market-options.ts';
import { normal, randomFrom } from './random.ts';
import type { SimulatedOwner, SimulatedRequest } from './simulated.ts';

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
