import type { RankedOffer } from '../rule/ranking.ts';
import type { SplitProposal } from './propose-split.ts';

/**
 * Who could step in for any one supplier of a split: not asked yet, able to make its largest share and willing to make
 * its smallest. Whoever received least stands first, as in the split itself.
 */
export const sparesOf = ({ ordered, suppliers }: SplitProposal): RankedOffer[] => {
  const asked = new Set(suppliers.map(({ ranked }) => ranked.offer.ownerId));
  const units = suppliers.map((one) => one.units);
  const [largest, smallest] = [Math.max(...units), Math.min(...units)];
  return ordered.above
    .filter(({ offer: { ownerId, capacityUnits, minUnits = 1 } }) => {
      return !asked.has(ownerId) && capacityUnits >= largest && minUnits <= smallest;
    })
    .toSorted((a, b) => a.recentSalesRupiah - b.recentSalesRupiah || a.rank - b.rank);
};
