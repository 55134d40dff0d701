import { giveOut, type Lot, type SplitCandidate, sharesOf } from './lots.ts';

/**
 * Gives out lots so that every share can be ordered: who takes a lot takes its minimum with it. Unit by unit nobody's
 * first unit is its minimum, so whoever ends below it is left out, the one furthest below first, and all is given again.
 */
export const giveOutOrderable = (
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
