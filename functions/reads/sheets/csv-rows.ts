/** A row longer than this is no row of a list: a quote that nobody closed, or a file of no rows at all. */
export const MOST_LETTERS = 8_000;

/** A row that does not end, or only where no row does: counted from 1, the titles among them. */
export class RowWithoutEnd extends RangeError {
  readonly row: number;
  constructor(row: number) {
    super(`row ${row} has no end`);
    this.row = row;
  }
}

const separatorOf = (line: string): string =>
  [';', ',', '\t'].sort((a, b) => line.split(b).length - line.split(a).length)[0] as string;

/** Cells of a row in which something is quoted, line by line: a quote opens a cell at its beginning and nowhere else. */
const quotedRow = (separator: string) => {
  let [cells, cell, isOpen]: [string[], string, boolean] = [[], '', false];
  return {
    /** Takes a line; answers the cells where the row ends with it. */
    take: (line: string): string[] | undefined => {
      for (let at = 0; at < line.length; at += 1) {
        const mark = line[at] as string;
        if (isOpen && mark === '"' && line[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else if (mark === '"' && (isOpen || cell === '')) isOpen = !isOpen;
        else if (mark === separator && !isOpen) {
          cells.push(cell);
          cell = '';
        } else cell += mark;
      }
      // A line break within quotes belongs to its cell.
      if (isOpen) cell += '\n';
      const row = isOpen ? undefined : [...cells, cell];
      if (row) [cells, cell] = [[], ''];
      return row;
    },
  };
};

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * Rows of a CSV that comes in pieces, each as soon as its line is whole: nothing but one row is held and each letter is looked
 * at once, however long the file. The mark between cells is the one most often in the first line. @throws RowWithoutEnd
 */
export const csvRows = () => {
  let [rest, separator, rows] = ['', '', 0];
  let open: { row: ReturnType<typeof quotedRow>; letters: number } | undefined;
  const requireEnd = (line: string): void => {
    if (line.length + (open?.letters ?? 0) > MOST_LETTERS) throw new RowWithoutEnd(rows + 1);
  };
  /** The cells of the row that ends with this line; undefined where it goes on in the next. */
  const rowOf = (line: string): string[] | undefined => {
    requireEnd(line);
    if (separator === '') separator = separatorOf(line);
    if (!open && !line.includes('"')) return withoutReturn(line).split(separator);
    const { row, letters } = open ?? { row: quotedRow(separator), letters: 0 };
    const cells = row.take(line);
    open = cells ? undefined : { row, letters: letters + line.length + 1 };
    const last = cells?.at(-1);
    return cells && last !== undefined ? cells.with(-1, withoutReturn(last)) : undefined;
  };
  const push = function* (text: string): Generator<string[]> {
    const whole = rest + text;
    let from = 0;
    for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', from)) {
      const cells = rowOf(whole.slice(from, end));
      from = end + 1;
      if (!cells) continue;
      rows += 1;
      yield cells;
    }
    rest = whole.slice(from);
    requireEnd(rest);
  };
  const end = function* (): Generator<string[]> {
    const last = rest;
    rest = '';
    const cells = last === '' && !open ? [] : rowOf(last);
    if (!cells) throw new RowWithoutEnd(rows + 1);
    if (cells.length > 0) yield cells;
  };
  return { push, end };
};
