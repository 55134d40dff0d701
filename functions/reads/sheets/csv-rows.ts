/** A row longer than this is no row of a list: an open quote swallowed the file. */
const MOST_LETTERS = 8_000;

const separatorOf = (line: string): string =>
  [';', ',', '\t'].sort((a, b) => line.split(b).length - line.split(a).length)[0] as string;

/** Cells of a line in which something is quoted. */
const quotedCells = (line: string, separator: string): string[] => {
  const cells: string[] = [];
  let [cell, isOpen] = ['', false];
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
  return [...cells, cell];
};
const quotes = (line: string): number => line.split('"').length - 1;

/**
 * Rows of a CSV that comes in pieces, each as soon as its line is whole: nothing but one line is held, however long the file.
 * The mark between cells is the one most often in the first line. @throws RangeError where a row has no end
 */
export const csvRows = () => {
  let [rest, separator] = ['', ''];
  const cellsOf = (line: string): string[] => {
    if (separator === '') separator = separatorOf(line);
    return line.includes('"') ? quotedCells(line, separator) : line.split(separator);
  };
  const push = function* (text: string): Generator<string[]> {
    const whole = rest + text;
    let from = 0;
    for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', end + 1)) {
      const line = whole.slice(from, end);
      // A line break within quotes belongs to its cell.
      if (line.includes('"') && quotes(line) % 2 === 1) {
        if (line.length > MOST_LETTERS) throw new RangeError('a row without an end');
        continue;
      }
      from = end + 1;
      yield cellsOf(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
    rest = whole.slice(from);
    if (rest.length > MOST_LETTERS) throw new RangeError('a row without an end');
  };
  const end = function* (): Generator<string[]> {
    const last = rest;
    rest = '';
    if (last !== '') yield cellsOf(last.endsWith('\r') ? last.slice(0, -1) : last);
  };
  return { push, end };
};
