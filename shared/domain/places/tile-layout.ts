/** A district's square: its row from the top and its column from the left, each from 1. */
export type Tile = { readonly code: string; readonly row: number; readonly column: number };

export const MOST_ROWS = 20;
/** More would be too narrow to name on a phone. */
export const MOST_COLUMNS = 8;

/** A few more columns than rows, as a screen is wider than high. */
const columnsFor = (count: number): number => Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(Math.sqrt(count * 1.2))));

const inRows = (codes: readonly string[], columns: number, firstRow: number): Tile[] =>
  codes.map((code, at) => ({
    code,
    row: firstRow + Math.floor(at / columns),
    column: (at % columns) + 1,
  }));

/**
 * Every district of a city in one square of its own. Where the city placed some, those stand as it said, the others in rows
 * beneath; where it placed none, all stand in the order of their codes. A square of a district that is no longer the city's
 * is left out.
 */
export const tileLayout = (districts: readonly string[], placed: readonly Tile[] = []): Tile[] => {
  const own = placed.filter(({ code }) => districts.includes(code));
  const rest = districts.filter((code) => !own.some((tile) => tile.code === code)).sort();
  const columns = Math.max(columnsFor(districts.length), ...own.map(({ column }) => column));
  return [...own, ...inRows(rest, columns, 1 + Math.max(0, ...own.map(({ row }) => row)))];
};
