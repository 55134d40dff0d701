import type { PaidShops } from './paid.ts';
import { safeMerge, safeTogether, tooSmall } from './safe-sums.ts';
import { keptBefore, mergedPricesUnsafe, type Prices, pricesTooSmall } from './small-prices.ts';
import type { Between, Cell, Changes, Figure, Quality, Secret, Snapshot, Spread, YearCell } from './snapshot.ts';
import type { Content } from './snapshot-content.ts';

/*
 * What the public may see. Everything published is a sum, so an attacker subtracts: shown cells from their whole, months
 * from twelve months, revisions and neighbours from each other. Five rules leave him with sums over groups only:
 *
 * 1. In one month, in each dimension, the hidden cells are none, or two or more whose sum itself would be publishable.
 *    Where that cannot be had the whole is hidden, and with it every cell of every dimension.
 * 2. A year is shown only where each of its twelve months is: it then adds nothing to them, and hides whatever they hide.
 * 3. A city hidden in its own month is hidden above, where a sum is shown only when its hidden cities are two or more
 *    again, counted without those that another shown sum already tells apart.
 * 4. Prices paid are sums over other shops: the same rules hold for them by themselves (small-prices.ts).
 * 5. What mixes the turnover of groups (Theil between them) is told where no group that sold is hidden.
 *
 * After Cox, Journal of the American Statistical Association 75 (1980), and Hundepool et al., Statistical Disclosure
 * Control (2012), ch. 4. Test: test/domain/small-cells-attack.test.ts.
 */

/** A quartile is one merchant's own amount: it is told only of so many sellers. */
const LEAST_SELLERS = 10;
/** Reports are few at first: a sum over fewer would be somebody's own. */
const LEAST_REPORTS = 10;
const FEW: Figure = { value: null, reason: 'small_cell' };

/** Ten on top leave the rest: of fewer than ten the share would tell what the smallest sold. */
const LEAST_FOR_TOP_TEN = 20;
/** A share of the top q is told of 10/q merchants or more; points of a small curve are rounded, or they would tell amounts. */
const publicSpread = (spread: Spread, { merchants, sold }: YearCell): Spread => ({
  ...spread,
  ...(sold < LEAST_SELLERS && spread.median.value !== null ? { p25: FEW, median: FEW, p75: FEW } : {}),
  ...(merchants < 100 ? { topTenPercentShare: FEW, palma: FEW } : {}),
  ...(merchants < LEAST_FOR_TOP_TEN && spread.topTenMerchantsShare.value !== null ? { topTenMerchantsShare: FEW } : {}),
  ...(merchants < 25 ? { bottomFortyPercentShare: FEW } : {}),
  lorenz: merchants < 200 ? spread.lorenz.map((point) => Math.round(point * 1000) / 1000) : spread.lorenz,
});

/** Reports and prices of a month held back, alike whether or not there were any: silence would tell. */
const unreported = (cell: YearCell) => ('reportedRupiah' in cell ? { reportedRupiah: null, paid: null } : {});

/** Turnover as hidden: counts of merchants stay, because who is registered is public anyway. */
const hidden = <C extends YearCell>(cell: C): C => ({
  ...cell,
  turnoverRupiah: null,
  ...unreported(cell),
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
  ...unreported(cell),
});

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

/** What is known of what a result is made of: of a city its shops, of a merge what each of its cities keeps. */
export type Beneath = {
  readonly paidShops?: PaidShops;
  /** Cities hidden in their own months. */
  readonly cities?: readonly string[];
  readonly prices?: ReadonlyMap<string, Prices>;
};

/** Which cells of a result the public may not see, decided when its revision is written. */
export const secretOf = (content: Content | Snapshot, past: Past = NOTHING, beneath: Beneath = {}): Secret => {
  const { cities = [], prices = new Map(), paidShops } = beneath;
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
  const merged = content.cities.length > 0;
  const unsafePrices = merged
    ? mergedPricesUnsafe(content.cities, prices, content.place === COUNTRY)
    : pricesTooSmall(whole, paidShops);
  return {
    whole: secret,
    prices: secret || unsafePrices || keptBefore(past.revision),
    ...(paidShops ? { paidShops } : {}),
    month,
    wholeYear: secret || past.months.some((one) => one.whole),
    year: [...new Set([...month, ...past.months.flatMap((one) => one.month)])].sort(),
  };
};

const hide = <C extends Coded>(cells: readonly C[], codes: readonly string[]): C[] =>
  cells.map((cell) => (codes.includes(cell.code) ? hidden(cell) : shownPart(cell)));

const publicWhole = (cell: Cell, told: { reports: boolean; prices: boolean }): Cell => ({
  ...shown(cell),
  ...(told.reports ? {} : { reportedRupiah: null }),
  ...(told.prices || cell.paid === undefined ? {} : { paid: null }),
});

/** One equation more about the hidden groups: of two whose sum is known it would tell both. */
const publicBetween = (between: Between | null, cells: readonly Coded[], codes: readonly string[]): Between | null =>
  cells.some(({ code, sold }) => sold > 0 && codes.includes(code)) ? null : between;

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
  const { year, whole, cities, between } = snapshot;
  // Reports above are sums of reports below: told where each part could be told.
  const enough = [whole, ...cities].every(({ reports }) => reports === 0 || reports >= LEAST_REPORTS);
  return {
    ...open,
    whole: secret.whole ? hidden(whole) : publicWhole(whole, { reports: enough, prices: secret.prices === false }),
    districts: hide(snapshot.districts, secret.month),
    categories: hide(snapshot.categories, secret.month),
    cities: hide(cities, secret.month),
    year: {
      whole: secret.wholeYear ? hidden(year.whole) : shown(year.whole),
      districts: hide(year.districts, secret.year),
      categories: hide(year.categories, secret.year),
    },
    between: {
      districts: secret.whole ? null : publicBetween(between.districts, snapshot.districts, secret.month),
      categories: secret.whole ? null : publicBetween(between.categories, snapshot.categories, secret.month),
    },
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
