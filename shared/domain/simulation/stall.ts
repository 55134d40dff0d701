import { DAY_MS, type Instant, later } from '../basics/month.ts';
import { isNewcomer } from '../ranking/ledger/newcomer.ts';
import { offsetOf } from '../ranking/ledger/owner-offset.ts';
import { weighedByQuality } from '../ranking/ledger/quality-weight.ts';
import { type LedgerEntry, recentSalesAt } from '../ranking/ledger/recent-sales.ts';
import { UNVISITED_RUPIAH } from '../ranking/ledger/unvisited-sales.ts';
import type { RankingPolicy } from '../ranking/policy/policy.ts';
import type { Offer } from '../ranking/rule/request.ts';
import { starsFor } from './draw-market.ts';
import type { SimulatedOwner } from './simulated.ts';

/** One owner at work in the simulated year: what the platform sees, and what really happens. */
export type Stall = {
  owner: SimulatedOwner;
  /** What it really can deliver; the offers may say otherwise. */
  trueCapacity: number;
  /** What it says it can deliver. */
  saidCapacity: number;
  offers: Offer[];
  entries: LedgerEntry[];
  /** When it was paid which price for one unit. */
  paid: (readonly [at: Instant, priceRupiah: number])[];
  /** V and X as the ledger shows them, live. */
  figures: { recentSalesRupiah: number; exposure: number; offset: number };
  orders: number;
  /** Real sales on the platform, sales hidden from it, and own money spent on buying from itself. */
  turnoverRupiah: number;
  hiddenRupiah: number;
  fakeRupiah: number;
  /** Lists in which it stood above the line. */
  passes: number;
  /** When it sold first and last, and the longest time it waited between sales, from its first day on. */
  firstSale?: Instant;
  /** When it entered a market that was there before it. */
  enteredAt?: Instant;
  waitsSince: Instant;
  longestWaitMs: number;
  /** When that longest wait began. */
  longestSince: Instant;
};

export const openStall = (owner: SimulatedOwner, opens: Instant): Stall => ({
  owner,
  trueCapacity: owner.capacityUnits,
  saidCapacity: owner.capacityUnits,
  offers: [
    {
      offerId: owner.ownerId,
      shopId: owner.ownerId,
      ownerId: owner.ownerId,
      verified: true,
      open: owner.joinsAt === undefined,
      deliversTo: owner.deliversTo ?? ['35.73'],
      capacityUnits: owner.capacityUnits,
      priceRupiah: owner.priceRupiah,
      ratingSum: owner.pastRatingSum,
      ratingCount: owner.pastOrders,
    },
  ],
  entries: [],
  paid: [],
  figures: { recentSalesRupiah: 0, exposure: 0, offset: offsetOf('0', owner.ownerId) },
  orders: owner.pastOrders,
  turnoverRupiah: 0,
  hiddenRupiah: 0,
  fakeRupiah: 0,
  passes: 0,
  ...(owner.joinsAt === undefined ? {} : { enteredAt: owner.joinsAt }),
  waitsSince: owner.joinsAt ?? opens,
  longestWaitMs: 0,
  longestSince: owner.joinsAt ?? opens,
});

/**
 * Whether it is to be visited first: the rule is older than the simulated year. Who was there from its beginning is older than the
 * rule, and waits from its turn on.
 */
export const isUnvisited = ({ enteredAt, owner }: Stall, at: Instant, policy: RankingPolicy): boolean => {
  const asked = enteredAt ?? (policy.confirmOldMonths > 0 ? owner.askedAt : undefined);
  return policy.confirmAfterMonths > 0 && asked !== undefined && asked <= at && (owner.visitedAt ?? '~') > at;
};

/** Opens on its first day. */
export const joinOn = (stall: Stall, at: Instant): void => {
  if (stall.owner.joinsAt === undefined || at < stall.owner.joinsAt) return;
  for (const offer of stall.offers) offer.open = true;
};

/** A wait ends: with a sale, or with the year; the next begins when there is nothing left to deliver. */
export const endWait = (stall: Stall, at: Instant, delivered: Instant = at): void => {
  const waitedMs = Date.parse(at) - Date.parse(stall.waitsSince);
  if (waitedMs > stall.longestWaitMs) {
    stall.longestWaitMs = waitedMs;
    stall.longestSince = stall.waitsSince;
  }
  if (delivered > stall.waitsSince) stall.waitsSince = delivered;
};

/** What V of a stall is counted against, as it was this morning: the market's mean rating, and where newcomers start. */
export type Basis = { meanRating: number; quartile: number };
/** Where neither ratings nor newcomers are weighed. */
export const plainBasis: Basis = { meanRating: 1, quartile: 0 };

/** V again from the ledger, by the market's own rule; entries that can never count again are forgotten. */
export const recountSales = (
  stall: Stall,
  at: Instant,
  unitRupiah: number,
  { policy, basis }: { policy: RankingPolicy; basis: Basis },
): void => {
  if (stall.entries.length + stall.orders === 0) return;
  const since = later(at, -policy.windowDays * DAY_MS);
  if ((stall.entries[0]?.at ?? since) <= since)
    stall.entries = stall.entries.filter((entry) => (entry.countsFrom ?? entry.at) > since);
  const sales = recentSalesAt(stall.entries, at, unitRupiah, policy);
  const quartile = isNewcomer(stall.enteredAt, at, policy) ? basis.quartile : 0;
  const start = isUnvisited(stall, at, policy) ? UNVISITED_RUPIAH : quartile;
  const [rated = noRating] = stall.offers;
  stall.figures.recentSalesRupiah = start + weighedByQuality(sales, rated, basis.meanRating, policy);
};
const noRating = { ratingSum: 0, ratingCount: 0 };

/** Since when orders count, an owner that sold none is silent, and a day of delivery is new: the same for all stalls of a morning. */
export type Edges = { readonly window: Instant; readonly silence: Instant; readonly day: Instant };
export const edgesOn = (at: Instant, { windowDays, silenceDays }: RankingPolicy): Edges => ({
  window: later(at, -windowDays * DAY_MS),
  silence: later(at, -silenceDays * DAY_MS),
  day: later(at, -DAY_MS),
});

/** Whether a new day may change V: an order left the window, its day of delivery came, or something else than an order is there. */
export const mayHaveFaded = ({ entries, enteredAt, owner }: Stall, { window, silence, day }: Edges): boolean =>
  (enteredAt ?? owner.askedAt) !== undefined ||
  (entries[0]?.at ?? '~') <= window ||
  (entries.at(-1)?.at ?? '~') <= silence ||
  entries.some(({ state, countsFrom }) => state !== 'accepted' || (countsFrom !== undefined && countsFrom > day));

export const rate = (offer: Offer, stars: number): void => {
  offer.ratingSum += stars;
  offer.ratingCount += 1;
};

export const rateByMood = (stall: Stall, offer: Offer, mood: number): void =>
  rate(offer, starsFor(stall.owner.rating, mood));

/** A new period: the whole capacity is free again. */
export const refill = (stall: Stall): void => {
  for (const offer of stall.offers) offer.capacityUnits = stall.saidCapacity;
};

/** Units promised are no longer free, whichever of the owner's offers they were sold by. */
export const takeCapacity = (stall: Stall, units: number): void => {
  for (const offer of stall.offers) offer.capacityUnits = Math.max(0, offer.capacityUnits - units);
};
