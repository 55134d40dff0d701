import type { MonthContributors } from '../snapshot/city-pass.ts';
import type { Content } from '../snapshot/content.ts';
import type { Cell, Snapshot, Suppressed } from '../snapshot/snapshot.ts';
import { isSensitive, safeMerge, safeTogether } from './safe-sums.ts';
import { keptBefore, mergedPricesUnsafe, type Prices, pricesAreSensitive } from './small-prices.ts';
import { keptByRevision, reportsAreSensitive } from './small-reports.ts';
import { newInYear } from './small-years.ts';

/*
 * What the public may not see; public-snapshot.ts shows the rest. Everything published is a sum, so an attacker subtracts: shown cells from their whole, months
 * from twelve months, revisions and neighbours from each other. Six rules leave him with sums over groups only:
 *
 * 1. In one month, in each dimension, the hidden cells are none, or two or more whose sum itself would be publishable.
 *    Where that cannot be had the whole is hidden, and with it every cell of every dimension.
 * 2. A year is shown only where each of its twelve months is, and where it is their sum (small-years.ts): it then adds
 *    nothing to them, and hides whatever they hide.
 * 3. A city hidden in its own month is hidden above, where a sum is shown only when its hidden cities are two or more
 *    again, counted without those that another shown sum already tells apart.
 * 4. Prices paid are sums over other shops: the same rules hold for them by themselves (small-prices.ts).
 * 5. So are reports, and they are told complete: small-reports.ts.
 * 6. What mixes the turnover of groups (Theil between them) is told where no group that sold is hidden.
 *
 * After Cox, Journal of the American Statistical Association 75 (1980), and Hundepool et al., Statistical Disclosure
 * Control (2012), ch. 4. Test: test/domain/disclosure/small-cells-attack.test.ts.
 */

type Coded = Cell & { readonly code: string };
type Chosen = { readonly codes: ReadonlySet<string>; readonly kept: boolean };

/**
 * Which cells stay suppressed, by code, over all spans alike (two months' years differ by the months between them): those
 * that would show single merchants in any span, those already suppressed, and as many more (smallest first) as it takes that
 * none can be had by subtracting the shown ones from the whole. `kept` is false where even all of them do not suffice.
 */
const suppressedCells = (already: readonly string[], ...spans: readonly (readonly Coded[])[]): Chosen => {
  const known = spans.flatMap((cells) => cells.map(({ code }) => code));
  const codes = new Set([
    ...already.filter((code) => known.includes(code)),
    ...spans.flatMap((cells) => cells.filter(isSensitive).map(({ code }) => code)),
  ]);
  const unsafe = () => spans.filter((cells) => !safeTogether(cells.filter(({ code }) => codes.has(code))));
  const bySize = spans.flat().sort((a, b) => a.merchants - b.merchants || (a.code < b.code ? -1 : 1));
  for (;;) {
    const open = unsafe();
    if (open.length === 0) return { codes, kept: true };
    const next = bySize.find(
      (cell) => cell.sold > 0 && !codes.has(cell.code) && open.some((cells) => cells.includes(cell)),
    );
    if (!next) return { codes, kept: false };
    codes.add(next.code);
  }
};

/** What was decided before: in the eleven months before, and in earlier revisions of this month. */
export type Past = {
  readonly months: readonly PastMonth[];
  readonly revision?: Suppressed | undefined;
  /** The revision itself, with what it told. */
  readonly latest?: Pick<Snapshot, 'phase' | 'suppressed' | 'whole' | 'year' | 'cities'> | undefined;
};
/** What a month kept, and what it has. */
export type PastMonth = {
  readonly suppressed: Pick<Suppressed, 'whole' | 'month' | 'prices' | 'reports'>;
  readonly has: Pick<Snapshot, 'whole' | 'districts' | 'categories'>;
};
/** The place code of the whole country. */
const COUNTRY = 'ID';
const NOTHING: Past = { months: [] };

