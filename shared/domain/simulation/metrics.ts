import { measuresOf } from '../equity/measures/ascending-pass.ts';
import type { Year } from './serving/scene.ts';

/** The row of one policy in one year (EQUITY.md §3). Shares are 0 to 1. */
export type YearMetrics = {
  gini: number;
  neverSold: number;
  /** Of the owners who stood above the line at least once; null where there is no line. */
  eligibleNeverSold: number | null;
  /** Mean over units bought of price / median price. */
  relativePrice: number;
  /** Mean rating the goods delivered deserve, over deliveries. */
  rating: number;
  unmet: number;
};

export const turnoversOf = (year: Year): number[] =>
  year.stalls.map((stall) => stall.turnoverRupiah + stall.hiddenRupiah);

export const metricsOf = (year: Year): YearMetrics => {
  const turnovers = turnoversOf(year);
  const eligible = year.stalls.filter((stall) => stall.passes > 0);
  const unsold = eligible.filter((stall) => stall.turnoverRupiah + stall.hiddenRupiah === 0).length;
  return {
    gini: measuresOf(turnovers).gini.value ?? 0,
    neverSold: turnovers.filter((turnover) => turnover === 0).length / turnovers.length,
    eligibleNeverSold: eligible.length === 0 ? null : unsold / eligible.length,
    relativePrice: year.relativePrice / year.units,
    rating: year.ratingSum / year.deliveries,
    unmet: year.unmet / year.requests,
  };
};
