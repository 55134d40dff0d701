import type { FairCard } from '../../../shared/domain/ranking/list/rank-in-list.ts';
import { shownAverage } from '../../../shared/domain/reviews/averages.ts';
import type { MerchantRating } from '../../../shared/domain/reviews/merchant-rating.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { type WaysRecord, waysOf } from '../../../shared/table/payments/ways.ts';
import { ratingOf } from '../../../shared/table/ratings.ts';
import type { World } from '../../world.ts';

type Facts = { readonly ways: WaysRecord | undefined; readonly rating: MerchantRating | undefined };

const withFacts = (card: FairCard, { ways, rating }: Facts): FairCard => {
  const average = rating ? shownAverage(rating) : null;
  return {
    ...card,
    ...(rating && average !== null ? { rating: { average, count: rating.ratingCount } } : {}),
    ...(ways?.cod && card.priceRupiah <= ways.cod.maxRupiah ? { cash: true as const } : {}),
  };
};

/**
 * Cards with what a buyer asks of their shops first: what others said of it, and whether it takes cash. Read beside the
 * list, never drawn with it: neither moves a rank.
 */
export const withShopFacts = async ({ table }: World, cards: readonly FairCard[]): Promise<FairCard[]> => {
  const shops = [...new Set(cards.map(({ merchantId }) => merchantId))];
  const { ways, ratings } = await readTogether(
    table,
    { ways: shops.map(waysOf), ratings: shops.map(ratingOf) },
    { consistent: false },
  );
  const facts = new Map(shops.map((shop, at): [string, Facts] => [shop, { ways: ways[at], rating: ratings[at] }]));
  return cards.map((card) => withFacts(card, facts.get(card.merchantId) as Facts));
};
