import type { Instant } from '../basics/month.ts';

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
