import type { RankingPolicy } from '../policy/policy.ts';
import type { Failure } from './gate.ts';
import type { PriceLine } from './price-line.ts';
import type { Ledger, Offer, RankingRequest } from './request.ts';

/**
 * The version of this rule, kept with every decision. 2: prices are compared among like goods alone, every list is ranked,
 * all goods of an owner are reachable, no id breaks a tie, and what is published are steps. Nothing was published under 1.
 * 3: goods with evidence of their own no longer move the line of goods without; a list whose goods all have theirs says none.
 * 4: steps of V are rungs far apart instead of usual orders, so that a step does not tell V.
 */
export const RULE_VERSION = 4;
/** Versions whose lists can be made again. */
export const readableRules: readonly number[] = [3, RULE_VERSION];

/** All that decides an order of offers. Equal inputs give equal lists, whatever the order of `offers`. */
export type RankingInput = {
  request: RankingRequest;
  offers: readonly Offer[];
  ledger: Ledger;
  policy: RankingPolicy;
  /** u of the category, or of all, in rupiah (`unitFor`). */
  unitRupiah: number;
  /** The day's key (`dayKey`), for ties. */
  dayKey: string;
  /** The rule's version, where a list of an earlier one is made again; left out, the present one. */
  ruleVersion?: number;
};

/** What set a turn apart from the one above it. */
export const decidedBys = [
  'first',
  'relevance',
  'recent_sales_step',
  'exposure',
  'price',
  'recent_sales',
  'draw',
] as const;
export type DecidedBy = (typeof decidedBys)[number];

/** An owner's turn. */
export type RankedOffer = {
  rank: number;
  offer: Offer;
  /** The owner's other offers that passed, in their order: they follow when every owner has had a turn. */
  others: readonly Offer[];
  tier: number;
  /** The step of V (`stepOf`). */
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
  /** The line over all offers of the call, for those that say nothing of their own comparison. */
  line: PriceLine;
  unitRupiah: number;
  /** Turns of the owners who passed, fairest first. */
  above: readonly RankedOffer[];
  /** Offers that passed: those of the turns and those behind them. */
  passing: number;
  /** Offers that failed, by price, each with its reason. Ranks count on from those that passed. */
  below: readonly BelowOffer[];
};
