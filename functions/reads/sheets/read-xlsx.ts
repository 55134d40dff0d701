import { unzip } from './unzip.ts';
import { plainText, type Tag, xmlTags } from './xml-tags.ts';

/** Far more than a budget or a register has; a cell at the last row and column of a sheet must not become a billion cells. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 80;
/** Different texts of a workbook; a row has a few. */
const MOST_TEXTS = 200_000;
/** Of one cell, as spreadsheets have it. */
const CELL_LETTERS = 32_767;
/** Of all cells, and of all shared texts: a text that is named by every cell would be read a million times. */
const MOST_LETTERS = 20_000_000;

/** Counts letters and refuses too many. @throws RangeError */
const letterCount = () => {
  let letters = 0;
  return (text: string): string => {
    letters += text.length;
    if (text.length > CELL_LETTERS || letters > MOST_LETTERS) throw new RangeError(`${letters} letters`);
    return text;
  };
};
/** V8 keeps a part this long as a place in the text it is of, and with it all of that. */
const SLICED = 13;
const copied = (text: string): string => (text.length < SLICED ? text : Buffer.from(text).toString());

type Part = AsyncIterable<string> | undefined;

/** Texts that cells name by number; how a word is read aloud (rPh) is no part of it. */
const sharedTexts = async (part: Part): Promise<string[]> => {
  const texts: string[] = [];
  const counted = letterCount();
  let now = '';
  let aloud = false;
  const take = ({ name, closes, alone, after }: Tag) => {
    if (name === 'rPh') aloud = !closes;
    if (name === 'si' && !closes) now = '';
    if (name === 't' && !closes && !aloud) now += plainText(after);
    if (now.length > CELL_LETTERS) counted(now);
    if (name === 'si' && (closes || alone)) texts.push(copied(counted(now)));
    if (texts.length > MOST_TEXTS) throw new RangeError(`text ${texts.length}`);
  };
  if (part) for await (const tags of xmlTags(part)) for (const tag of tags) take(tag);
  return texts;
};

/** `AB12` is column 27, counted from 0. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};
const attributed = { r: /(?:^|\s)r="([^"]{0,40})"/, t: /(?:^|\s)t="([^"]{0,40})"/ } as const;
const attribute = (attributes: string, name: keyof typeof attributed): string | undefined =>
  attributed[name].exec(attributes)?.[1];

/** Rows of text, wherever the document says its sheet ends. @throws RangeError when it is larger than that */
const rowsOf = async (part: AsyncIterable<string>, shared: readonly string[]): Promise<string[][]> => {
  const rows: string[][] = [];
  const counted = letterCount();
  let row: string[] = [];
  let cell: { at: number; type: string; value: string } | undefined;
  const textOf = ({ type, value }: NonNullable<typeof cell>): string =>
    counted(type === 's' ? (shared[Number(value)] ?? '') : copied(value));
  const take = ({ name, closes, alone, attributes, after }: Tag) => {
    if (name === 'row' && !closes) {
      const index = Number(attribute(attributes, 'r') ?? rows.length + 1) - 1;
      if (!(index >= 0 && index < MOST_ROWS)) throw new RangeError(`row ${index + 1}`);
      while (rows.length <= index) rows.push([]);
      row = rows[index] as string[];
    }
    if (name === 'c' && !closes) {
      const at = columnOf(attribute(attributes, 'r') ?? '');
      cell = { at: at < 0 ? row.length : at, type: attribute(attributes, 't') ?? 'n', value: '' };
    }
    if (!cell) return;
    if ((name === 'v' || name === 't') && !closes) cell.value += plainText(after);
    if (cell.value.length > CELL_LETTERS) throw new RangeError('a cell without an end');
    if (name !== 'c' || !(closes || alone)) return;
    if (cell.at < MOST_COLUMNS) {
      while (row.length <= cell.at) row.push('');
      row[cell.at] = textOf(cell);
    }
    cell = undefined;
  };
  for await (const tags of xmlTags(part)) for (const tag of tags) take(tag);
  return rows;
};

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/**
 * The first sheet of an XLSX file as rows of text; undefined when it is none. Own, because lists need no more and a
 * library without bounds ends the process on a file of a few kilobytes. @throws RangeError when it is too large
 */
export const readXlsx = async (bytes: Uint8Array): Promise<string[][] | undefined> => {
  const zip = unzip(bytes);
  const [first] =
    zip?.names
      .filter((name) => SHEET.test(name))
      .sort((a, b) => Number(SHEET.exec(a)?.[1]) - Number(SHEET.exec(b)?.[1])) ?? [];
  const sheet = first === undefined ? undefined : zip?.part(first);
  if (sheet === undefined) return undefined;
  return rowsOf(sheet, await sharedTexts(zip?.part('xl/sharedStrings.xml')));
};
