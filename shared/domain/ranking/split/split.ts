import { medianOf } from '../rule/price-line.ts';
import { rankOffers } from '../rule/rank-offers.ts';
import type { RankedOffer, RankedOffers, RankingInput } from '../rule/ranking.ts';

/** One owner who may take lots of an order. `recentSalesRupiah` is V before the order; of fewer than `minUnits` it takes none. */
export type SplitCandidate = { ownerId: string; recentSalesRupiah: number; capacityUnits: number; minUnits?: number };

/** One lot and who takes it, with the recent sales that decided it. */
type Lot = { lot: number; ownerId: string; units: number; recentSalesBefore: number; recentSalesAfter: number };

type SplitShare = { ownerId: string; units: number; lots: readonly number[] };

/** A split that serves the whole order. `lots` in the order they were given out. */
export type SplitPlan = { lots: readonly Lot[]; shares: readonly SplitShare[] };

/** No equal lots for at most K owners serve the order; says how much could be served. */
export class SplitNotPossible extends Error {
  readonly quantity: number;
  readonly servableUnits: number;
  constructor(quantity: number, servableUnits: number) {
    super(`no split serves ${quantity} units: the suppliers allowed can deliver ${servableUnits}`);
    this.name = 'SplitNotPossible';
    this.quantity = quantity;
    this.servableUnits = servableUnits;
  }
}

/** Units of each lot: equal, and when the quantity does not divide, the first ones have one unit more. */
export const lotSizes = (quantity: number, lots: number): number[] => {
  const size = Math.floor(quantity / lots);
  const larger = quantity % lots;
  return Array.from({ length: lots }, (_, index) => (index < larger ? size + 1 : size));
};

/**
 * Into how many lots an order of a value is cut: one below `splitFromUnits` · u, else one for each u begun, at most K.
 */
export const lotsFor = (
  valueRupiah: number,
  unitRupiah: number,
  splitFromUnits: number,
  maxSuppliers: number,
): number =>
  valueRupiah < splitFromUnits * unitRupiah
    ? 1
    : Math.max(1, Math.min(maxSuppliers, Math.ceil(valueRupiah / unitRupiah)));

/**
 * Each lot to the candidate with the least V that still has capacity for it; then V += lot, capacity −= lot. A lot is
 * worth units · `referencePriceRupiah` for everybody (the median price), so that equal lots are equal steps and a dear
 * supplier does not count as poorer. Candidates in list order: the earlier one wins a tie.
 *
 * Null when some lot finds nobody.
 */
const giveOut = (
  sizes: readonly number[],
  candidates: readonly SplitCandidate[],
  referencePriceRupiah: number,
): Lot[] | null => {
  const sales = Float64Array.from(candidates, (candidate) => candidate.recentSalesRupiah);
  const capacity = Float64Array.from(candidates, (candidate) => candidate.capacityUnits);
  const lots: Lot[] = [];
  for (const [index, units] of sizes.entries()) {
    let least = -1;
    for (let i = 0; i < sales.length; i++)
      if ((capacity[i] as number) >= units && (least < 0 || (sales[i] as number) < (sales[least] as number))) least = i;
    const taker = candidates[least];
    if (!taker) return null;
    const recentSalesBefore = sales[least] as number;
    const recentSalesAfter = recentSalesBefore + units * referencePriceRupiah;
    sales[least] = recentSalesAfter;
    capacity[least] = (capacity[least] as number) - units;
    lots.push({ lot: index + 1, ownerId: taker.ownerId, units, recentSalesBefore, recentSalesAfter });
  }
  return lots;
};

const sharesOf = (lots: readonly Lot[]): SplitShare[] => {
  const shares = new Map<string, { ownerId: string; units: number; lots: number[] }>();
  for (const { lot, ownerId, units } of lots) {
    const share = shares.get(ownerId) ?? { ownerId, units: 0, lots: [] };
    share.units += units;
    share.lots.push(lot);
    shares.set(ownerId, share);
  }
  return [...shares.values()];
};

export type SplitInput = {
  quantity: number;
  /** Wanted number of lots, at most `maxSuppliers`. */
  lots: number;
  maxSuppliers: number;
  /** What one unit counts as recent sales: the median price of the line. */
  referencePriceRupiah: number;
  /** Eligible owners, one entry each, in list order; capacity at least one lot (the gate with `request.lots`). */
  candidates: readonly SplitCandidate[];
};

/**
 * Gives out lots so that every share can be ordered: who takes a lot takes its minimum with it. Unit by unit nobody's
 * first unit is its minimum, so whoever ends below it is left out, the one furthest below first, and all is given again.
 */
const giveOutOrderable = (
  sizes: readonly number[],
  able: readonly SplitCandidate[],
  referencePriceRupiah: number,
): Lot[] | null => {
  const least = sizes.at(-1) ?? 0;
  const unitByUnit = least === 1 && sizes.length > 1;
  let candidates = unitByUnit ? able : able.filter(({ minUnits = 1 }) => minUnits <= least);
  for (;;) {
    const lots = giveOut(sizes, candidates, referencePriceRupiah);
    if (!lots) return null;
    const units = new Map(sharesOf(lots).map((share) => [share.ownerId, share.units]));
    const short = ({ ownerId, minUnits = 1 }: SplitCandidate) =>
      units.has(ownerId) ? minUnits - (units.get(ownerId) ?? 0) : 0;
    const [worst] = [...candidates].sort((a, b) => short(b) - short(a));
    if (!worst || short(worst) <= 0) return lots;
    candidates = candidates.filter((one) => one !== worst);
  }
};

