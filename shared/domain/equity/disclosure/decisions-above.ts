import type { Suppressed } from '../snapshot/snapshot.ts';

/** A city's decisions with those that were made where it was merged: it may be the second one hidden for another's sake. */
export const withDecisionsAbove = (
  place: string,
  own: Suppressed,
  above: readonly (Pick<Suppressed, 'month'> | undefined)[],
): Suppressed => {
  if (!above.some((one) => one?.month.includes(place))) return own;
  return {
    ...own,
    total: true,
    yearTotal: true,
    prices: true,
    reports: true,
    yearPrices: true,
    yearReports: true,
  };
};
