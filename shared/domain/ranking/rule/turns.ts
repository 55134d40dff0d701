import { byText } from '../../basics/sort.ts';
import type { Draws } from './draw.ts';
import { type Failure, failuresOf } from './gate.ts';
import { numberOwners } from './number-owners.ts';
import { lineOf, type PriceLine, priceLevel } from './price-line.ts';
import type { BelowOffer, RankingInput } from './ranking.ts';
import { AmountNotWhole, type Offer } from './request.ts';

export type Failed = Pick<BelowOffer, 'offer' | 'failures'>;

export type Turns = {
  /** Of each owner (in each tier of a search) the offer that passed with the lowest price for its goods. */
  passed: readonly Offer[];
  /** By index in `passed`: that owner's other offers that passed, in their order. Most owners have none. */
  others: ReadonlyMap<number, Offer[]>;
  /** Offers that failed, with all reasons. */
  failed: readonly Failed[];
  /** One more than the highest tier. */
  tiers: number;
};

const isFailed = (failures: readonly Failure[]): failures is Failed['failures'] => failures.length > 0;

/** Offers by the lowest price for their goods, then by the draw of the day: nobody chooses an id that comes first. */
const byPriceAndDraw =
  ({ leading, whole }: Draws) =>
  (a: Offer, b: Offer): number =>
    priceLevel(a) - priceLevel(b) ||
    leading(a.offerId) - leading(b.offerId) ||
    byText(whole(a.offerId), whole(b.offerId));

/** EQUITY.md §3 (a) 1 and 2: the gate, then one turn for each owner. @throws AmountNotWhole when a price is not whole */
export const turnsOf = ({ offers, request, policy }: RankingInput, line: PriceLine, draws: Draws): Turns => {
  const { owner, owners } = numberOwners(offers);
  const tiers = offers.reduce((most, { tier = 0 }) => Math.max(most, tier), 0) + 1;
  const before = byPriceAndDraw(draws);
  const passed: Offer[] = [];
  const others = new Map<number, Offer[]>();
  const failed: Failed[] = [];
  const turnOf = new Int32Array(owners * tiers).fill(-1);
  for (let index = 0; index < offers.length; index++) {
    const offer = offers[index] as Offer;
    if (!Number.isSafeInteger(offer.priceRupiah) || offer.priceRupiah < 0)
      throw new AmountNotWhole('price', offer.priceRupiah);
    const failures = failuresOf(offer, request, lineOf(offer, line, policy.tolerancePercent), policy);
    const number = (owner[index] as number) * tiers + (offer.tier ?? 0);
    const turn = turnOf[number] as number;
    if (isFailed(failures)) failed.push({ offer, failures });
    else if (turn < 0) turnOf[number] = passed.push(offer) - 1;
    else {
      const first = passed[turn] as Offer;
      const sooner = before(offer, first) < 0;
      if (sooner) passed[turn] = offer;
      const behind = others.get(turn);
      if (behind) behind.push(sooner ? first : offer);
      else others.set(turn, [sooner ? first : offer]);
    }
  }
  for (const behind of others.values()) behind.sort(before);
  return { passed, others, failed, tiers };
};
