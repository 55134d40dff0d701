import { provinceOf } from '../../places/region.ts';
import { isSensitiveTotal, unionOf } from './sensitive-sums.ts';
import { type Coded, suppressedParts } from './suppress-parts.ts';

/** What is known of cities before they are merged. */
export type CityDecisions = {
  /** Cities, and above them provinces, that are suppressed already. */
  readonly before: ReadonlySet<string>;
  /** Those that were suppressed in an earlier month: rather the same again than others, for the sake of twelve months. */
  readonly preferred: ReadonlySet<string>;
};

/** The cities of one province: a sensitive one is hidden, and with it a second one, never the province. */
export const suppressedCities = (cities: readonly Coded[], { before, preferred }: CityDecisions): Set<string> =>
  suppressedParts(before, [cities], { preferred, sensitive: isSensitiveTotal });

const byProvince = (cities: readonly Coded[]): Map<string, readonly Coded[]> =>
  Map.groupBy(cities, ({ code }) => provinceOf(code));

/**
 * Provinces and cities that are hidden when all of them make the country. Where a province is hidden, so is every city
 * of it: they add up to it. Undefined where no province would be left to show: while there are one or two, rather the
 * country keeps its sum.
 */
export const suppressedProvinces = (
  cities: readonly Coded[],
  { before, preferred }: CityDecisions,
): Set<string> | undefined => {
  const provinces = [...byProvince(cities)].map(([code, of]) => ({ code, of, ...unionOf(of) }));
  const hidden = suppressedParts(before, [provinces], { preferred, sensitive: isSensitiveTotal });
  if (provinces.filter(({ sold }) => sold > 0).every(({ code }) => hidden.has(code))) return undefined;
  const ofProvince = ({ code, of }: (typeof provinces)[number]) =>
    hidden.has(code) ? of.map((city) => city.code) : [...suppressedCities(of, { before, preferred })];
  return new Set([...hidden, ...provinces.flatMap(ofProvince)]);
};
