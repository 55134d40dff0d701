import type { Cell, Snapshot, YearCell } from './snapshot.ts';

/** A public cell holds at least this many merchants, and its two largest sell less than this share of its turnover. */
const LEAST_MERCHANTS = 10;
const MOST_TOP_TWO = 0.85;

const tooSmall = (cell: YearCell): boolean =>
  cell.merchants < LEAST_MERCHANTS || (cell.topTwoShare ?? 0) >= MOST_TOP_TWO;

/** Turnover as hidden: counts of merchants stay, because who is registered is public anyway. */
const hidden = <C extends YearCell>(cell: C): C => ({
  ...cell,
  turnoverRupiah: null,
  ...('reportedRupiah' in cell ? { reportedRupiah: null } : {}),
  topTwoShare: null,
  spread: null,
});
const shown = <C extends YearCell>(cell: C): C => ({ ...cell, topTwoShare: null });

/**
 * Which cells stay secret: those that would show single merchants, and as many more (smallest first) as it takes that a
 * hidden one cannot be had by subtracting the shown ones from the whole: never one alone, and together at least ten.
 */
export const secretCells = (cells: readonly (YearCell & { code: string })[]): ReadonlySet<string> => {
  const bySize = [...cells].sort((a, b) => a.merchants - b.merchants);
  const secret = new Set(bySize.filter(tooSmall));
  const merchants = () => [...secret].reduce((sum, cell) => sum + cell.merchants, 0);
  for (const cell of bySize) {
    if (secret.size === 0 || (secret.size > 1 && merchants() >= LEAST_MERCHANTS)) break;
    secret.add(cell);
  }
  return new Set([...secret].map(({ code }) => code));
};

const hide = <C extends YearCell & { code: string }>(cells: readonly C[], secret: ReadonlySet<string>): C[] =>
  cells.map((cell) => (secret.has(cell.code) ? hidden(cell) : shown(cell)));

/** A cell secret in the month or in the year is secret in both: two months' years differ by the months between them. */
const hideBoth = <M extends Cell & { code: string }, Y extends YearCell & { code: string }>(
  month: readonly M[],
  year: readonly Y[],
) => {
  const secret = new Set([...secretCells(month), ...secretCells(year)]);
  return { month: hide(month, secret), year: hide(year, secret) };
};

/** A snapshot as everybody may see it. The whole is hidden only where the whole place is too small. */
export const publicSnapshot = (snapshot: Snapshot): Snapshot => {
  const alone = snapshot.cities.length === 0 && tooSmall(snapshot.whole);
  const districts = hideBoth(snapshot.districts, snapshot.year.districts);
  const categories = hideBoth(snapshot.categories, snapshot.year.categories);
  return {
    ...snapshot,
    whole: alone ? hidden(snapshot.whole) : shown(snapshot.whole),
    districts: districts.month,
    categories: categories.month,
    cities: hide(snapshot.cities, secretCells(snapshot.cities)),
    year: {
      whole: alone ? hidden(snapshot.year.whole) : shown(snapshot.year.whole),
      districts: districts.year,
      categories: categories.year,
    },
    control: alone ? { ...snapshot.control, turnoverRupiah: '0' } : snapshot.control,
    files: null,
    agencies: [],
  };
};
