import { Problem } from '../../../problem.ts';
import { type Sheet, titled } from './sheet.ts';

/** Rows above the heading: letterheads and titles of lists. */
export const HEADING_ROWS = 20;
/** So many titles a heading has at least; a title of the list itself is no heading. */
const LEAST_TITLES = 3;

export type Heading<Column extends string> = {
  /** The row of the titles, from 0. */
  readonly at: number;
  readonly titles: readonly string[];
  /** Where each thing is said, as a place in a row. */
  readonly places: Readonly<Partial<Record<Column, number>>>;
};

/** What a list may say of a thing, with the titles under which lists have it; the first that is there counts. */
export type Columns<Column extends string> = Readonly<Record<Column, readonly string[]>>;
type Choice<Column extends string> = Readonly<Partial<Record<Column, string | undefined>>>;

const placesIn = <Column extends string>(
  titles: readonly string[],
  columns: Columns<Column>,
  choice: Choice<Column>,
): Heading<Column>['places'] => {
  const names = Object.keys(columns) as Column[];
  const found: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  const take = (name: Column, title: string | undefined) => {
    const at = title === undefined ? -1 : titles.indexOf(titled(title));
    if (at < 0 || taken.has(at) || found[name] !== undefined) return;
    found[name] = at;
    taken.add(at);
  };
  // What was chosen first, so that no guess takes its column.
  for (const name of names) take(name, choice[name]);
  for (const name of names)
    take(
      name,
      columns[name].find((title) => titles.includes(title) && !taken.has(titles.indexOf(title))),
    );
  return found;
};

/**
 * The heading of a list: the first of its rows that names most of the columns. `examples` are titles such a list has, for anyone who
 * sent one without. @throws Problem sheet_not_readable
 */
export const headingOf = <Column extends string>(
  sheet: Sheet,
  columns: Columns<Column>,
  choice: Choice<Column>,
  examples: string,
): Heading<Column> => {
  let best: Heading<Column> | undefined;
  for (const [at, row] of sheet.slice(0, HEADING_ROWS).entries()) {
    const titles = row.map(titled);
    if (titles.filter((title) => title !== '').length < LEAST_TITLES) continue;
    const places = placesIn(titles, columns, choice);
    if (!best || Object.keys(places).length > Object.keys(best.places).length)
      best = { at, titles: row.map((cell) => cell.trim()), places };
  }
  if (best && Object.keys(best.places).length > 0) return best;
  throw new Problem(
    'sheet_not_readable',
    `Baris judul tidak ditemukan. Lembar pertama harus punya judul kolom, misalnya ${examples}.`,
    [{ pointer: '/', detail: 'Tulis judul kolom di salah satu dari 20 baris pertama.' }],
  );
};

/** Where the columns of a known export stand, and under which of their titles. */
export type Stands<Column extends string> = Readonly<
  Partial<Record<Column, { readonly at: number; readonly title: string }>>
>;
const standsIn = <Column extends string>(row: readonly string[], columns: Columns<Column>): Stands<Column> => {
  const titles = row.map(titled);
  const found: Partial<Record<Column, { at: number; title: string }>> = {};
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const title = names.find((name) => titles.includes(name));
    if (title !== undefined) found[column] = { at: titles.indexOf(title), title };
  }
  return found;
};

/**
 * The heading of an export whose titles are known: the first of its rows that has all the columns needed, with its place from
 * 0; undefined where none has.
 */
export const headingWith = <Column extends string>(
  sheet: Sheet,
  columns: Columns<Column>,
  needed: readonly NoInfer<Column>[],
): { readonly at: number; readonly stands: Stands<Column> } | undefined => {
  for (const [at, row] of sheet.slice(0, HEADING_ROWS).entries()) {
    const stands = standsIn(row, columns);
    if (needed.every((column) => stands[column])) return { at, stands };
  }
  return undefined;
};

/** The cells of a row, by column; empty where the export has no such column. */
export const cellsOf =
  <Column extends string>(cells: readonly string[], stands: Stands<Column>) =>
  (column: Column): string =>
    cells[stands[column]?.at ?? -1]?.trim() ?? '';

/** What is told of a heading: its titles, and under which of them each thing was found. */
export const toldHeading = ({ titles, places }: Heading<string>) => ({
  titles: titles.filter((title) => title !== '').map((title) => title.slice(0, 80)),
  columns: Object.fromEntries(Object.entries(places).map(([name, at]) => [name, titles[at ?? -1] ?? ''])),
});