/**
 * EQUITY.md §3 (b). Tries the wanted number of equal lots, then more up to K, then fewer; when fewer than K owners are
 * eligible at all, unit by unit.
 *
 * **What is proved** (and tested against brute force). Let L lots be equal and V' the recent sales after the split, sorted
 * ascending. For every other way to give the L lots to eligible owners within their capacity, every prefix sum of our
 * V' is at least the other's: our split is the least majorized one, so it has the lowest Gini, Theil, … of all.
 * Why: the ways to give out are {x : Σx = L, 0 ≤ xᵢ ≤ cᵢ}; for any convex f the cost Σ f(Vᵢ + ℓxᵢ) is separable convex,
 * the greedy step picks the least marginal cost for all f at once, and a sum minimal for all convex f is majorization.
 * K never cuts into that set: L ≤ K lots have at most K takers, and more than K lots are only tried when fewer than K
 * owners exist. (With K and capacities binding together no split dominates all others; the tests keep an example.)
 *
 * When L does not divide the quantity Q, lots differ by one unit; then each prefix sum is at most Q mod L unit prices
 * below any other split's, as long as no capacity binds.
 * @throws SplitNotPossible
 */
export const splitOrder = ({
  quantity,
  lots,
  maxSuppliers,
  referencePriceRupiah,
  candidates,
}: SplitInput): SplitPlan => {
  const wanted = Math.max(1, Math.min(lots, maxSuppliers, quantity));
  const most = Math.min(maxSuppliers, quantity);
  // Only who can take the smallest lot that may be tried counts: then K such owners can always take one each.
  const able = candidates.filter((candidate) => candidate.capacityUnits >= Math.ceil(quantity / most));
  const counts = [wanted];
  for (let more = wanted + 1; more <= most; more++) counts.push(more);
  for (let fewer = wanted - 1; fewer >= 1; fewer--) counts.push(fewer);
  if (able.length <= maxSuppliers && quantity > most) counts.push(quantity);
  // More than all of them can deliver is not given out unit by unit to find that out.
  const deliverable = able.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0);
  for (const count of deliverable < quantity ? [] : counts) {
    const given = giveOutOrderable(lotSizes(quantity, count), able, referencePriceRupiah);
    if (given) return { lots: given, shares: sharesOf(given) };
  }
  const capacities = able.map((candidate) => candidate.capacityUnits).sort((a, b) => b - a);
  throw new SplitNotPossible(
    quantity,
    capacities.slice(0, maxSuppliers).reduce((sum, units) => sum + units, 0),
  );
};

/** A proposal to a buyer: who delivers how much, at whose price, and why, in one sentence each. Every share can be ordered. */
export type SplitProposal = {
  ordered: RankedOffers;
  plan: SplitPlan;
  suppliers: readonly {
    ranked: RankedOffer;
    units: number;
    valueRupiah: number;
    sentence: string;
  }[];
};

/** What one unit counts as for everybody: the middle of the prices above the line. */
export const middlePrice = ({ above }: Pick<RankedOffers, 'above'>): number =>
  medianOf(above.map(({ offer }) => offer.priceRupiah)) ?? 0;

type Sold = ReadonlyMap<string, number>;

/**
 * The whole of §3 (b) for one request: gate with a lot's capacity, order, split. The order stays one package: legal
 * limits are tested on the total, by the caller. Who `sold` since the list's figures were found (`soldSince`, in rupiah) has
 * that much more already, or the same few would be given every order until there are new ones.
 * @throws SplitNotPossible
 */
export const proposeSplit = (input: RankingInput, lots?: number, sold: Sold = new Map()): SplitProposal => {
  const { quantity } = input.request;
  const { maxSuppliers, splitFromUnits } = input.policy;
  // The gate takes the smallest lot that may be needed, so that nobody able to deliver a share is left out.
  const most = Math.max(1, Math.min(maxSuppliers, quantity));
  const ordered = rankOffers({ ...input, request: { ...input.request, lots: most } });
  const referencePriceRupiah = middlePrice(ordered);
  const wanted = lots ?? lotsFor(quantity * referencePriceRupiah, input.unitRupiah, splitFromUnits, maxSuppliers);
  const candidates = ordered.above.map(({ offer: { ownerId, capacityUnits, minUnits = 1 }, recentSalesRupiah }) => ({
    ownerId,
    recentSalesRupiah: recentSalesRupiah + (sold.get(ownerId) ?? 0),
    capacityUnits,
    minUnits,
  }));
  const plan = splitOrder({ quantity, lots: wanted, maxSuppliers, referencePriceRupiah, candidates });
  const byOwner = new Map(ordered.above.map((ranked) => [ranked.offer.ownerId, ranked]));
  const suppliers = plan.shares.map(({ ownerId, units, lots: taken }) => {
    const ranked = byOwner.get(ownerId) as RankedOffer;
    const share =
      units === quantity
        ? `semua ${units}`
        : `${units} dari ${quantity} (${taken.length} dari ${plan.lots.length} bagian)`;
    const sentence =
      `Mendapat ${share} karena pesanan ${input.policy.windowDays} hari ` +
      `terakhirnya paling sedikit di antara yang mampu${units === quantity ? '' : ' saat bagian itu dibagikan'}.`;
    return { ranked, units, valueRupiah: units * ranked.offer.priceRupiah, sentence };
  });
  return { ordered, plan, suppliers };
};
