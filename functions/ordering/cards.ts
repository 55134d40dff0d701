import type { FairCard, OrderingOfList, PlaceInList } from '../../shared/contract/ordering.ts';
import { boundTo, writeMark } from '../../shared/domain/ordering/choice.ts';
import { priceLines } from '../../shared/domain/ordering/price-line.ts';
import { listSentence } from '../../shared/domain/ordering/sentence.ts';
import type { World } from '../world.ts';
import type { Drawn } from './decide.ts';
import type { OfferRow } from './offers.ts';

/** The list's head: what it was made from and the sentence over it. */
export const headOf = ({ decision, ordered, policy }: Drawn, ledgerAt: string | null): OrderingOfList => ({
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

/** Every place of a drawn list, from the first down, those below the line included. */
export const placesOf = (world: World, { decision, ordered, policy, input, ledger }: Drawn): PlaceInList[] => {
  const lines = priceLines(input.offers, policy.tolerancePercent, input.ceilingRupiah ?? null);
  const { decisionId, drawnOn } = decision;
  const mark = (place: number, productId: string, below: string | null, referenceRupiah: number | null) =>
    world.cursorSealer.seal(
      writeMark({ decisionId, place, below, referenceRupiah, drawnOn }),
      boundTo(productId),
    );
  const above = ordered.above.map((here): PlaceInList => {
    const line = lines.of(here.offer);
    return {
      productId: here.offer.offerId,
      ownerId: here.offer.ownerId,
      place: here.place,
      above: true,
      sentence: here.sentence,
      decidedBy: here.decidedBy,
      reasons: [],
      otherProductIds: [...here.otherOfferIds],
      standingRupiah: here.standingRupiah,
      exposure: here.exposure,
      medianRupiah: line.medianRupiah,
      lineRupiah: line.lineRupiah,
      get choice() {
        return mark(here.place, here.offer.offerId, null, line.medianRupiah);
      },
    };
  });
  const below = ordered.below.map((here): PlaceInList => {
    const line = lines.of(here.offer);
    const { standingRupiah, exposure } = ledger.standings.get(here.offer.ownerId) ?? noStanding;
    return {
      productId: here.offer.offerId,
      ownerId: here.offer.ownerId,
      place: here.place,
      above: false,
      sentence: here.sentence,
      decidedBy: null,
      reasons: here.failures.map((failure) => ({ ...failure })),
      otherProductIds: [],
      standingRupiah,
      exposure,
      medianRupiah: line.medianRupiah,
      lineRupiah: line.lineRupiah,
      get choice() {
        return mark(here.place, here.offer.offerId, here.failures[0].reason, line.medianRupiah);
      },
    };
  });
  return [...above, ...below];
};

export const fairCard = (rows: ReadonlyMap<string, OfferRow>, place: PlaceInList): FairCard => {
  const row = rows.get(place.productId);
  if (!row) throw new Error(`offer ${place.productId} is in a list and not in its offers`);
  return { ...row.card, ordering: place };
};
