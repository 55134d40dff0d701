import { worthOf } from '../lists.ts';
import type { Case } from './judge.ts';

/**
 * The most that evened income may be worth to buyers, in the units of `worthOf`, above the mean owner's: income may be uneven by
 * a Gini of `gini`, and what is uneven of it goes where it is worth most. Of all income, a share λ to the best n − j of n
 * owners and the rest evenly has the Gini λ·j/n; every income in the order of worth is a mixture of such, so the best of
 * them bounds all.
 */
const mostGain = (worths: readonly number[], gini: number): number => {
  const best = worths.toSorted((a, b) => b - a);
  const mean = best.reduce((sum, worth) => sum + worth, 0) / best.length;
  let [most, sum] = [0, 0];
  for (const [index, worth] of best.entries()) {
    sum += worth;
    const left = best.length - index - 1;
    const share = left === 0 ? 0 : Math.min(1, (gini * best.length) / left);
    most = Math.max(most, share * (sum / (index + 1) - mean));
  }
  return mean + most;
};

/**
 * What fairness costs buyers at the least while the Gini inside each category is at most so much, whatever the rule: the worth
 * of popularity's mean delivery over the best that such a distribution could be worth, less one.
 */
export const leastPriceOfFairness = (
  { market, popularity }: Pick<Case, 'market' | 'popularity'>,
  gini: number,
): number => {
  const bounds = market.medianPrices.map((median, category) => {
    const owners = market.owners.filter((owner) => owner.category === category);
    return mostGain(
      owners.map(({ quality, priceRupiah }) => worthOf(quality, priceRupiah / median)),
      gini,
    );
  });
  const bound = bounds.reduce((sum, one) => sum + one, 0) / bounds.length;
  return popularity.worth / Math.exp(bound / 4) - 1;
};
