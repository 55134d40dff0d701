import { COUNTRY } from '../../places/region.ts';
import type { Content } from '../snapshot/content.ts';
import type { Past } from './past.ts';
import { isSensitiveTotal, unionOf } from './sensitive-sums.ts';
import { type CityDecisions, suppressedCities, suppressedProvinces } from './suppress-cities.ts';
import { type MergeSources, suppressedCells } from './suppressed-cells.ts';

/**
 * Would a merge, less the revision of it that was shown, tell what a hidden city has: one that came or went, or has other
 * figures than before? Those that came or went may be known as a sum where they are safe together.
 */
const revealedByDifference = (
  { cities }: Content,
  { latest, revision }: Past,
  hidden: ReadonlySet<string>,
): boolean => {
  if (!latest || revision?.total !== false) return false;
  const [before, now] = [latest.cities, cities].map((list) => new Map(list.map((city) => [city.code, city])));
  const moved = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])]
    .filter((code) => hidden.has(code))
    .flatMap((code) => {
      const [was, is] = [before?.get(code), now?.get(code)];
      return was?.turnoverRupiah === is?.turnoverRupiah && was?.orders === is?.orders ? [] : [{ was, is }];
    });
  if (moved.some(({ was, is }) => was && is)) return true;
  return isSensitiveTotal(unionOf(moved.flatMap(({ was, is }) => was ?? is ?? [])));
};

/** The cities, and provinces, hidden in a merge. */
type Places = {
  readonly codes: ReadonlySet<string>;
  /** Nothing below can be shown beside the total. */
  readonly hidesWhole: boolean;
};
const suppressedPlaces = ({ place, cities }: Content, past: Past, own: readonly string[]): Places => {
  const decisions: CityDecisions = {
    before: new Set([...own, ...(past.revision?.month ?? [])]),
    preferred: new Set(past.months.flatMap(({ suppressed }) => suppressed.month)),
  };
  if (place !== COUNTRY) return { codes: suppressedCities(cities, decisions), hidesWhole: false };
  const codes = suppressedProvinces(cities, decisions);
  return codes ? { codes, hidesWhole: false } : { codes: decisions.before, hidesWhole: true };
};

type Hidden = { readonly total: boolean; readonly codes: readonly string[] };
const ownCodes = ({ districts, categories, year, cities }: Content, places: ReadonlySet<string>): string[] =>
  [...districts, ...categories, ...year.districts, ...year.categories]
    .map(({ code }) => code)
    .concat(cities.map(({ code }) => code).filter((code) => places.has(code)));
/** The month: whether its whole is hidden, and with it every part, or which parts are. */
export const hiddenInMonth = (content: Content, past: Past, { cities = [], crossing }: MergeSources): Hidden => {
  const { codes: places, hidesWhole } = suppressedPlaces(content, past, cities);
  const total =
    past.revision?.total === true ||
    hidesWhole ||
    isSensitiveTotal(content.total) ||
    revealedByDifference(content, past, places);
  const codes = total ? ownCodes(content, places) : suppressedCells(content, past.revision?.month ?? [], crossing);
  return { total, codes: [...new Set([...codes, ...places])].sort() };
};
