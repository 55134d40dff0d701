import type { Attainable, Reached } from '../attainable/attainable.ts';
import type { Figure } from '../snapshot/cell.ts';
import { LEAST_SELLERS, MOST_TOP_TWO } from './sensitive-sums.ts';

const FEW: Figure = { value: null, reason: 'small_cell' };

/** Of fewer sellers, or owners, nothing of their shape is told: as of a spread (public-spread.ts). */
const LEAST_FOR_SHAPE = 2 * LEAST_SELLERS;

const rounded =
  (steps: number) =>
  ({ value, reason }: Figure): Figure =>
    value === null ? { value, ...(reason ? { reason } : {}) } : { value: Math.round(value * steps) / steps };
const inHundredths = rounded(100);
const whole = rounded(1);
const shownIf = (isSafe: boolean, figure: Figure, round: (figure: Figure) => Figure): Figure =>
  figure.value === null || isSafe ? round(figure) : FEW;

const isSafe = ({ sellers, topTwoShare }: Reached): boolean =>
  sellers >= LEAST_FOR_SHAPE && (topTwoShare ?? 0) < MOST_TOP_TWO;

const publicReached = (reached: Reached): Reached => {
  const { sellers, giniPopularity, giniActual, giniAssigned, giniSplit, closedShare } = reached;
  const shown = (figure: Figure) => shownIf(isSafe(reached), figure, inHundredths);
  return {
    orders: reached.orders,
    owners: reached.owners,
    sellers,
    topTwoShare: null,
    giniPopularity: shown(giniPopularity),
    giniActual: shown(giniActual),
    giniAssigned: shown(giniAssigned),
    giniSplit: shown(giniSplit),
    closedShare: shown(closedShare),
  };
};

/**
 * The attainable as everybody may see it; undefined where the month's turnover is hidden. No sum over shops is in it: ratios in
 * hundredths over twenty sellers or more, whole days and requests, and of rupiah only whether the bound held.
 */
export const publicAttainable = (attainable: Attainable, isHidden: boolean): Attainable | undefined => {
  if (isHidden) return undefined;
  const { total, waiting, newcomers, exposure } = attainable;
  const wait = (owners: number, figure: Figure) => shownIf(owners >= LEAST_FOR_SHAPE, figure, whole);
  return {
    ...attainable,
    total: publicReached(total),
    categories: [],
    envyAssignedRupiah: null,
    envyChosenRupiah: null,
    inputs: null,
    silenceDays: wait(waiting, attainable.silenceDays),
    silenceRequests: wait(waiting, attainable.silenceRequests),
    firstSaleDays: wait(newcomers, attainable.firstSaleDays),
    firstSaleRequests: wait(newcomers, attainable.firstSaleRequests),
    cheapestRatio: shownIf(
      attainable.chosenLines >= LEAST_FOR_SHAPE && isSafe(total),
      attainable.cheapestRatio,
      inHundredths,
    ),
    exposure: exposure.map(({ exposureGini, ...of }) => ({
      ...of,
      exposureGini: shownIf(of.owners >= LEAST_FOR_SHAPE, exposureGini, inHundredths),
    })),
  };
};
