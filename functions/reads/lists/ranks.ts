import { commitmentOf } from '../../../shared/domain/ranking/ledger/commitment.ts';
import { toldStepOf, waitsForVisit } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import type { RankInList } from '../../../shared/domain/ranking/list/rank-in-list.ts';
import { lineOf } from '../../../shared/domain/ranking/rule/price-line.ts';
import type { Ranked } from '../../../shared/domain/ranking/rule/rounds.ts';
import { salesOrderOf } from '../../../shared/domain/ranking/rule/sales-order.ts';
import {
  sentenceAbove,
  sentenceBehind,
  sentenceByPrice,
  sentenceOfEvidence,
} from '../../../shared/domain/ranking/rule/sentence.ts';
import { sentenceBelow } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import type { Drawn } from './decide.ts';
import { beginsIn } from './list-head.ts';

const noFigures = { recentSalesRupiah: 0, exposure: 0 };

const whyAbove = (here: Ranked & { above: true }, drawn: Drawn, compared: string | null) => {
  const { ordered, policy, decision } = drawn;
  const { turn, round, rank } = here;
  const first = round === 0;
  const of = { passing: ordered.passing, windowDays: policy.windowDays, ruleVersion: decision.ruleVersion };
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

export const rankOf = (drawn: Drawn, here: Ranked): RankInList => {
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
    step: toldStepOf(counted, decision.unitRupiah, decision.ruleVersion),
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
