import { ProductCard } from '../../../shared/domain/catalogue/product.ts';
import { offeredAs } from '../../../shared/domain/ranking/list/choice.ts';
import type { FairCard, RankInList } from '../../../shared/domain/ranking/list/rank-in-list.ts';
import type { World } from '../../world.ts';
import { choiceTokenOf } from '../choice-tokens.ts';
import type { Drawn } from './decide.ts';
import { rankOf } from './ranks.ts';

const cards = new WeakMap<Drawn, Map<number, FairCard>>();
/**
 * A part of a drawn list as it is shown, each rank with its card. Made once for a list: whoever asks within its seconds is
 * shown the same, down to the tokens.
 */
export const cardsOf = (world: World, drawn: Drawn, from: number, to: number): FairCard[] => {
  const made = cards.get(drawn) ?? new Map<number, FairCard>();
  cards.set(drawn, made);
  return drawn.ranked.slice(from, to).map((here, at) => {
    const card = made.get(from + at) ?? fairCard(world, drawn, rankOf(drawn, here));
    made.set(from + at, card);
    return card;
  });
};

/** A rank with its card, and the token by which an order says that it was chosen here. */
const fairCard = (world: World, { rows, decision }: Drawn, here: RankInList): FairCard => {
  const row = rows.get(here.productId);
  if (!row) throw new Error(`offer ${here.productId} is in a list and not in its offers`);
  const card = ProductCard.parse(row.product);
  const { decisionId, drawnOn } = decision;
  const below = here.above ? null : (here.reasons[0]?.reason ?? null);
  const choice = { decisionId, rank: here.rank, below, referenceRupiah: here.medianRupiah, drawnOn };
  return {
    ...card,
    ranking: here,
    choiceToken: choiceTokenOf(world, { ...choice, offered: offeredAs(card) }, here.productId),
  };
};
