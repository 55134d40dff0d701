import { type Failure, failuresOf } from './gate.ts';
import type { Numbered } from './number-owners.ts';
import type { PriceLines } from './price-line.ts';
import type { BelowOffer, RankingInput } from './ranking.ts';
import { AmountNotWhole, type Offer } from './request.ts';

export type Failed = Pick<BelowOffer, 'offer' | 'failures'>;

export type OnePerOwner = {
  /** Of each owner the cheapest offer that passed, then the lowest id. */
  passed: readonly Offer[];
  /** By index in `passed`: the ids of that owner's other offers that passed. Most owners have none. */
  others: ReadonlyMap<number, string[]>;
  /** Offers that failed, with all reasons. */
  failed: readonly Failed[];
};

const isFailed = (failures: readonly Failure[]): failures is Failed['failures'] => failures.length > 0;
const isCheaper = (a: Offer, b: Offer): boolean =>
  a.priceRupiah < b.priceRupiah || (a.priceRupiah === b.priceRupiah && a.offerId < b.offerId);

/** EQUITY.md §3 (a) 1 and 2: the gate, then one offer for each owner. @throws AmountNotWhole when a price is not whole */
export const onePerOwner = (
  { offers, request, policy }: RankingInput,
  { owner, owners }: Numbered,
  lines: PriceLines,
): OnePerOwner => {
  const passed: Offer[] = [];
  const others = new Map<number, string[]>();
  const failed: Failed[] = [];
  const chosen = new Int32Array(owners).fill(-1);
  for (let index = 0; index < offers.length; index++) {
    const offer = offers[index] as Offer;
    if (!Number.isSafeInteger(offer.priceRupiah) || offer.priceRupiah < 0)
      throw new AmountNotWhole('price', offer.priceRupiah);
    const failures = failuresOf(offer, request, lines.of(offer), policy);
    const number = owner[index] as number;
    const known = chosen[number] as number;
    if (isFailed(failures)) failed.push({ offer, failures });
    else if (known < 0) chosen[number] = passed.push(offer) - 1;
    else {
      const before = passed[known] as Offer;
      const cheaper = isCheaper(offer, before);
      if (cheaper) passed[known] = offer;
      const { offerId } = cheaper ? before : offer;
      const ids = others.get(known);
      if (ids) ids.push(offerId);
      else others.set(known, [offerId]);
    }
  }
  return { passed, others, failed };
};
