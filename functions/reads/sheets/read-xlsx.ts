import { unzip } from './unzip.ts';

/** Far more than a budget or a register has; a cell at the last row and column of a sheet must not become a billion cells. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 80;
/** Different texts of a workbook; a row has a few. */
const MOST_TEXTS = 200_000;

/** One tag and the text after it: read once from front to back, so its time grows with the file and no faster. */
const TAG = /<(\/?)(?:\w{1,20}:)?(\w{1,40})([^<>]*)>([^<]*)/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const text = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return entities[name] ?? whole;
        const code = Number(name[1] === 'x' || name[1] === 'X' ? `0x${name.slice(2)}` : name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : xml;

/** Texts that cells name by number; how a word is read aloud (rPh) is no part of it. */
const sharedTexts = (xml: string): string[] => {
  const texts: string[] = [];
  let now = '';
  let aloud = false;
  for (const [, close, tag, attributes = '', after = ''] of xml.matchAll(TAG)) {
    if (tag === 'rPh') aloud = !close;
    if (tag === 'si' && !close) now = '';
    if (tag === 't' && !close && !aloud) now += text(after);
    if (tag === 'si' && (close || attributes.endsWith('/'))) texts.push(now);
    if (texts.length > MOST_TEXTS) throw new RangeError(`text ${texts.length}`);
  }
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

/** The first sheet of a workbook as rows of text. @throws RangeError when it is larger than that */
const rowsOf = (xml: string, shared: readonly string[]): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell: { at: number; type: string; value: string } | undefined;
  for (const [, close, tag, attributes = '', after = ''] of xml.matchAll(TAG)) {
    if (tag === 'row' && !close) {
      const index = Number(attribute(attributes, 'r') ?? rows.length + 1) - 1;
      if (!(index >= 0 && index < MOST_ROWS)) throw new RangeError(`row ${index + 1}`);
      while (rows.length <= index) rows.push([]);
      row = rows[index] as string[];
    }
    if (tag === 'c' && !close) {
      const at = columnOf(attribute(attributes, 'r') ?? '');
      cell = { at: at < 0 ? row.length : at, type: attribute(attributes, 't') ?? 'n', value: '' };
    }
    if (cell && (tag === 'v' || tag === 't') && !close) cell.value += text(after);
    if (cell && tag === 'c' && (close || attributes.endsWith('/'))) {
      if (cell.at < MOST_COLUMNS) {
        while (row.length <= cell.at) row.push('');
        row[cell.at] = cell.type === 's' ? (shared[Number(cell.value)] ?? '') : cell.value;
      }
      cell = undefined;
    }
  }
  return rows;
};

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/**
 * The first sheet of an XLSX file as rows of text; undefined when it is none. Own, because lists need no more and a
 * library without bounds ends the process on a file of a few kilobytes. @throws RangeError when it is too large
 */
export const readXlsx = (bytes: Uint8Array): string[][] | undefined => {
  const zip = unzip(bytes);
  const [first] =
    zip?.names
      .filter((name) => SHEET.test(name))
      .sort((a, b) => Number(SHEET.exec(a)?.[1]) - Number(SHEET.exec(b)?.[1])) ?? [];
  const sheet = first === undefined ? undefined : zip?.part(first);
  if (sheet === undefined) return undefined;
  return rowsOf(sheet, sharedTexts(zip?.part('xl/sharedStrings.xml') ?? ''));
};
