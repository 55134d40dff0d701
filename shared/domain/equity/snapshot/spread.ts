import { decompose } from '../measures/decompose.ts';
import { exactly, type Measure } from '../measures/fraction.ts';
import type { Measures } from '../measures/measures.ts';
import type { Between, Figure, Spread } from './cell.ts';

/** Values are published to 1e-9: the same on every processor. Fractions are exact and need no rounding. */
export const published = (value: number): number => Math.round(value * 1e9) / 1e9;

export const figure = (measure: Measure): Figure =>
  measure.value === null
    ? { value: null, reason: measure.reason }
    : { value: published(measure.value), ...(measure.exact ? { exact: measure.exact } : {}) };

/**
 * The Gini without k of those who sold nothing, from that of all n: (G·n − k) / (n − k). Each left out was at the front
 * of the line, so all others move up by k and what is left of the sum of ranked amounts is A − k·S.
 */
const withoutUnsold = ({ gini, merchants }: Measures, k: number): Measure => {
  if (gini.value === null || !gini.exact || k === 0) return gini;
  const [n, left] = [BigInt(merchants), BigInt(merchants - k)];
  const [numerator, denominator] = [BigInt(gini.exact.numerator), BigInt(gini.exact.denominator)];
  return exactly(numerator * n - BigInt(k) * denominator, denominator * left);
};

/** The measures a snapshot publishes; `withoutOffer` of those who sold nothing took no part. */
export const spreadOf = (measures: Measures, withoutOffer: number): Spread => ({
  gini: figure(measures.gini),
  giniOffering: figure(withoutUnsold(measures, withoutOffer)),
  giniSellers: figure(measures.giniSellers),
  giniFloor: figure(measures.giniFloor),
  hoover: figure(measures.hoover),
  theil: figure(measures.theil),
  topTenPercentShare: figure(measures.topTenPercentShare),
  bottomFortyPercentShare: figure(measures.bottomFortyPercentShare),
  topTenMerchantsShare: figure(measures.topTenMerchantsShare),
  palma: figure(measures.palma),
  p25: figure(measures.p25),
  median: figure(measures.median),
  p75: figure(measures.p75),
  lorenz: measures.lorenz.value === null ? [] : measures.lorenz.value.map(published),
});

/** Within and between of the groups of a place. Fractions over many groups have thousands of digits: not published. */
export const betweenOf = (groups: readonly { name: string; measures: Measures }[]): Between => {
  const { within, between, betweenShare } = decompose(groups).theil;
  const rounded = (measure: Measure): Figure => {
    const { exact: _long, ...rest } = figure(measure);
    return rest;
  };
  return { within: rounded(within), between: rounded(between), betweenShare: rounded(betweenShare) };
};
