import { MOST_COLUMNS, MOST_ROWS } from './read-xlsx.ts';

/** UTF-8, or what a spreadsheet on an old Windows writes. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Spreadsheets here write `;`: the mark that is most often on the first rows. */
const separatorOf = (text: string): string => {
  const start = text.slice(0, 4000);
  const count = (mark: string) => start.split(mark).length;
  return [';', ',', '\t'].sort((a, b) => count(b) - count(a))[0] as string;
};

/** A CSV file as rows of text: quotes, doubled quotes and line breaks within them as RFC 4180 has them. @throws RangeError when it is too large */
export const readCsv = (bytes: Uint8Array): string[][] => {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let from = 0;
  let quoted = '';
  const endCell = (at: number) => {
    if (row.length < MOST_COLUMNS) row.push(quoted + text.slice(from, at));
    quoted = '';
  };
  const endRow = (at: number) => {
    endCell(at);
    rows.push(row);
    row = [];
    if (rows.length > MOST_ROWS) throw new RangeError(`row ${rows.length}`);
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"' && at === from) {
      let end = at + 1;
      for (;;) {
        const next = text.indexOf('"', end);
        if (next < 0 || text[next + 1] !== '"') {
          end = next < 0 ? text.length : next;
          break;
        }
        end = next + 2;
      }
      quoted = text.slice(at + 1, end).replaceAll('""', '"');
      at = end;
      from = at + 1;
    } else if (mark === separator) {
      endCell(at);
      from = at + 1;
    } else if (mark === '\n' || mark === '\r') {
      endRow(at);
      if (mark === '\r' && text[at + 1] === '\n') at += 1;
      from = at + 1;
    }
  }
  if (from < text.length || row.length > 0 || quoted !== '') endRow(text.length);
  return rows;
};
