import { provinceOf } from './region.ts';
import type { Changes, Figure, NamedCell, Quality, Secret, Snapshot, Spread, YearCell } from './snapshot.ts';
import type { Content } from './snapshot-content.ts';

/*
 * What the public may see. Everything published is a sum, so an attacker subtracts: shown cells from their whole, months
 * from twelve months, revisions and neighbours from each other. Three rules leave him with sums over groups only:
 *
 * 1. In one month, in each dimension, the hidden cells are none, or two or more whose sum itself would be publishable.
 *    Where that cannot be had the whole is hidden, and with it every cell of every dimension.
 * 2. A year is shown only where each of its twelve months is: it then adds nothing to them, and hides whatever they hide.
 * 3. A city hidden in its own month is hidden above, where a sum is shown only when its hidden cities are two or more
 *    again, counted without those that another shown sum already tells apart.
 *
 * After Cox, Journal of the American Statistical Association 75 (1980), and Hundepool et al., Statistical Disclosure
 * Control (2012), ch. 4. Test: test/domain/small-cells-attack.test.ts.
 */

/** A public cell holds at least this many merchants, and its two largest sell less than this share of its turnover. */
const LEAST_MERCHANTS = 10;
const MOST_TOP_TWO = 0.85;

const tooSmall = (cell: YearCell): boolean =>
  cell.merchants < LEAST_MERCHANTS || (cell.topTwoShare ?? 0) >= MOST_TOP_TWO;

/** A quartile is one merchant's own amount: it is told only of so many sellers. */
const LEAST_SELLERS = 10;
/** Reports are few at first: a sum over fewer would be somebody's own. */
const LEAST_REPORTS = 10;
const FEW: Figure = { value: null, reason: 'small_cell' };

/** A share of the top q is told of 10/q merchants or more; points of a small curve are rounded, or they would tell amounts. */
const publicSpread = (spread: Spread, { merchants, sold }: YearCell): Spread => ({
  ...spread,
  ...(sold < LEAST_SELLERS && spread.median.value !== null ? { p25: FEW, median: FEW, p75: FEW } : {}),
  ...(merchants < 100 ? { topTenPercentShare: FEW, palma: FEW } : {}),
  ...(merchants < 25 ? { bottomFortyPercentShare: FEW } : {}),
  lorenz: merchants < 200 ? spread.lorenz.map((point) => Math.round(point * 1000) / 1000) : spread.lorenz,
});

/** Turnover as hidden: counts of merchants stay, because who is registered is public anyway. */
const hidden = <C extends YearCell>(cell: C): C => ({
  ...cell,
  turnoverRupiah: null,
  ...('reportedRupiah' in cell ? { reportedRupiah: null } : {}),
  ...('paid' in cell ? { paid: null } : {}),
  topTwoShare: null,
  spread: null,
});
const shown = <C extends YearCell>(cell: C): C => ({
  ...cell,
  topTwoShare: null,
  spread: cell.spread && publicSpread(cell.spread, cell),
});
/** A part never tells reports or prices: the whole does, and few parts have ten of them. */
const shownPart = <C extends YearCell>(cell: C): C => ({
  ...shown(cell),
  ...('reportedRupiah' in cell ? { reportedRupiah: null } : {}),
  ...('paid' in cell ? { paid: null } : {}),
});

/** What two merchants of a cell can have sold at most. */
const topTwoRupiah = (cell: YearCell): number => (cell.topTwoShare ?? 0) * Number(cell.turnoverRupiah ?? 0);

/**
 * May the sum over these hidden cells be known? It always is, by subtracting the shown ones from the whole. A cell that
 * sold nothing hides nothing, so the others must be two or more, hold enough merchants, and not be two merchants' sales:
 * the top two of them all sell at most what the top twos of the two largest cells sell.
 */
const safeTogether = (cells: readonly YearCell[]): boolean => {
  const selling = cells.filter(({ sold }) => sold > 0);
  if (selling.length === 0) return true;
  const sum = (of: (cell: YearCell) => number) => selling.reduce((total, cell) => total + of(cell), 0);
  const [first = 0, second = 0] = selling.map(topTwoRupiah).sort((a, b) => b - a);
  return (
    selling.length > 1 &&
    sum(({ merchants }) => merchants) >= LEAST_MERCHANTS &&
    first + second < MOST_TOP_TWO * sum(({ turnoverRupiah }) => Number(turnoverRupiah ?? 0))
  );
};

type Coded = YearCell & { readonly code: string };
type Chosen = { readonly codes: ReadonlySet<string>; readonly kept: boolean };

/**
 * Which cells stay secret, by code, over all spans alike (two months' years differ by the months between them): those
 * that would show single merchants in any span, those already secret, and as many more (smallest first) as it takes that
 * none can be had by subtracting the shown ones from the whole. `kept` is false where even all of them do not suffice.
 */
