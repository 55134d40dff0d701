import { rankOffers } from '../ranking/rule/rank-offers.ts';
import type { RankingInput } from '../ranking/rule/ranking.ts';
import { covers, type Offer } from '../ranking/rule/request.ts';
import { randomFrom, shuffled } from './random.ts';
import type { Stall } from './stall.ts';

/** The ways to order a market that are compared. */
export const policyNames = [
  'popularity',
  'cheapest',
  'random',
  'round-robin',
  'urut-merata',
  'urut-merata-split',
  'automatic',
] as const;
export type PolicyName = (typeof policyNames)[number];

export const policyTitles: Record<PolicyName, string> = {
  popularity: 'popularity',
  cheapest: 'cheapest first',
  random: 'random',
  'round-robin': 'round robin',
  'urut-merata': 'Urut Merata, no split',
  'urut-merata-split': '**Urut Merata with split**',
  automatic: 'floor: automatic assignment, same gate',
};

export const isGated = (name: PolicyName): boolean => name.startsWith('urut') || name === 'automatic';
export const splits = (name: PolicyName): boolean => name === 'urut-merata-split' || name === 'automatic';

/** What a list is made from, beside the ranking input of production. */
export type ListSource = { stalls: readonly Stall[]; byOffer: ReadonlyMap<string, Stall>; mix: number; turn: number };

/**
 * Offers in the order a buyer sees them. The unfair policies only leave out who cannot deliver the quantity; ours is
 * production's `rankOffers`, above the line.
 */
export const listFor = (name: PolicyName, input: RankingInput, source: ListSource): readonly Offer[] => {
  if (isGated(name)) return rankOffers(input).above.map(({ offer }) => offer);
  const { quantity, place } = input.request;
  const able = input.offers.filter(
    (offer) => offer.open && offer.capacityUnits >= quantity && offer.deliversTo.some((area) => covers(area, place)),
  );
  return nearestFirst(able, name, source, input.offers);
};

/** What was searched for first; among equals the policy's order. */
const nearestFirst = (able: Offer[], name: PolicyName, source: ListSource, all: readonly Offer[]): Offer[] => {
  const ordered = inOrder(able, name, source, all);
  return ordered.some(({ tier }) => tier !== undefined)
    ? ordered.toSorted((a, b) => (a.tier ?? 0) - (b.tier ?? 0))
    : ordered;
};

const inOrder = (able: Offer[], name: PolicyName, source: ListSource, all: readonly Offer[]): Offer[] => {
  if (name === 'cheapest')
    return able.sort((a, b) => a.priceRupiah - b.priceRupiah || (a.offerId < b.offerId ? -1 : 1));
  if (name === 'random') return shuffled(randomFrom(source.mix), able);
  if (name === 'popularity') {
    const sold = (offer: Offer) => source.byOffer.get(offer.offerId)?.orders ?? 0;
    return able.sort((a, b) => sold(b) - sold(a) || (a.offerId < b.offerId ? -1 : 1));
  }
  const start = source.turn % Math.max(1, all.length);
  const places = new Map(all.map((offer, index) => [offer.offerId, index]));
  const distance = (offer: Offer) => ((places.get(offer.offerId) ?? 0) - start + all.length) % all.length;
  return able.sort((a, b) => distance(a) - distance(b));
};

/** How many offers of a list a buyer looks at. */
export const SEEN = 20;

/** What a good is worth to a buyer; four of its units are one of ln price (EQUITY.md §3). */
export const worthOf = (quality: number, relativePrice: number): number => 0.6 * quality - 4 * Math.log(relativePrice);

/**
 * The offer a buyer takes: of the first 20, with probability ∝ exp(0.6 · quality − 4 · ln price) / log₂(1 + rank)
 * (EQUITY.md §3). `pick` in [0, 1). Undefined for an empty list.
 */
export const pickOffer = (
  list: readonly Offer[],
  byOffer: ReadonlyMap<string, Stall>,
  medianPrice: number,
  pick: number,
): Offer | undefined => {
  const seen = list.slice(0, SEEN);
  const weights = seen.map((offer, index) => {
    const quality = byOffer.get(offer.offerId)?.owner.quality ?? 0;
    return Math.exp(worthOf(quality, offer.priceRupiah / medianPrice)) / Math.log2(2 + index);
  });
  let left = pick * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return seen[index];
  }
  return seen.at(-1);
};
