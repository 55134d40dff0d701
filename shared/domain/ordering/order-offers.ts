import { drawOf } from './day-key.ts';
import { type Failure, failuresOf } from './gate.ts';
import type { OrderingPolicy } from './policy.ts';
import { type PriceLine, priceLines } from './price-line.ts';
import { AmountNotWhole, type Ledger, type Offer, type OrderingRequest } from './request.ts';
import { sentenceAbove, sentenceBelow } from './sentence.ts';

/** All that decides an order of offers. Equal inputs give equal lists, whatever the order of `offers`. */
export type OrderingInput = {
  request: OrderingRequest;
  offers: readonly Offer[];
  ledger: Ledger;
  policy: OrderingPolicy;
  /** u of the category in rupiah (`unitFor`). */
  unitRupiah: number;
  /** The day's key (`dayKey`), for ties. */
  dayKey: string;
  /** The official ceiling per unit, where there is one. */
  ceilingRupiah?: number | null;
};

/** What set an offer apart from the one above it. */
export type DecidedBy = 'first' | 'standing_step' | 'exposure' | 'price' | 'standing' | 'draw';

export type PlacedOffer = {
  place: number;
  offer: Offer;
  /** The owner's other offers that passed; the cheapest stands for all. */
  otherOfferIds: readonly string[];
  /** ⌊V/u⌋: how many usual orders the owner already had. */
  step: number;
  standingRupiah: number;
  exposure: number;
  decidedBy: DecidedBy;
  /** Why it is there, in one Indonesian sentence. */
  sentence: string;
};

export type BelowOffer = {
  place: number;
  offer: Offer;
  /** All that keeps it below the line; the first is the one shown. */
  failures: readonly [Failure, ...Failure[]];
  sentence: string;
};

export type OrderedOffers = {
  line: PriceLine;
  unitRupiah: number;
  /** Offers that passed, one per owner, fairest first. */
  above: readonly PlacedOffer[];
  /** Offers that failed, by price, each with its reason. Places count on from `above`. */
  below: readonly BelowOffer[];
};

/** Sort keys lie flat in one object of one shape: sorting 50,000 of them is most of the work. */
type Candidate = {
  step: number;
  exposure: number;
  price: number;
  standing: number;
  draw: string;
  offer: Offer;
  /** Ids of the owner's other passing offers; made when there is a second one. */
  others: string[] | null;
};

const noOthers: readonly string[] = [];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPrice = (a: Offer, b: Offer): number => a.priceRupiah - b.priceRupiah || byText(a.offerId, b.offerId);

/**
 * "Urut Merata", EQUITY.md §3 (a): offers that pass the gate, one per owner (the cheapest, then the id), ascending by
 * (⌊V/u⌋, X, price, V, HMAC(day key, owner)); below them the others by price, each with its reason.
 *
 * Proved by property tests: every offer above the line costs at most P; with all else equal, less V never ranks an owner
 * lower, nor does a lower price of an offer that passes (or fails by its price alone). The draw is only computed for owners equal in all four numbers.
 * @throws AmountNotWhole when a price, V, X or u is not a whole safe number
 */
export const orderOffers = (input: OrderingInput): OrderedOffers => {
  const { request, offers, ledger, policy, unitRupiah } = input;
  if (!Number.isSafeInteger(unitRupiah) || unitRupiah < 1) throw new AmountNotWhole('unit', unitRupiah);
  const lines = priceLines(offers, policy.tolerancePercent, input.ceilingRupiah ?? null);
  const byOwner = new Map<string, Candidate>();
  const failed: { offer: Offer; failures: readonly Failure[] }[] = [];
  for (const offer of offers) {
    if (!Number.isSafeInteger(offer.priceRupiah) || offer.priceRupiah < 0)
      throw new AmountNotWhole('price', offer.priceRupiah);
    const failures = failuresOf(offer, request, lines.of(offer), policy);
    if (failures.length > 0) failed.push({ offer, failures });
    else represent(byOwner, offer, ledger, unitRupiah);
  }
  const ranked = [...byOwner.values()].sort((a, b) => compare(a, b, input.dayKey));
  failed.sort((a, b) => byPrice(a.offer, b.offer));
  return {
    line: lines.whole,
    unitRupiah,
    above: ranked.map((candidate, index) =>
      placed(candidate, decidedBy(candidate, ranked[index - 1]), index + 1, ranked.length, policy.windowDays),
    ),
    below: failed.map(({ offer, failures }, index) => refused(offer, failures, ranked.length + index + 1)),
  };
};

/** Keeps the cheapest passing offer of an owner, and remembers the ids of the others. */
const represent = (byOwner: Map<string, Candidate>, offer: Offer, ledger: Ledger, unitRupiah: number): void => {
  const known = byOwner.get(offer.ownerId);
  if (known) {
    const better = byPrice(offer, known.offer) < 0;
    known.others ??= [];
    known.others.push(better ? known.offer.offerId : offer.offerId);
    if (!better) return;
    known.offer = offer;
    known.price = offer.priceRupiah;
    return;
  }
  const { standingRupiah, exposure } = ledger.standings.get(offer.ownerId) ?? nothingYet;
  if (!Number.isSafeInteger(standingRupiah) || standingRupiah < 0) throw new AmountNotWhole('standing', standingRupiah);
  if (!Number.isSafeInteger(exposure) || exposure < 0) throw new AmountNotWhole('exposure', exposure);
  const step = Math.floor(standingRupiah / unitRupiah);
  byOwner.set(offer.ownerId, {
    step,
    exposure,
    price: offer.priceRupiah,
    standing: standingRupiah,
    draw: '',
    offer,
    others: null,
  });
};

const nothingYet = { standingRupiah: 0, exposure: 0 };

const compare = (a: Candidate, b: Candidate, key: string): number =>
  a.step - b.step ||
  a.exposure - b.exposure ||
  a.price - b.price ||
  a.standing - b.standing ||
  byText(drawFor(a, key), drawFor(b, key));

const drawFor = (candidate: Candidate, key: string): string => {
  candidate.draw ||= drawOf(key, candidate.offer.ownerId);
  return candidate.draw;
};

const decidedBy = (here: Candidate, above: Candidate | undefined): DecidedBy => {
  if (!above) return 'first';
  if (here.step !== above.step) return 'standing_step';
  if (here.exposure !== above.exposure) return 'exposure';
  if (here.price !== above.price) return 'price';
  return here.standing !== above.standing ? 'standing' : 'draw';
};

const placed = (
  { offer, others, step, standing, exposure }: Candidate,
  decided: DecidedBy,
  place: number,
  owners: number,
  windowDays: number,
): PlacedOffer => ({
  place,
  offer,
  otherOfferIds: others?.sort(byText) ?? noOthers,
  step,
  standingRupiah: standing,
  exposure,
  decidedBy: decided,
  sentence: sentenceAbove(decided, {
    place,
    owners,
    standingRupiah: standing,
    priceRupiah: offer.priceRupiah,
    windowDays,
  }),
});

const refused = (offer: Offer, failures: readonly Failure[], place: number): BelowOffer => {
  const all = failures as readonly [Failure, ...Failure[]];
  return { place, offer, failures: all, sentence: sentenceBelow(all[0]) };
};