/** What is known of what a result is made of: of a city its shops, of a merge what each of its cities keeps. */
export type MergeSources = {
  readonly contributors?: MonthContributors;
  /** Cities hidden in their own months. */
  readonly cities?: readonly string[];
  /** Cities that keep their reports. */
  readonly reports?: readonly string[];
  readonly prices?: ReadonlyMap<string, Prices>;
};

/**
 * Would a merge, less the revision of it that was shown, tell what a hidden city has: one that came or went, or has other
 * figures than before? Those that came or went may be known as a sum where they are safe together.
 */
const revealedByDifference = ({ cities }: Content, { latest, revision }: Past, own: ReadonlySet<string>): boolean => {
  if (!latest || revision?.whole !== false) return false;
  const [before, now] = [latest.cities, cities].map((list) => new Map(list.map((city) => [city.code, city])));
  const isHidden = (code: string) => own.has(code) || revision.month.includes(code);
  const moved = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])].filter(isHidden).flatMap((code) => {
    const [was, is] = [before?.get(code), now?.get(code)];
    return was?.turnoverRupiah === is?.turnoverRupiah && was?.orders === is?.orders ? [] : [{ was, is }];
  });
  if (moved.some(({ was, is }) => was && is)) return true;
  return !safeTogether(moved.flatMap(({ was, is }) => was ?? is ?? []));
};

/** Which cells of a result the public may not see, decided when its revision is written. */
export const suppressionOf = (
  content: Content | Snapshot,
  past: Past = NOTHING,
  sources: MergeSources = {},
): Suppressed => {
  const { cities = [], prices = new Map(), contributors } = sources;
  const { whole, year, districts, categories } = content;
  const already = [...(past.revision?.month ?? [])];
  const byDistrict = suppressedCells(already, districts, year.districts);
  const byCategory = suppressedCells(already, categories, year.categories);
  const own = new Set([...cities, ...content.cities.filter(isSensitive).map(({ code }) => code)]);
  const merge = safeMerge(content.cities, (code) => own.has(code), content.place === COUNTRY);
  const suppressed =
    (past.revision?.whole ?? false) ||
    revealedByDifference(content, past, own) ||
    !byDistrict.kept ||
    !byCategory.kept ||
    !merge ||
    isSensitive(whole) ||
    isSensitive(year.whole);
  const every = [...districts, ...categories, ...year.districts, ...year.categories].map(({ code }) => code);
  const month = [...new Set([...(suppressed ? every : [...byDistrict.codes, ...byCategory.codes]), ...own])].sort();
  const merged = content.cities.length > 0;
  const unsafePrices = merged
    ? mergedPricesUnsafe(content.cities, prices, content.place === COUNTRY)
    : pricesAreSensitive(whole, contributors?.pricesPaid);
  // Reports above are sums of reports below: told where each part is.
  const unsafeReports = merged
    ? content.cities.some(({ code, reports }) => reports > 0 && (sources.reports ?? [code]).includes(code))
    : reportsAreSensitive(whole, contributors);
  const kept = keptByRevision(past.latest, content);
  const keepsPrices = suppressed || unsafePrices || keptBefore(past.revision);
  const keepsReports = suppressed || content.phase !== 'final' || unsafeReports || kept.reports;
  const fresh = newInYear(
    content,
    past.months.map(({ has }) => has),
  );
  const keptWithin = (what: 'whole' | 'prices' | 'reports') =>
    past.months.some((one) => one.suppressed[what] !== false);
  const wholeYear = suppressed || fresh.turnover || keptWithin('whole');
  return {
    whole: suppressed,
    prices: keepsPrices,
    reports: keepsReports,
    ...(contributors ? { pricesFrom: contributors.pricesPaid } : {}),
    month,
    wholeYear,
    yearPrices: keepsPrices || wholeYear || fresh.prices || keptWithin('prices'),
    yearReports: keepsReports || wholeYear || fresh.reports || kept.yearReports || keptWithin('reports'),
    year: [...new Set([...month, ...fresh.codes, ...past.months.flatMap((one) => one.suppressed.month)])].sort(),
  };
};
