import type { Download } from '../../../shared/contract/route/download.ts';
import { parseCsv, text, unzipped, workbook } from '../equity/report-files.ts';

/** What a file says, cell by cell: words as words, numbers as numbers, nothing as null. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** What spreadsheets run, wherever they find it: Excel, LibreOffice and Sheets, with spaces, marks or wide letters before it. */
const RUNS = /^[\s\p{Cf}\p{Z}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;
const NUMBER = /^-?\d+([.,]\d+)?$/;
/** Cells of a CSV that a spreadsheet would run. */
export const running = (cells: readonly string[]): string[] =>
  cells.filter((cell) => RUNS.test(cell) && !NUMBER.test(cell));

/** A CSV as it is written: commas for programs, semicolons for people. */
export const csvCells = (file: Pick<Download, 'bytes'>): string[][] => {
  const csv = text(file);
  const people = csv.startsWith('\uFEFF');
  return parseCsv(people ? csv.slice(1) : csv, people ? ';' : ',');
};
/** Formulas in a workbook: there are none. */
export const formulas = ({ bytes }: Pick<Download, 'bytes'>): string[] =>
  [...unzipped(Buffer.from(bytes))].filter(([, xml]) => /<f[ >]|t="str"/.test(xml)).map(([name]) => name);

/** The same number however it is written: a total of digits, a share with a point or a comma. */
const numberOf = (cell: Cell): number | null =>
  cell === null || cell === '' ? null : typeof cell === 'number' ? cell : Number(cell.replace(',', '.'));

/**
 * Where a file and what the API told differ. A cell of words may bear the apostrophe that keeps it from running; a column
 * that the API does not tell is one of `apart`, with its reason there.
 */
export const differences = (
  [head = [], ...rows]: readonly (readonly Cell[])[],
  told: readonly Row[],
  apart: readonly string[] = [],
): string[] => {
  const found: string[] = [];
  const columns = Object.keys(told[0] ?? {});
  const shown = head.filter((name) => name !== null && name !== '' && !apart.includes(String(name)));
  if (columns.join('|') !== shown.join('|')) found.push(`columns ${shown.join('|')} instead of ${columns.join('|')}`);
  if (rows.length !== told.length) found.push(`${rows.length} rows instead of ${told.length}`);
  for (const [at, row] of told.entries())
    for (const name of columns) {
      const [is, should] = [rows[at]?.[head.indexOf(name)] ?? null, row[name] ?? null];
      const same =
        typeof should === 'number'
          ? Math.abs((numberOf(is) ?? Number.NaN) - should) < 1e-9
          : (is ?? '') === (should ?? '') || is === `'${should}`;
      if (!same) found.push(`row ${at + 1}, ${name}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
    }
  return found;
};

/** A sheet of a workbook from the row of its heads on. */
export const sheetOf = (file: Pick<Download, 'bytes'>, name: string, from = 0): Cell[][] =>
  (workbook(file.bytes).get(name) ?? []).slice(from);

/** A cell that is kept as a share is written with its sign: 12.5% is 0.125. */
const kept = (read: string): number => (read.endsWith('%') ? Number(read.slice(0, -1)) / 100 : Number(read));

/** Where another program's reading of a sheet differs from ours: words to the letter, numbers as numbers, nothing as nothing. */
export const unlike = (theirs: readonly (readonly string[])[], ours: readonly (readonly Cell[])[]): string[] =>
  ours.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      const read = theirs[at]?.[column] ?? '';
      const same = typeof cell === 'number' ? read !== '' && Math.abs(kept(read) - cell) < 1e-9 : read === (cell ?? '');
      return same
        ? []
        : [`row ${at + 1}, column ${column + 1}: ${JSON.stringify(read)} instead of ${JSON.stringify(cell)}`];
    }),
  );
