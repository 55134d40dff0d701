import type { FairCard, PlaceInList, RankingOfList } from '../../../shared/domain/ranking/list/list.ts';
import { priceLines } from '../../../shared/domain/ranking/rule/price-line.ts';
import { listSentence, sentenceAbove, sentenceBelow } from '../../../shared/domain/ranking/rule/sentence.ts';
import { markOf } from '../../reads/choice-tokens.ts';
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

const noStanding = { standingRupiah: 0, exposure: 0 };

/** A stretch of a drawn list, those below the line included; `to` is not in it. */
export const placesOf = (drawn: Drawn, from = 0, to = Number.POSITIVE_INFINITY): PlaceInList[] => {
  const { ordered, policy, input, ledger } = drawn;
  const lines = priceLines(input.offers, policy.tolerancePercent);
  const priceOf = (offer: (typeof input.offers)[number]) => {
    const { medianRupiah, lineRupiah } = lines.of(offer);
    return { medianRupiah, lineRupiah };
  };
  const above = ordered.above.slice(from, to).map((here): PlaceInList => {
    const { place, decidedBy, standingRupiah, exposure, offer } = here;
    const sentence = sentenceAbove(here, { owners: ordered.above.length, windowDays: policy.windowDays });
    const ids = { productId: offer.offerId, ownerId: offer.ownerId };
    const why = { above: true, sentence, decidedBy, reasons: [], otherProductIds: [...here.otherOfferIds] };
    return { ...ids, place, ...why, standingRupiah, exposure, ...priceOf(offer) };
  });
  const skipped = ordered.above.length;
  const below = ordered.below.slice(Math.max(0, from - skipped), Math.max(0, to - skipped)).map((here): PlaceInList => {
    const { place, failures, offer } = here;
    const sentence = sentenceBelow(failures[0]);
    const { standingRupiah, exposure } = ledger.standings.get(offer.ownerId) ?? noStanding;
    const ids = { productId: offer.offerId, ownerId: offer.ownerId };
    const reasons = failures.map((failure) => ({ ...failure }));
    const why = { above: false, sentence, decidedBy: null, reasons, otherProductIds: [] };
    return { ...ids, place, ...why, standingRupiah, exposure, ...priceOf(offer) };
  });
  return [...above, ...below];
};

/** A place with its card, and the mark by which an order says that it was chosen here. */
export const fairCard = (world: World, { rows, decision }: Drawn, here: PlaceInList): FairCard => {
  const row = rows.get(here.productId);
  if (!row) throw new Error(`offer ${here.productId} is in a list and not in its offers`);
  const { decisionId, drawnOn } = decision;
  const below = here.above ? null : (here.reasons[0]?.reason ?? null);
  const mark = { decisionId, place: here.place, below, referenceRupiah: here.medianRupiah, drawnOn };
  return { ...row.card, ranking: here, choice: markOf(world, mark, here.productId) };
};
