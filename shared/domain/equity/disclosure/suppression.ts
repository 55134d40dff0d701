import { COUNTRY } from '../../places/region.ts';
import type { Content } from '../snapshot/content.ts';
import type { Snapshot, Suppressed } from '../snapshot/snapshot.ts';
import { hiddenInMonth } from './hidden-in-month.ts';
import { NOTHING, type Past } from './past.ts';
import { isSensitiveTotal } from './sensitive-sums.ts';
import { mergedPricesUnsafe, pricesAreSensitive, suppressedBefore } from './small-prices.ts';
import { reportsAreSensitive, suppressedByRevision } from './small-reports.ts';
import { newInYear } from './small-years.ts';
import type { MergeSources } from './suppressed-cells.ts';

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
