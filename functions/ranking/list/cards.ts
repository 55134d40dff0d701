import { offeredAs } from '../../../shared/domain/ranking/list/choice.ts';
import type { FairCard, RankInList, RankingOfList } from '../../../shared/domain/ranking/list/list.ts';
import { priceLines } from '../../../shared/domain/ranking/rule/price-line.ts';
import { listSentence, sentenceAbove, sentenceBelow } from '../../../shared/domain/ranking/rule/sentence.ts';
import { choiceTokenOf } from '../../reads/choice-tokens.ts';
import type { World } from '../../world.ts';
import type { Drawn } from './decide.ts';

/** The list's head: what it was made from and the sentence over it. */
export const headOf = ({ decision, ordered, policy }: Drawn, ledgerAt: string | null): RankingOfList => ({
  decisionId: decision.decisionId,
  ledgerVersion: decision.ledgerVersion,
  ledgerAt,
  policyVersion: decision.policyVersion,
  dayKeyHash: decision.dayKeyHash,
  drawnOn: decision.drawnOn,
  unitRupiah: decision.unitRupiah,
  sentence: listSentence(policy.windowDays),
  above: decision.above,
  below: decision.below,
  line: ordered.line,
});

const noStanding = { recentSalesRupiah: 0, exposure: 0 };

/** A stretch of a drawn list, those below the line included; `to` is not in it. */
export const ranksOf = (drawn: Drawn, from = 0, to = Number.POSITIVE_INFINITY): RankInList[] => {
  const { ordered, policy, input, ledger } = drawn;
  const lines = priceLines(input.offers, policy.tolerancePercent);
  const priceOf = (offer: (typeof input.offers)[number]) => {
    const { medianRupiah, lineRupiah } = lines.of(offer);
    return { medianRupiah, lineRupiah };
  };
  const above = ordered.above.slice(from, to).map((here): RankInList => {
    const { rank, decidedBy, recentSalesRupiah, exposure, offer } = here;
    const sentence = sentenceAbove(here, { owners: ordered.above.length, windowDays: policy.windowDays });
    const ids = { productId: offer.offerId, ownerId: offer.ownerId };
    const why = { above: true, sentence, decidedBy, reasons: [], otherProductIds: [...here.otherOfferIds] };
    return { ...ids, rank, ...why, recentSalesRupiah, exposure, ...priceOf(offer) };
  });
  const skipped = ordered.above.length;
  const below = ordered.below.slice(Math.max(0, from - skipped), Math.max(0, to - skipped)).map((here): RankInList => {
    const { rank, failures, offer } = here;
    const sentence = sentenceBelow(failures[0]);
    const { recentSalesRupiah, exposure } = ledger.owners.get(offer.ownerId) ?? noStanding;
    const ids = { productId: offer.offerId, ownerId: offer.ownerId };
    const reasons = failures.map((failure) => ({ ...failure }));
    const why = { above: false, sentence, decidedBy: null, reasons, otherProductIds: [] };
    return { ...ids, rank, ...why, recentSalesRupiah, exposure, ...priceOf(offer) };
  });
  return [...above, ...below];
};

/** A rank with its card, and the token by which an order says that it was chosen here. */
export const fairCard = (world: World, { rows, decision }: Drawn, here: RankInList): FairCard => {
  const row = rows.get(here.productId);
  if (!row) throw new Error(`offer ${here.productId} is in a list and not in its offers`);
  const { decisionId, drawnOn } = decision;
  const below = here.above ? null : (here.reasons[0]?.reason ?? null);
  const choice = {
    decisionId,
    rank: here.rank,
    below,
    referenceRupiah: here.medianRupiah,
    drawnOn,
    offered: offeredAs(row.card),
  };
  return { ...row.card, ranking: here, choice: choiceTokenOf(world, choice, here.productId) };
};
