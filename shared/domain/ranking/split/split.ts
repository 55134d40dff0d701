import { giveOutOrderable } from './give-out-orderable.ts';
import { type Lot, lotSizes, type SplitCandidate, type SplitShare, sharesOf } from './lots.ts';

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
