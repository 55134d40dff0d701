import { DAY_MS, later } from '../basics/month.ts';
import { countedRupiah } from '../ranking/ledger/counted-value.ts';
import { exposureAt } from '../ranking/ledger/exposure.ts';
import type { Reference } from '../ranking/ledger/reference-prices.ts';
import { believed } from '../ranking/ledger/sure-orders.ts';
import type { RankingPolicy } from '../ranking/policy/policy.ts';
import type { RankingInput } from '../ranking/rule/ranking.ts';
import type { Offer } from '../ranking/rule/request.ts';
import { lotsFor, proposeSplit, SplitNotPossible } from '../ranking/split/split.ts';
import type { Behaviour } from './behaviour.ts';
import { isGated, listFor, type PolicyName, pickOffer, SEEN, splits, worthOf } from './lists.ts';
import type { Market, SimulatedRequest } from './market.ts';
import { type Basis, endWait, rateByMood, recountSales, type Stall, takeCapacity } from './stall.ts';

/** What is left of a simulated year, for metrics.ts. */
export type Year = {
  market: Market;
  stalls: readonly Stall[];
  requests: number;
  unmet: number;
  /** Units bought, and Σ units · price / median price. */
  units: number;
  relativePrice: number;
  deliveries: number;
  ratingSum: number;
  /** Σ over deliveries of what the goods were worth to their buyers (`worthOf`). */
  worth: number;
};

/** The offers of one category in the course of the year. */
export type Category = {
  index: number;
  stalls: Stall[];
  offers: Offer[];
  figures: Map<string, Stall['figures']>;
  medianPrice: number;
  /** What prices are held against this month, where that is found from prices paid. */
  reference?: Reference | undefined;
  basis: Basis;
  unitRupiah: number;
  recentValues: number[];
  turn: number;
};

export type Scene = {
  year: Year;
  category: Category;
  byOffer: ReadonlyMap<string, Stall>;
  name: PolicyName;
  policy: RankingPolicy;
  behaviour: Behaviour;
  request: SimulatedRequest;
};

/** One request: a list or a split as the policy makes it, and what its buyer gets. */
export const serve = (scene: Scene): void => {
  const { year, category, name, policy, request } = scene;
  year.requests++;
  // What could be reached at best is assigned whatever buyers would do.
  const free = name === 'automatic' && year.market.bound !== true;
  const { quantity, place = FIRST_DISTRICT } = request;
  if (!free && year.market.loyalty?.goesBack(scene, place, (offer) => deliver(scene, offer, quantity))) return;
  const valueRupiah = quantity * category.medianPrice;
  category.recentValues.push(valueRupiah);
  const input: RankingInput = {
    request: { category: String(category.index), quantity, place },
    offers: searched(scene),
    ledger: { version: request.at, owners: ledgerOf(scene) },
    policy,
    unitRupiah: category.unitRupiah,
    dayKey: request.at.slice(0, 10).replaceAll('-', ''),
  };
  const lots = lotsFor(valueRupiah, category.unitRupiah, policy.splitFromUnits, policy.maxSuppliers);
  if (splits(name) && (name === 'automatic' || (lots > 1 && request.takesSplit !== false))) {
    serveSplit(scene, input, lots, free);
    return;
  }
  const source = { stalls: category.stalls, byOffer: scene.byOffer, mix: request.mix, turn: category.turn++ };
  let list = listFor(name, input, source);
  if (isGated(name)) show(scene, list);
  for (let attempt = 0; list.length > 0; attempt++) {
    const offer = pickOffer(list, scene.byOffer, category.medianPrice, (request.pick + attempt * 0.618) % 1);
    if (!offer || deliver(scene, offer, quantity)) return;
    list = list.filter((other) => other.ownerId !== offer.ownerId);
  }
  year.unmet++;
};

const FIRST_DISTRICT = '35.73.01';

/** Where the policy asks for proof, an order counts from its day of delivery on; before, a usual order of who is known. */
const aheadOf = ({ at, daysAhead, unknown }: SimulatedRequest, counted: number, unitRupiah: number) =>
  daysAhead === undefined
    ? {}
    : { countsFrom: later(at, daysAhead * DAY_MS), sureRupiah: unknown ? 0 : believed(counted, unitRupiah) };

/** The category's offers; of a search those of the good first. */
const searched = ({ category, byOffer, request }: Scene): readonly Offer[] =>
  request.good === undefined
    ? category.offers
    : category.offers.map((offer) => ({
        ...offer,
        tier: byOffer.get(offer.offerId)?.owner.good === request.good ? 0 : 1,
      }));

