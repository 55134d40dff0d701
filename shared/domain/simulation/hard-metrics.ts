import { DAY_MS, later } from '../basics/month.ts';
import { ninetyFifth } from '../equity/attainable/waits.ts';
import { measuresOf } from '../equity/measures/ascending-pass.ts';
import { turnoversOf } from './metrics.ts';
import type { Year } from './serving/scene.ts';

/** What a hard year came to. Days are of 24 hours. */
export type HardMetrics = {
  gini: number;
  /** Mean over categories of the Gini inside each: what an order of offers can do something about. */
  insideGini: number;
  neverSold: number;
  /** Longest wait between sales of the 95th of a hundred owners who stood above a line, and no shorter for five. */
  silenceDays: number | null;
  /** The same in requests of its category that went to others meanwhile. */
  silenceRequests: number | null;
  /**
   * Days from its first day to its first sale, of the 95th of a hundred entrants who stood above a line; who has not sold
   * by the end has waited until then.
   */
  firstSaleDays: number | null;
  /** What the mean delivery was worth to its buyer, as a price: 1.02 is worth what a price 2% lower would be. */
  worth: number;
  unmet: number;
};

/** How many requests of its category came while each of these waited longest. */
const requestsWaited = ({ market }: Year, stalls: Year['stalls']): number[] => {
  const asked = market.medianPrices.map((_, category) =>
    market.requests.flatMap((request) => (request.category === category ? [request.at] : [])),
  );
  return stalls.map(({ owner, longestSince, longestWaitMs }) => {
    const until = later(longestSince, longestWaitMs);
    return (asked[owner.category] ?? []).filter((at) => at > longestSince && at < until).length;
  });
};

const giniOf = (amounts: readonly number[]): number => measuresOf(amounts).gini.value ?? 0;

export const hardMetricsOf = (year: Year): HardMetrics => {
  const turnovers = turnoversOf(year);
  const inside = year.market.medianPrices.map((_, category) =>
    giniOf(turnovers.filter((__, index) => year.stalls[index]?.owner.category === category)),
  );
  const ends = Date.parse(year.market.requests.at(-1)?.at ?? '');
  const eligible = year.stalls.filter(({ passes }) => passes > 0);
  const entrants = eligible.flatMap(({ owner: { joinsAt }, firstSale }) =>
    joinsAt === undefined ? [] : [(firstSale === undefined ? ends : Date.parse(firstSale)) - Date.parse(joinsAt)],
  );
  const waits = eligible.map(({ longestWaitMs }) => longestWaitMs);
  const days = (milliseconds: number | null) => (milliseconds === null ? null : milliseconds / DAY_MS);
  return {
    gini: giniOf(turnovers),
    insideGini: inside.reduce((sum, gini) => sum + gini, 0) / inside.length,
    neverSold: turnovers.filter((turnover) => turnover === 0).length / turnovers.length,
    silenceDays: days(ninetyFifth(waits)),
    silenceRequests: ninetyFifth(requestsWaited(year, eligible)),
    firstSaleDays: days(ninetyFifth(entrants)),
    // Four units of worth are one of ln price (`worthOf`).
    worth: Math.exp(year.worth / year.deliveries / 4),
    unmet: year.unmet / year.requests,
  };
};

/** What fairness costs buyers, as a share of the price: what popularity's mean delivery was worth over ours, less one. */
export const priceOfFairness = (popularity: HardMetrics, ours: HardMetrics): number =>
  popularity.worth / ours.worth - 1;
