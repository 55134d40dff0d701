import type { Stall } from '../stall.ts';

/**
 * What a unit costs its maker, as a share of the category's median price: what a sceptic found when pricing to the line
 * (+19.5%) gained 34% while rupiah were evened out: (1 − c/1.195) / (1 − c) = 1.34.
 */
export const COST_SHARE = 0.676;

/**
 * One standard deviation of quality costs so much more, as ln: what the drawn market charges for it (`priceQuality`).
 * How much better goods really cost is not known; the less, the less is to be had from making them worse.
 */
export const QUALITY_COST = 0.055;

/** Rupiah that one unit costs an owner of a quality, who makes it `efficiency` times as dear as others do. */
export const unitCost = (medianRupiah: number, quality: number, share = COST_SHARE, efficiency = 1): number =>
  medianRupiah * share * efficiency * Math.exp(QUALITY_COST * quality);

/** What remains of a turnover at one price, when each unit cost so much. */
export const profitOf = (turnoverRupiah: number, priceRupiah: number, costRupiah: number): number =>
  turnoverRupiah * (1 - costRupiah / priceRupiah);

/** Gives a stall another price, for all of its offers. */
export const priceAt = (stall: Stall, priceRupiah: number): void => {
  for (const offer of stall.offers) offer.priceRupiah = Math.max(1, Math.round(priceRupiah));
};

/** Makes goods better or worse by standard deviations, as if they had always been so: what was rated before, too. */
export const qualityBy = (stall: Stall, change: number, starsPerSd: number): void => {
  const { owner } = stall;
  const rating = Math.min(5, Math.max(1, owner.rating + starsPerSd * change));
  for (const offer of stall.offers) {
    const moved = offer.ratingSum + offer.ratingCount * (rating - owner.rating);
    offer.ratingSum = Math.min(5 * offer.ratingCount, Math.max(offer.ratingCount, moved));
  }
  stall.owner = { ...owner, quality: owner.quality + change, rating };
};
