import { drawsOf } from './day-key.ts';
import { type Failure, failuresOf } from './gate.ts';
import { numberOwners } from './number-owners.ts';
import type { OrderingPolicy } from './policy.ts';
import { type PriceLine, priceLines } from './price-line.ts';
import { AmountNotWhole, type Ledger, type Offer, type OrderingRequest } from './request.ts';

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
};

/** What set an offer apart from the one above it. */
export type DecidedBy = 'first' | 'standing_step' | 'exposure' | 'price' | 'standing' | 'draw';

export type PlacedOffer = {
  place: number;
  offer: Offer;
  /** The owner's other offers that passed; the cheapest stands for all. */
  otherOfferIds: string[];
  /** ⌊V/u⌋: how many usual orders the owner already had. */
  step: number;
  standingRupiah: number;
  exposure: number;
  decidedBy: DecidedBy;
};

export type BelowOffer = {
  place: number;
  offer: Offer;
  /** All that keeps it below the line; the first is the one shown. */
  failures: readonly [Failure, ...Failure[]];
};

export type OrderedOffers = {
  line: PriceLine;
  unitRupiah: number;
  /** Offers that passed, one per owner, fairest first. */
  above: readonly PlacedOffer[];
  /** Offers that failed, by price, each with its reason. Places count on from `above`. */
  below: readonly BelowOffer[];
};

/** Most owners have one offer that passes: one empty list for all of them. */
const noOthers: string[] = [];
const isFailed = (failures: readonly Failure[]): failures is BelowOffer['failures'] => failures.length > 0;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPrice = (a: Offer, b: Offer): number => a.priceRupiah - b.priceRupiah || byText(a.offerId, b.offerId);

/**
 * "Urut Merata", EQUITY.md §3 (a): offers that pass the gate, one per owner (the cheapest, then the id), ascending by
 * (⌊V/u⌋, X, price, V, HMAC(day key, owner)); below them the others by price, each with its reason.
 *
 * Proved by property tests: every offer above the line costs at most P; with all else equal, less V never ranks an owner
 * lower, nor does a lower price of an offer that passes (or fails by its price alone).
 * @throws AmountNotWhole when a price, V, X or u is not a whole safe number
 */
export const orderOffers = (input: OrderingInput): OrderedOffers => {
  const { request, offers, ledger, policy, unitRupiah } = input;
  if (!Number.isSafeInteger(unitRupiah) || unitRupiah < 1) throw new AmountNotWhole('unit', unitRupiah);
  const numbered = numberOwners(offers);
  const lines = priceLines(offers, policy.tolerancePercent, numbered);
  const byOwner = new Array<PlacedOffer | undefined>(numbered.owners);
  const below: BelowOffer[] = [];
  for (let at = 0; at < offers.length; at++) {
    const offer = offers[at] as Offer;
    if (!Number.isSafeInteger(offer.priceRupiah) || offer.priceRupiah < 0)
      throw new AmountNotWhole('price', offer.priceRupiah);
    const failures = failuresOf(offer, request, lines.of(offer), policy);
    const owner = numbered.owner[at] as number;
    const known = byOwner[owner];
    if (isFailed(failures)) below.push({ place: 0, offer, failures });
    else if (known) represent(known, offer);
    else byOwner[owner] = unplaced(offer, ledger, unitRupiah);
  }
  const above = byOwner.filter((one) => one !== undefined);
  rank(above, drawsOf(input.dayKey));
  below.sort((a, b) => byPrice(a.offer, b.offer));
  for (const [index, here] of above.entries()) {
    here.place = index + 1;
    here.decidedBy = decidedBy(here, above[index - 1]);
    here.otherOfferIds.sort(byText);
  }
  for (const [index, here] of below.entries()) here.place = above.length + index + 1;
  return { line: lines.whole, unitRupiah, above, below };
};

/** Keeps the cheapest passing offer of an owner, and remembers the ids of the others. */
const represent = (known: PlacedOffer, offer: Offer): void => {
  const better = byPrice(offer, known.offer) < 0;
  if (known.otherOfferIds === noOthers) known.otherOfferIds = [];
  known.otherOfferIds.push(better ? known.offer.offerId : offer.offerId);
  if (better) known.offer = offer;
};

/** An owner's offer with what it is sorted by; its place is known when all are. */
const unplaced = (offer: Offer, ledger: Ledger, unitRupiah: number): PlacedOffer => {
  const { standingRupiah, exposure } = ledger.standings.get(offer.ownerId) ?? nothingYet;
  if (!Number.isSafeInteger(standingRupiah) || standingRupiah < 0) throw new AmountNotWhole('standing', standingRupiah);
  if (!Number.isSafeInteger(exposure) || exposure < 0) throw new AmountNotWhole('exposure', exposure);
  const step = Math.floor(standingRupiah / unitRupiah);
  return { place: 0, offer, otherOfferIds: noOthers, step, standingRupiah, exposure, decidedBy: 'first' };
};

const nothingYet = { standingRupiah: 0, exposure: 0 };

const compare = (a: PlacedOffer, b: PlacedOffer): number =>
  a.step - b.step ||
  a.exposure - b.exposure ||
  a.offer.priceRupiah - b.offer.priceRupiah ||
  a.standingRupiah - b.standingRupiah;

/** Sorts by the four numbers, then each run of equals by its draws, which only they need. */
const rank = (placed: PlacedOffer[], drawOf: (ownerId: string) => string): void => {
  placed.sort(compare);
  for (let from = 0, to = 1; from < placed.length; from = to++) {
    const first = placed[from] as PlacedOffer;
    while (to < placed.length && compare(first, placed[to] as PlacedOffer) === 0) to++;
    if (to - from < 2) continue;
    const tied = placed.slice(from, to).map((here) => ({ here, draw: drawOf(here.offer.ownerId) }));
    tied.sort((a, b) => byText(a.draw, b.draw));
    for (const [index, { here }] of tied.entries()) placed[from + index] = here;
  }
};

const decidedBy = (here: PlacedOffer, above: PlacedOffer | undefined): DecidedBy => {
  if (!above) return 'first';
  if (here.step !== above.step) return 'standing_step';
  if (here.exposure !== above.exposure) return 'exposure';
  if (here.offer.priceRupiah !== above.offer.priceRupiah) return 'price';
  return here.standingRupiah !== above.standingRupiah ? 'standing' : 'draw';
};