/** What lists are made from: the figures as they are, or of an earlier morning. Who assigns by itself looks at once. */
const ledgerOf = ({ year, category, name }: Scene): RankingInput['ledger']['owners'] =>
  (name === 'automatic' ? undefined : year.market.old?.figures(category)) ?? category.figures;

/** Lots for who has least. Unless `free`, a buyer who takes no split gets one owner, and who searched that good if it can be had. */
const serveSplit = (scene: Scene, given: RankingInput, most: number, free: boolean): void => {
  const refusing = new Set<string>();
  let quantity = given.request.quantity;
  const lots = !free && scene.request.takesSplit === false ? 1 : most;
  let input = lots === 1 && !free ? { ...given, policy: { ...given.policy, maxSuppliers: 1 } } : given;
  if (lots === 1 && !free && scene.request.good !== undefined)
    input = { ...input, offers: input.offers.filter(({ tier }) => tier === 0) };
  const sold = scene.name === 'automatic' ? undefined : scene.year.market.old?.sold(scene.category, scene.request.at);
  // A supplier who refuses or fails leaves its units to a new split among the others.
  while (quantity > 0) {
    const offers = refusing.size === 0 ? input.offers : input.offers.filter((offer) => !refusing.has(offer.ownerId));
    try {
      const proposal = proposeSplit({ ...input, offers, request: { ...input.request, quantity } }, lots, sold);
      if (refusing.size === 0) for (const { offer } of proposal.ordered.above) passed(scene, offer);
      for (const { ranked, units } of proposal.suppliers) {
        if (deliver(scene, ranked.offer, units)) quantity -= units;
        else refusing.add(ranked.offer.ownerId);
      }
    } catch (error) {
      if (!(error instanceof SplitNotPossible)) throw error;
      if (input.offers.length < given.offers.length) {
        input = { ...input, offers: given.offers };
        continue;
      }
      scene.year.unmet++;
      return;
    }
  }
};

const passed = (scene: Scene, offer: Offer): void => {
  const stall = scene.byOffer.get(offer.offerId);
  if (stall) stall.passes++;
};

/** Counts the list above the line, and the exposure of what was on the screen. */
const show = (scene: Scene, list: readonly Offer[]): void => {
  for (const [index, offer] of list.entries()) {
    passed(scene, offer);
    const figures = scene.category.figures.get(offer.ownerId);
    if (figures && index < SEEN) figures.exposure += exposureAt(index + 1);
  }
};

/** An order reaches an owner; false when it is refused or fails. */
const deliver = (scene: Scene, offer: Offer, units: number): boolean => {
  const { year, category, request, behaviour, policy } = scene;
  const stall = scene.byOffer.get(offer.offerId) as Stall;
  const own = stall.offers.find(({ offerId }) => offerId === offer.offerId) as Offer;
  const valueRupiah = units * offer.priceRupiah;
  const answer = behaviour.answer?.(stall, own, valueRupiah, units, category.unitRupiah, request) ?? 'delivers';
  const priced = [[units, offer.priceRupiah, category.reference?.medianRupiah ?? category.medianPrice]] as const;
  const counted = countedRupiah(valueRupiah, priced, policy);
  const entry = {
    orderId: request.at,
    valueRupiah,
    countedRupiah: counted,
    at: request.at,
    ...aheadOf(request, counted, category.unitRupiah),
  };
  if (answer === 'refuses') stall.entries.push({ ...entry, state: 'refused' });
  else if (answer === 'fails')
    stall.entries.push({ ...entry, state: 'cancelled', cancelledAt: request.at, cancelledBy: 'merchant' });
  else if (answer === 'hides') stall.hiddenRupiah += valueRupiah;
  else {
    stall.entries.push({ ...entry, state: 'accepted' });
    stall.paid.push([request.at, offer.priceRupiah]);
    stall.turnoverRupiah += valueRupiah;
    stall.orders++;
  }
  const fails = answer === 'refuses' || answer === 'fails';
  if (!fails) rateByMood(stall, own, request.mood);
  recountSales(stall, request.at, category.unitRupiah, { policy, basis: category.basis });
  if (fails) return false;
  takeCapacity(stall, units);
  endWait(stall, request.at, 'countsFrom' in entry ? entry.countsFrom : request.at);
  stall.firstSale ??= request.at;
  year.market.loyalty?.remember(scene, offer.offerId);
  year.units += units;
  year.relativePrice += (units * offer.priceRupiah) / category.medianPrice;
  year.deliveries++;
  year.ratingSum += stall.owner.rating;
  year.worth += worthOf(stall.owner.quality, offer.priceRupiah / category.medianPrice);
  return true;
};
