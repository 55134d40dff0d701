import type { Reference } from '../../ranking/ledger/reference-prices.ts';
import type { RankingPolicy } from '../../ranking/policy/policy.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import type { Behaviour } from '../behaviour.ts';
import type { PolicyName } from '../lists.ts';
import type { Market } from '../market.ts';
import type { SimulatedRequest } from '../simulated.ts';
import type { Basis, Stall } from '../stall.ts';

/** What is left of a simulated year, for metrics.ts. */
export type Year = {
  market: Market;
  stalls: readonly Stall[];
  requests: number;
  unmet: number;
  /** Units bought, and Σ units · price / median price. */
  units: number;
  relativePrice: number;
  deliveries: number;
  ratingSum: number;
  /** Σ over deliveries of what the goods were worth to their buyers (`worthOf`). */
  worth: number;
};

/** The offers of one category in the course of the year. */
export type Category = {
  index: number;
  stalls: Stall[];
  offers: Offer[];
  figures: Map<string, Stall['figures']>;
  medianPrice: number;
  /** What prices are held against this month, where that is found from prices paid. */
  reference?: Reference | undefined;
  basis: Basis;
  unitRupiah: number;
  recentValues: number[];
  turn: number;
};

export type Scene = {
  year: Year;
  category: Category;
  byOffer: ReadonlyMap<string, Stall>;
  name: PolicyName;
  policy: RankingPolicy;
  behaviour: Behaviour;
  request: SimulatedRequest;
};
