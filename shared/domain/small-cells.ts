import type { Snapshot, YearCell } from './snapshot.ts';

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
  ...('paid' in cell ? { paid: null } : {}),
  topTwoShare: null,
  spread: null,
});
const shown = <C extends YearCell>(cell: C): C => ({ ...cell, topTwoShare: null });

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
type Secret = { readonly codes: ReadonlySet<string>; readonly kept: boolean };

/**
 * Which cells stay secret, by code, over all spans alike (two months' years differ by the months between them): those
 * that would show single merchants in any span, and as many more (smallest first) as it takes that none can be had by
 * subtracting the shown ones from the whole. `kept` is false where even all of them do not suffice.
 */
export const secretCells = (...spans: readonly (readonly Coded[])[]): Secret => {
  const codes = new Set(spans.flatMap((cells) => cells.filter(tooSmall).map(({ code }) => code)));
  const unsafe = () => spans.filter((cells) => !safeTogether(cells.filter(({ code }) => codes.has(code))));
  const bySize = spans.flat().sort((a, b) => a.merchants - b.merchants);
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

const hide = <C extends Coded>(cells: readonly C[], { codes }: Secret): C[] =>
  cells.map((cell) => (codes.has(cell.code) ? hidden(cell) : shown(cell)));

/** A snapshot as everybody may see it. The whole is hidden where it is too small, or would give a hidden cell away. */
export const publicSnapshot = (snapshot: Snapshot): Snapshot => {
  const { year } = snapshot;
  const districts = secretCells(snapshot.districts, year.districts);
  const categories = secretCells(snapshot.categories, year.categories);
  const cities = secretCells(snapshot.cities);
  const secret =
    ![districts, categories, cities].every(({ kept }) => kept) || tooSmall(snapshot.whole) || tooSmall(year.whole);
  return {
    ...snapshot,
    whole: secret ? hidden(snapshot.whole) : shown(snapshot.whole),
    districts: hide(snapshot.districts, districts),
    categories: hide(snapshot.categories, categories),
    cities: hide(snapshot.cities, cities),
    year: {
      whole: secret ? hidden(year.whole) : shown(year.whole),
      districts: hide(year.districts, districts),
      categories: hide(year.categories, categories),
    },
    control: secret ? { ...snapshot.control, turnoverRupiah: '0' } : snapshot.control,
    files: null,
    agencies: [],
  };
};
