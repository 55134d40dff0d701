import type { RankingPolicy } from '../policy/policy.ts';
import type { Failure } from './gate.ts';
import type { PriceLine } from './price-line.ts';
import type { Ledger, Offer, RankingRequest } from './request.ts';

/** All that decides an order of offers. Equal inputs give equal lists, whatever the order of `offers`. */
export type RankingInput = {
  request: RankingRequest;
  offers: readonly Offer[];
  ledger: Ledger;
  policy: RankingPolicy;
  /** u of the category in rupiah (`unitFor`). */
  unitRupiah: number;
  /** The day's key (`dayKey`), for ties. */
  dayKey: string;
};

/** What set an offer apart from the one above it. */
export type DecidedBy = 'first' | 'recent_sales_step' | 'exposure' | 'price' | 'recent_sales' | 'draw';

export type RankedOffer = {
  rank: number;
  offer: Offer;
  /** The owner's other offers that passed; the cheapest stands for all. */
  otherOfferIds: readonly string[];
  /** ⌊V/u⌋: how many usual orders the owner already had. */
  step: number;
  recentSalesRupiah: number;
  exposure: number;
  decidedBy: DecidedBy;
};

export type BelowOffer = {
  rank: number;
  offer: Offer;
  /** All that keeps it below the line; the first is the one shown. */
  failures: readonly [Failure, ...Failure[]];
};

export type RankedOffers = {
  line: PriceLine;
  unitRupiah: number;
  /** Offers that passed, one per owner, fairest first. */
  above: readonly RankedOffer[];
  /** Offers that failed, by price, each with its reason. Ranks count on from `above`. */
  below: readonly BelowOffer[];
};
