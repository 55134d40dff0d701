import { COUNTRY } from '../../places/region.ts';
import type { Content } from '../snapshot/content.ts';
import type { MonthContributors } from '../snapshot/month-contributors.ts';
import type { Snapshot, Suppressed } from '../snapshot/snapshot.ts';
import { type Crossed, exposedIn } from './crossing.ts';
import { isSensitiveTotal, unionOf } from './sensitive-sums.ts';
import { mergedPricesUnsafe, type Prices, pricesAreSensitive, suppressedBefore } from './small-prices.ts';
import { reportsAreSensitive, suppressedByRevision } from './small-reports.ts';
import { newInYear } from './small-years.ts';
import { type CityDecisions, suppressedCities, suppressedProvinces } from './suppress-cities.ts';
import { type Coded, suppressedParts } from './suppress-parts.ts';

/*
 * What the public may not see, decided when a revision is written, and kept with it; public-snapshot.ts shows the rest.
 * Everything published is a sum over shops, so an attacker subtracts, along every direction in which sums add up:
 *
 * 1. Parts make a whole: districts, categories, cities, provinces. What is sensitive by itself is hidden, and a second
 *    part with it where it takes one: the sum of all hidden parts may be known (suppress-parts.ts, suppress-cities.ts).
 *    A whole is hidden only where it is sensitive itself, never to protect a part of it; but for a country of which
 *    nothing else could be shown.
 * 2. Districts cross categories: the shops common to both must leave a tenth of doubt (crossing.ts).
 * 3. Months make a year: it is shown where each of its months is and where it is their sum (small-years.ts); it then
 *    tells nothing that they do not.
 * 4. Revisions follow each other: what was hidden once stays hidden, and a merge is not told where its difference from
 *    the one before would tell a hidden city.
 * 5. Prices paid and reports are sums over other shops, with the same rules by themselves (small-prices.ts, small-reports.ts).
 *
 * Hundepool et al., Statistical Disclosure Control (2012), ch. 4. Audited as an attacker would, by linear programming
 * over all that is published: test/domain/equity/disclosure/attack.test.ts.
 */

/** What was decided before: in the eleven months before, and in earlier revisions of this month. */
export type Past = {
  readonly months: readonly PastMonth[];
  readonly revision?: Suppressed | undefined;
  /** The revision itself, with what it told. */
  readonly latest?: Pick<Snapshot, 'phase' | 'suppressed' | 'total' | 'year' | 'cities'> | undefined;
};
/** What a month kept, and what it has. */
export type PastMonth = {
  readonly suppressed: Pick<Suppressed, 'total' | 'month' | 'prices' | 'reports'>;
  readonly has: Pick<Snapshot, 'total' | 'districts' | 'categories'>;
};
const NOTHING: Past = { months: [] };

/** What is known of what a result is made of: of a city its shops, of a merge what each of its cities keeps. */
export type MergeSources = {
  readonly contributors?: MonthContributors;
  /** The groups of shops common to a district and a category. */
  readonly crossing?: Readonly<Record<'month' | 'year', readonly Crossed[]>>;
  /** Cities, and provinces, hidden in their own months. */
  readonly cities?: readonly string[];
  /** Cities that keep their reports. */
  readonly reports?: readonly string[];
  readonly prices?: ReadonlyMap<string, Prices>;
};

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

/** The districts and categories that are hidden, so that neither subtraction nor crossing them tells a shop. */
const suppressedCells = (content: Content, before: readonly string[], crossing: MergeSources['crossing']) => {
  const dimensions = (['districts', 'categories'] as const).map((kind) => [content[kind], content.year[kind]] as const);
  let suppressed = new Set(before);
  for (;;) {
    suppressed = new Set(dimensions.flatMap((spans) => [...suppressedParts(suppressed, spans)]));
    const exposed = [crossing?.month, crossing?.year].flatMap((of) => exposedIn(of ?? [], suppressed) ?? [])[0];
    if (!exposed) return suppressed;
    const next = smallestAround(exposed, dimensions.flat(2), suppressed);
    // Everything is hidden already: the sum of all is sensitive in the twelve months, which are hidden then.
    if (next === undefined) return suppressed;
    suppressed.add(next);
  }
};
/** What to hide next for an exposed group: the smaller of its district and its category, or else the smallest of all. */
const smallestAround = (
  { district, category }: Crossed,
  cells: readonly Coded[],
  suppressed: ReadonlySet<string>,
): string | undefined => {
  const isNear = ({ code }: Coded) => code === district || code === category;
  return cells
    .filter(({ code }) => !suppressed.has(code))
    .sort((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.merchants - b.merchants || (a.code < b.code ? -1 : 1))[0]
    ?.code;
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
const hiddenInMonth = (content: Content, past: Past, { cities = [], crossing }: MergeSources): Hidden => {
  const { codes: places, hidesWhole } = suppressedPlaces(content, past, cities);
  const total =
    past.revision?.total === true ||
    hidesWhole ||
    isSensitiveTotal(content.total) ||
    revealedByDifference(content, past, places);
  const codes = total ? ownCodes(content, places) : suppressedCells(content, past.revision?.month ?? [], crossing);
  return { total, codes: [...new Set([...codes, ...places])].sort() };
};

const keptWithin = ({ months }: Past, what: 'total' | 'prices' | 'reports'): boolean =>
  months.some(({ suppressed }) => suppressed[what] !== false);

const hidesPrices = (content: Content, { prices = new Map(), contributors }: MergeSources): boolean =>
  content.cities.length > 0
    ? mergedPricesUnsafe(content.cities, prices, content.place === COUNTRY)
    : pricesAreSensitive(content.total, contributors?.pricesPaid);

/** Reports come one by one: told when the month is final, and above where each part tells its own. */
const hidesReports = (content: Content, { reports: keeping, contributors }: MergeSources): boolean =>
  content.phase !== 'final' ||
  (content.cities.length > 0
    ? content.cities.some(({ code, reports }) => reports > 0 && (keeping ?? [code]).includes(code))
    : reportsAreSensitive(content.total, contributors));

/** Which cells of a result the public may not see. */
export const suppressionOf = (
  content: Content | Snapshot,
  past: Past = NOTHING,
  sources: MergeSources = {},
): Suppressed => {
  const { total, codes } = hiddenInMonth(content, past, sources);
  const before = suppressedByRevision(past.latest, content);
  const fresh = newInYear(
    content,
    past.months.map(({ has }) => has),
  );
  const prices = total || hidesPrices(content, sources) || suppressedBefore(past.revision);
  const reports = total || hidesReports(content, sources) || before.reports;
  const yearTotal = total || isSensitiveTotal(content.year.total) || fresh.turnover || keptWithin(past, 'total');
  return {
    total,
    prices,
    reports,
    ...(sources.contributors ? { pricesFrom: sources.contributors.pricesPaid } : {}),
    month: [...codes],
    yearTotal,
    yearPrices: prices || yearTotal || fresh.prices || keptWithin(past, 'prices'),
    yearReports: reports || yearTotal || fresh.reports || before.yearReports || keptWithin(past, 'reports'),
    year: [...new Set([...codes, ...fresh.codes, ...past.months.flatMap(({ suppressed }) => suppressed.month)])].sort(),
  };
};

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
