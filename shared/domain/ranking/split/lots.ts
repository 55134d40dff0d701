/** One owner who may take lots of an order. `recentSalesRupiah` is V before the order; of fewer than `minUnits` it takes none. */
export type SplitCandidate = { ownerId: string; recentSalesRupiah: number; capacityUnits: number; minUnits?: number };

/** One lot and who takes it, with the recent sales that decided it. */
export type Lot = { lot: number; ownerId: string; units: number; recentSalesBefore: number; recentSalesAfter: number };

export type SplitShare = { ownerId: string; units: number; lots: readonly number[] };

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
export const giveOut = (
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

export const sharesOf = (lots: readonly Lot[]): SplitShare[] => {
  const shares = new Map<string, { ownerId: string; units: number; lots: number[] }>();
  for (const { lot, ownerId, units } of lots) {
    const share = shares.get(ownerId) ?? { ownerId, units: 0, lots: [] };
    share.units += units;
    share.lots.push(lot);
    shares.set(ownerId, share);
  }
  return [...shares.values()];
};
