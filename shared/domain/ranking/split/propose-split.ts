import { medianOf } from '../rule/price-line.ts';
import { rankOffers } from '../rule/rank-offers.ts';
import type { RankedOffer, RankedOffers, RankingInput } from '../rule/ranking.ts';
import { lotsFor } from './lots.ts';
import { type SplitPlan, splitOrder } from './split.ts';

/** A proposal to a buyer: who delivers how much, at whose price, and why, in one sentence each. Every share can be ordered. */
export type SplitProposal = {
  ordered: RankedOffers;
  plan: SplitPlan;
  suppliers: readonly {
    ranked: RankedOffer;
    units: number;
    valueRupiah: number;
    sentence: string;
  }[];
};

/** What one unit counts as for everybody: the middle of the prices above the line. */
export const middlePrice = ({ above }: Pick<RankedOffers, 'above'>): number =>
  medianOf(above.map(({ offer }) => offer.priceRupiah)) ?? 0;

type Sold = ReadonlyMap<string, number>;

/**
 * The whole of §3 (b) for one request: gate with a lot's capacity, order, split. The order stays one package: legal
 * limits are tested on the total, by the caller. Who `sold` since the list's figures were found (`soldSince`, in rupiah) has
 * that much more already, or the same few would be given every order until there are new ones.
 * @throws SplitNotPossible
 */
export const proposeSplit = (input: RankingInput, lots?: number, sold: Sold = new Map()): SplitProposal => {
  const { quantity } = input.request;
  const { maxSuppliers, splitFromUnits } = input.policy;
  // The gate takes the smallest lot that may be needed, so that nobody able to deliver a share is left out.
  const most = Math.max(1, Math.min(maxSuppliers, quantity));
  const ordered = rankOffers({ ...input, request: { ...input.request, lots: most } });
  const referencePriceRupiah = middlePrice(ordered);
  const wanted = lots ?? lotsFor(quantity * referencePriceRupiah, input.unitRupiah, splitFromUnits, maxSuppliers);
  const candidates = ordered.above.map(({ offer: { ownerId, capacityUnits, minUnits = 1 }, recentSalesRupiah }) => ({
    ownerId,
    recentSalesRupiah: recentSalesRupiah + (sold.get(ownerId) ?? 0),
    capacityUnits,
    minUnits,
  }));
  const plan = splitOrder({ quantity, lots: wanted, maxSuppliers, referencePriceRupiah, candidates });
  const byOwner = new Map(ordered.above.map((ranked) => [ranked.offer.ownerId, ranked]));
  const suppliers = plan.shares.map(({ ownerId, units, lots: taken }) => {
    const ranked = byOwner.get(ownerId) as RankedOffer;
    const share =
      units === quantity
        ? `semua ${units}`
        : `${units} dari ${quantity} (${taken.length} dari ${plan.lots.length} bagian)`;
    const sentence =
      `Mendapat ${share} karena pesanan ${input.policy.windowDays} hari ` +
      `terakhirnya paling sedikit di antara yang mampu${units === quantity ? '' : ' saat bagian itu dibagikan'}.`;
    return { ranked, units, valueRupiah: units * ranked.offer.priceRupiah, sentence };
  });
  return { ordered, plan, suppliers };
};
