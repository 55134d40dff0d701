import { inflateRawSync } from 'node:zlib';
import type { Download } from '../../../shared/contract/route/download.ts';

/* Reads back what a report writes: CSV, workbooks, the number of pages of a PDF. */

export const text = ({ bytes }: Pick<Download, 'bytes'>): string => Buffer.from(bytes).toString('utf8');

/** Reads RFC 4180 back. */
export const parseCsv = (csv: string, separator: string): string[][] => {
  const rows: string[][] = [];
  let [row, field, inside]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at];
    if (inside) {
      if (letter !== '"') field += letter;
      else if (csv[at + 1] === '"') field += csv[++at];
      else inside = false;
    } else if (letter === '"') inside = true;
    else if (letter === separator) {
      row.push(field);
      field = '';
    } else if (letter === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else if (letter !== '\r') field += letter;
  }
  return rows;
};
export const records = (csv: string, separator = ',') => {
  const [head = [], ...rows] = parseCsv(csv, separator);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
};

/** The files of a ZIP by name, read from its central directory (APPNOTE 4.3.12). */
export const unzipped = (zip: Buffer): Map<string, string> => {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [10, 20, 28, 30, 32].map((place) =>
      place === 20 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place),
    ) as [number, number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    files.set(path, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
};

/** What the cells of a row hold, by column; cells without a value are left out of the file. */
const cellsOf = (row: string, strings: readonly string[]): (string | number | null)[] => {
  const cells: (string | number | null)[] = [];
  for (const [cell, letters = '', content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)) {
    const column = [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < column) cells.push(null);
    const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
    cells[column] = value === undefined ? null : / t="s"/.test(cell) ? (strings[Number(value)] ?? '') : Number(value);
  }
  return cells;
};

/** Sheets of a workbook by name, each as rows of what its cells hold: numbers where they are numbers. */
export const workbook = (bytes: Uint8Array) => {
  const files = unzipped(Buffer.from(bytes));
  const xml = (path: string) => files.get(path) ?? '';
  const unescaped = (given: string) =>
    given
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, of = '']) =>
    unescaped([...of.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, one]) => one).join('')),
  );
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name = '']) =>
    unescaped(name),
  );
  return new Map(
    names.map((name, at) => [
      name,
      [...xml(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
        cellsOf(row, strings),
      ),
    ]),
  );
};
export const pages = ({ bytes }: Pick<Download, 'bytes'>): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;
