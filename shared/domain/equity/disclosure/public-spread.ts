import type { Cell, Figure, Spread } from '../snapshot/snapshot.ts';

/** A quartile is one merchant's own amount, and exact figures of a few sellers are an equation for each: too few for them. */
const LEAST_SELLERS = 10;
const FEW: Figure = { value: null, reason: 'small_cell' };

/** Ten on top leave the rest: of fewer than ten the share would tell what the smallest sold. */
const LEAST_FOR_TOP_TEN = 20;
/** Merchants between two points of a curve, at least: fewer would be a sum over those few. */
const LEAST_BETWEEN_POINTS = 10;
const STEPS = 20;
/** Which of the 21 points of a public curve are the curve's own: as many as have so many merchants between them. */
export const curvePoints = (merchants: number): number[] => {
  const step = Math.max(1, Math.ceil((LEAST_BETWEEN_POINTS * STEPS) / Math.max(1, merchants)));
  const inner = Array.from({ length: STEPS }, (_, at) => at).filter((at) => at % step === 0 && STEPS - at >= step);
  return [...new Set([0, ...inner, STEPS])];
};
/** Is a curve a coarser one, which cannot say what the tenth part has? Of fewer than a hundred merchants in public. */
export const isCoarse = ({ lorenz, topTenPercentShare }: Spread): boolean =>
  lorenz.length === 0 || topTenPercentShare.reason === 'small_cell';

/** The curve of its own points; the others lie straight between those. */
const publicLorenz = (lorenz: readonly number[], merchants: number): number[] => {
  const points = curvePoints(merchants);
  if (points.length > STEPS || lorenz.length === 0) return [...lorenz];
  return lorenz.map((_, at) => {
    const next = points.find((point) => point >= at) ?? STEPS;
    const before = points.findLast((point) => point <= at) ?? 0;
    const [from, to] = [lorenz[before] ?? 0, lorenz[next] ?? 1];
    const between = next === before ? from : from + ((to - from) * (at - before)) / (next - before);
    return Math.round(between * 1000) / 1000;
  });
};

const inHundredths = ({ value, reason }: Figure): Figure =>
  value === null ? { value, ...(reason ? { reason } : {}) } : { value: Math.round(value * 100) / 100 };
/** Of a few sellers only how uneven they are, roughly: with the sum, finer figures would tell each of them. */
const roughSpread = (spread: Spread): Spread => ({
  gini: inHundredths(spread.gini),
  giniOffering: inHundredths(spread.giniOffering),
  ...{ giniSellers: FEW, giniFloor: inHundredths(spread.giniFloor), hoover: FEW, theil: FEW, palma: FEW },
  ...{ topTenPercentShare: FEW, bottomFortyPercentShare: FEW, topTenMerchantsShare: FEW },
  ...{ p25: FEW, median: FEW, p75: FEW, lorenz: [] },
});
/** A share of the top q is told of 10/q merchants or more. */
export const publicSpread = (spread: Spread, { merchants, sold }: Cell): Spread => {
  if (sold === 0) return spread;
  if (sold < LEAST_SELLERS) return roughSpread(spread);
  return {
    ...spread,
    ...(merchants < 100 ? { topTenPercentShare: FEW, palma: FEW } : {}),
    ...(merchants < LEAST_FOR_TOP_TEN && spread.topTenMerchantsShare.value !== null
      ? { topTenMerchantsShare: FEW }
      : {}),
    ...(merchants < 25 ? { bottomFortyPercentShare: FEW } : {}),
    lorenz: publicLorenz(spread.lorenz, merchants),
  };
};
