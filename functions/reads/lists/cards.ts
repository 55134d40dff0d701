import { ProductCard } from '../../../shared/domain/catalogue/product.ts';
import { commitmentOf } from '../../../shared/domain/ranking/ledger/commitment.ts';
import { soldBy, waitsForVisit } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { offeredAs } from '../../../shared/domain/ranking/list/choice.ts';
import type { FairCard, RankInList } from '../../../shared/domain/ranking/list/rank-in-list.ts';
import type { RankingOfList } from '../../../shared/domain/ranking/list/ranking-of-list.ts';
import type { RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { beginsLater } from '../../../shared/domain/ranking/policy/starts.ts';
import { listSentence, waitingSentence } from '../../../shared/domain/ranking/rule/counting-sentence.ts';
import { lineOf } from '../../../shared/domain/ranking/rule/price-line.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';
import type { Ranked } from '../../../shared/domain/ranking/rule/rounds.ts';
import { salesOrderOf } from '../../../shared/domain/ranking/rule/sales-order.ts';
import {
  sentenceAbove,
  sentenceBehind,
  sentenceByPrice,
  sentenceOfEvidence,
} from '../../../shared/domain/ranking/rule/sentence.ts';
import { sentenceBelow } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import type { World } from '../../world.ts';
import { choiceTokenOf } from '../choice-tokens.ts';
import type { Drawn } from './decide.ts';

type Line = ReturnType<typeof lineOf>;
const lines = new WeakMap<Drawn['ordered'], Line>();
/**
 * The one line of a list whose goods are all alike; else each offer has its own. Every offer has to be looked at, so a
 * list is asked once, not for every page.
 */
export const lineOfList = ({ input, policy, ordered }: Pick<Drawn, 'input' | 'policy' | 'ordered'>): Line => {
  const known = lines.get(ordered) ?? lineOfAll(input.offers, ordered, policy);
  lines.set(ordered, known);
  return known;
};
const lineOfAll = (offers: readonly Offer[], { line }: Drawn['ordered'], { tolerancePercent }: RankingPolicy): Line => {
  const [first] = offers;
  const alike = offers.every(
    ({ like, ceilingRupiah }) =>
      like?.medianRupiah === first?.like?.medianRupiah &&
      like?.owners === first?.like?.owners &&
      ceilingRupiah === first?.ceilingRupiah,
  );
  if (first && alike) return lineOf(first, line, tolerancePercent);
  return { ...line, medianRupiah: null, lineRupiah: null, ceilingRupiah: null, source: null };
};

const beginsIn = ({ decision, policy }: Pick<Drawn, 'decision' | 'policy'>) =>
  beginsLater(policy, decision.request, decision.drawnOn);
/** The sentence over a list: by which rule it is ordered. */
export const sentenceOfList = (drawn: Pick<Drawn, 'decision' | 'policy'>): string => {
  const begins = beginsIn(drawn);
  return begins === null ? listSentence(drawn.policy) : waitingSentence(begins);
};

/** The list's head: what it was made from and the sentence over it. */
export const headOf = (drawn: Drawn, ledgerAt: string | null): RankingOfList => {
  const { decisionId, ledgerVersion, policyVersion, dayKeyHash, drawnOn, unitRupiah, owners, above, below } =
    drawn.decision;
  return {
    decisionId,
    ledgerVersion,
    ledgerAt,
    policyVersion,
    dayKeyHash,
    drawnOn,
    unitRupiah,
    owners,
    above,
    below,
    sentence: sentenceOfList(drawn),
    line: lineOfList(drawn),
  };
};

const noFigures = { recentSalesRupiah: 0, exposure: 0 };

const whyAbove = (here: Ranked & { above: true }, drawn: Drawn, compared: string | null) => {
  const { ordered, policy } = drawn;
  const { turn, round, rank } = here;
  const first = round === 0;
  const of = { passing: ordered.passing, windowDays: policy.windowDays };
  const own = beginsIn(drawn) === null ? sentenceAbove : sentenceByPrice;
  const why = first ? own(turn, of) : sentenceBehind(rank, turn.rank);
  return {
    sentence: compared === null ? why : `${why} ${compared}`,
    decidedBy: first ? turn.decidedBy : null,
    reasons: [],
    ownerRank: turn.rank,
    otherProductIds: first ? turn.others.map(({ offerId }) => offerId) : [],
  };
};

const whyBelow = ({ failures }: Ranked & { above: false }) => ({
  sentence: sentenceBelow(failures[0]),
  decidedBy: null,
  reasons: failures.map((failure) => ({ ...failure })),
  ownerRank: null,
  otherProductIds: [],
});

const orders = new WeakMap<Drawn['ordered'], ReadonlyMap<string, number>>();
const salesOrders = ({ ordered }: Drawn): ReadonlyMap<string, number> => {
  const known = orders.get(ordered) ?? salesOrderOf(ordered.above);
  orders.set(ordered, known);
  return known;
};

const rankOf = (drawn: Drawn, here: Ranked): RankInList => {
  const { ordered, policy, ledger, decision } = drawn;
  const { offer, rank, above } = here;
  const { recentSalesRupiah } = ledger.owners.get(offer.ownerId) ?? noFigures;
  // What the list was made from: nothing of a category that is not ranked yet, so that anybody can draw it again.
  const counted = drawn.input.ledger.owners.get(offer.ownerId) ?? noFigures;
  const { medianRupiah, lineRupiah, source } = lineOf(offer, ordered.line, policy.tolerancePercent);
  const why = here.above ? whyAbove(here, drawn, sentenceOfEvidence(source)) : whyBelow(here);
  return {
    productId: offer.offerId,
    ownerId: offer.ownerId,
    rank,
    above,
    ...why,
    exposure: counted.exposure,
    step: Math.floor(soldBy(counted.recentSalesRupiah) / decision.unitRupiah),
    waits: waitsForVisit(counted.recentSalesRupiah),
    salesOrder: salesOrders(drawn).get(offer.ownerId) ?? 0,
    commitment: commitmentOf(ledger.salt, offer.ownerId, recentSalesRupiah),
    medianRupiah,
    lineRupiah,
    compared: source,
  };
};

/** A part of a drawn list, those below the line included; `to` is not in it. */
export const ranksOf = (drawn: Drawn, from = 0, to = Number.POSITIVE_INFINITY): RankInList[] =>
  drawn.ranked.slice(from, to).map((here) => rankOf(drawn, here));

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