const secretCells = (already: readonly string[], ...spans: readonly (readonly Coded[])[]): Chosen => {
  const known = spans.flatMap((cells) => cells.map(({ code }) => code));
  const codes = new Set([
    ...already.filter((code) => known.includes(code)),
    ...spans.flatMap((cells) => cells.filter(tooSmall).map(({ code }) => code)),
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
  readonly months: readonly Pick<Secret, 'whole' | 'month'>[];
  readonly revision?: Secret | undefined;
};
/** The place code of the whole country. */
const COUNTRY = 'ID';
const NOTHING: Past = { months: [] };

/** May the sum over merged cities be shown, when these are the hidden ones? Provinces whose sum is shown tell theirs apart. */
const safeMerge = (cells: readonly NamedCell[], isHidden: (code: string) => boolean, above: boolean): boolean => {
  const secret = cells.filter(({ code }) => isHidden(code));
  if (!above) return safeTogether(secret);
  const provinces = new Map<string, NamedCell[]>();
  for (const cell of secret)
    provinces.set(provinceOf(cell.code), [...(provinces.get(provinceOf(cell.code)) ?? []), cell]);
  return safeTogether([...provinces.values()].filter((cities) => !safeTogether(cities)).flat());
};

/**
 * Which cells of a result the public may not see, decided when its revision is written.
 *
 * @param cities for a merge: cities hidden in their own months.
 */
export const secretOf = (content: Content | Snapshot, past: Past = NOTHING, cities: readonly string[] = []): Secret => {
  const { whole, year, districts, categories } = content;
  const already = [...(past.revision?.month ?? [])];
  const byDistrict = secretCells(already, districts, year.districts);
  const byCategory = secretCells(already, categories, year.categories);
  const own = new Set([...cities, ...content.cities.filter(tooSmall).map(({ code }) => code)]);
  const merge = safeMerge(content.cities, (code) => own.has(code), content.place === COUNTRY);
  const secret =
    (past.revision?.whole ?? false) ||
    !byDistrict.kept ||
    !byCategory.kept ||
    !merge ||
    tooSmall(whole) ||
    tooSmall(year.whole);
  const every = [...districts, ...categories, ...year.districts, ...year.categories].map(({ code }) => code);
  const month = [...new Set([...(secret ? every : [...byDistrict.codes, ...byCategory.codes]), ...own])].sort();
  return {
    whole: secret,
    month,
    wholeYear: secret || past.months.some((one) => one.whole),
    year: [...new Set([...month, ...past.months.flatMap((one) => one.month)])].sort(),
  };
};

const hide = <C extends Coded>(cells: readonly C[], codes: readonly string[]): C[] =>
  cells.map((cell) => (codes.includes(cell.code) ? hidden(cell) : shownPart(cell)));

const publicWhole = <C extends YearCell & { reports?: number; reportedRupiah?: string | null }>(
  cell: C,
  told: boolean,
): C => (told ? shown(cell) : { ...shown(cell), ...('reportedRupiah' in cell ? { reportedRupiah: null } : {}) });

const publicQuality = (quality: Quality, open: boolean, yearOpen: boolean): Quality => ({
  ...quality,
  ...(open ? {} : { platformOfReportersRupiah: null, reportedMinusPlatformRupiah: null }),
  ...(yearOpen ? {} : { yearTurnoverRupiah: null }),
});
const counts = ['merchants', 'sold', 'unsold', 'orders', 'reports'];
const publicChanges = ({ figures, ...told }: Changes): Changes => ({
  ...told,
  why: told.why.map((sentence) => sentence.replace(/ dari Rp\d+ ke Rp\d+/, '')),
  figures: figures.filter(({ id }) => counts.includes(id)),
});

/** A snapshot as everybody may see it. */
export const publicSnapshot = (snapshot: Snapshot): Snapshot => {
  const { secret = secretOf(snapshot), ...open } = snapshot;
  const { year, whole, cities } = snapshot;
  // Reports above are sums of reports below: told where each part could be told.
  const enough = [whole, ...cities].every(({ reports }) => reports === 0 || reports >= LEAST_REPORTS);
  return {
    ...open,
    whole: secret.whole ? hidden(whole) : publicWhole(whole, enough),
    districts: hide(snapshot.districts, secret.month),
    categories: hide(snapshot.categories, secret.month),
    cities: hide(cities, secret.month),
    year: {
      whole: secret.wholeYear ? hidden(year.whole) : shown(year.whole),
      districts: hide(year.districts, secret.year),
      categories: hide(year.categories, secret.year),
    },
    between: secret.whole ? { districts: null, categories: null } : snapshot.between,
    control: secret.whole ? { ...snapshot.control, turnoverRupiah: '0' } : snapshot.control,
    ...(snapshot.quality
      ? { quality: publicQuality(snapshot.quality, !secret.whole && enough && whole.reports > 0, !secret.wholeYear) }
      : {}),
    ...(snapshot.changes ? { changes: publicChanges(snapshot.changes) } : {}),
    ...(snapshot.inputs === undefined ? {} : { inputs: null }),
    files: null,
    agencies: [],
  };
};
