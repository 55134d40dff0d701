import { DAY_MS, type Instant } from '../basics/month.ts';
import { byText } from '../basics/sort.ts';
import type { LedgerEntry } from '../ranking/ledger/ledger-entry.ts';
import { medianOf } from '../ranking/rule/price-line.ts';
import { type Market, MONTH_DAYS } from './market.ts';
import { normal, randomFrom } from './random.ts';
import type { SimulatedOwner } from './simulated.ts';

/** An owner's cheapest offer in a category today, and what its buyers said of it. */
export type PresentOwner = {
  ownerId: string;
  category: string;
  priceRupiah: number;
  capacityUnits: number;
  rating: number;
  ratingSum: number;
  ratingCount: number;
};

/** A year of a large city would take minutes; these bounds keep a simulation within seconds. */
export const MOST_REQUESTS = 2000;
export const MOST_OWNERS_OF_CATEGORY = 200;

export type OwnMarket = {
  market: Market;
  from: Instant | null;
  to: Instant | null;
  leftOut: { requests: number; owners: number };
};

/**
 * A city's own past as a market to run rules on: the orders its shops accepted are the requests, their value over the
 * category's median price is the quantity, today's offers are the owners. Draws (whom a buyer picks) come from the order
 * ids, so the same past gives the same market.
 */
export const ownMarket = (
  entries: readonly LedgerEntry[],
  present: readonly PresentOwner[],
  capacityDays = 1,
): OwnMarket => {
  const owners: SimulatedOwner[] = [];
  const categories = [...new Set(present.map(({ category }) => category))].sort(byText);
  let ownersLeftOut = 0;
  for (const [index, category] of categories.entries()) {
    const all = present.filter((owner) => owner.category === category).sort((a, b) => byText(a.ownerId, b.ownerId));
    ownersLeftOut += Math.max(0, all.length - MOST_OWNERS_OF_CATEGORY);
    for (const owner of all.slice(0, MOST_OWNERS_OF_CATEGORY)) owners.push(simulated(owner, index));
  }
  const medianPrices = categories.map(
    (_, index) => medianOf(owners.filter(({ category }) => category === index).map((one) => one.priceRupiah)) ?? 1,
  );
  const demand = entries.filter(({ state, category }) => state !== 'refused' && categories.includes(category));
  const taken = [...demand].sort((a, b) => byText(a.at, b.at) || byText(a.orderId, b.orderId)).slice(-MOST_REQUESTS);
  const start = Date.parse(taken[0]?.at ?? '2026-01-01T00:00:00.000Z');
  const requests = taken.map((entry) => {
    const category = categories.indexOf(entry.category);
    const random = randomFrom(seedOf(entry.orderId));
    return {
      at: entry.at,
      month: Math.floor((Date.parse(entry.at) - start) / (MONTH_DAYS * DAY_MS)),
      category,
      quantity: Math.max(1, Math.round(entry.valueRupiah / (medianPrices[category] ?? 1))),
      pick: random(),
      mood: normal(random),
      mix: Math.floor(random() * 4_294_967_296),
    };
  });
  const firstUnits = categories.map((category) =>
    Math.max(1, medianOf(taken.filter((one) => one.category === category).map((one) => one.valueRupiah)) ?? 100_000),
  );
  const months = (requests.at(-1)?.month ?? -1) + 1;
  return {
    market: { months, capacityDays, medianPrices, firstUnits, owners, requests },
    from: taken[0]?.at ?? null,
    to: taken.at(-1)?.at ?? null,
    leftOut: { requests: demand.length - taken.length, owners: ownersLeftOut },
  };
};

const simulated = (owner: PresentOwner, category: number): SimulatedOwner => ({
  ownerId: `${category}/${owner.ownerId}`,
  category,
  quality: 0,
  rating: owner.rating,
  priceRupiah: owner.priceRupiah,
  capacityUnits: Math.max(1, owner.capacityUnits),
  pastOrders: owner.ratingCount,
  pastRatingSum: owner.ratingSum,
});

const seedOf = (text: string): number => {
  let seed = 7;
  for (const letter of text) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0;
  return seed;
};
