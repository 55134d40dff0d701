import { lineOf } from '../../../shared/domain/ranking/rule/price-line.ts';
import type { RankedOffer } from '../../../shared/domain/ranking/rule/ranking.ts';
import type { Allocation } from '../../../shared/domain/ranking/split/allocation.ts';
import type { SplitProposal } from '../../../shared/domain/ranking/split/propose-split.ts';
import type { Drawn } from '../../reads/lists/decide.ts';

/**
 * Who gets which lot. Not on which step its owner stands with it: who may ask for lots of any size would find where the next
 * steps begin, and so V.
 */
export const lotsIn = ({ plan }: SplitProposal) =>
  plan.lots.map(({ lot, ownerId, units }) => ({ lot, ownerId, units }));

export const suppliersOf = ({ rows, policy, ordered }: Drawn, { suppliers }: SplitProposal) => {
  return suppliers.map(({ ranked, units, valueRupiah, sentence }) => {
    const card = rows.get(ranked.offer.offerId)?.product;
    return {
      merchantId: ranked.offer.shopId,
      merchantName: card?.merchantName ?? '',
      ownerId: ranked.offer.ownerId,
      productId: ranked.offer.offerId,
      productName: card?.name ?? '',
      unit: card?.unit ?? '',
      units,
      priceRupiah: ranked.offer.priceRupiah,
      valueRupiah,
      rank: ranked.rank,
      referenceRupiah: lineOf(ranked.offer, ordered.line, policy.tolerancePercent).medianRupiah,
      sentence,
    };
  });
};

export const spareOf = ({ rows }: Drawn, { offer }: RankedOffer): Allocation['spare'] => {
  const card = rows.get(offer.offerId)?.product;
  return {
    merchantId: offer.shopId,
    merchantName: card?.merchantName ?? '',
    productId: offer.offerId,
    productName: card?.name ?? '',
    unit: card?.unit ?? '',
    priceRupiah: offer.priceRupiah,
    maxUnits: offer.capacityUnits,
  };
};
