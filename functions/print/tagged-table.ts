import { LEFT, WIDTH } from './pdf-paper.ts';
import { heightOf, keptWith, roomFor, ruled, say, type TaggedPage, within } from './tagged-page.ts';

export type Column = { readonly head: string; readonly share: number; readonly align?: 'left' | 'right' };
type TableLook = {
  readonly columns: readonly Column[];
  readonly size?: number;
  /** Kept free at the foot of every page. */
  readonly foot?: number;
  /** The height of what belongs under the table: its last two rows go to a next page with it rather than leave it alone. */
  readonly after?: number;
};
export type TableRow = readonly string[] | { readonly strong: readonly string[] };

/** From one column to the next. */
const GUTTER = 6;

/** A column's left edge and width, in points. */
const edges = (columns: readonly Column[]): readonly { x: number; width: number }[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let x = LEFT;
  return columns.map(({ share }, index) => {
    const width = (share / whole) * WIDTH;
    const edge = { x, width: index === columns.length - 1 ? width : width - GUTTER };
    x += width;
    return edge;
  });
};

const UNDER = 8;
const looksOf = ({ columns, size = 9.5 }: TableLook, as: 'TH' | 'TD', strong: boolean) => {
  const at = edges(columns);
  return columns.map(({ align = 'left' }, index) => ({ size, strong, align, width: at[index]?.width ?? 0, as }));
};
const cellsOf = (row: TableRow): readonly string[] => ('strong' in row ? row.strong : row);

/** Words are never cut: what stands in a table is what it is about. */
const rowHeight = (table: TaggedPage, look: TableLook, row: TableRow, as: 'TH' | 'TD' = 'TD'): number => {
  const looks = looksOf(look, as, 'strong' in row || as === 'TH');
  const heights = cellsOf(row).map((cell, index) => heightOf(table, cell, looks[index]));
  return Math.max(...heights, (look.size ?? 9.5) + 2.5) + UNDER;
};

/** How high a table is that stands on one page. */
export const tableHeight = (page: TaggedPage, look: TableLook, rows: readonly TableRow[]): number =>
  rows.reduce(
    (sum, row) => sum + rowHeight(page, look, row),
    rowHeight(
      page,
      look,
      look.columns.map(({ head }) => head),
      'TH',
    ),
  );

const draw = (table: TaggedPage, look: TableLook, row: TableRow, y: number, as: 'TH' | 'TD'): number => {
  const at = edges(look.columns);
  const looks = looksOf(look, as, 'strong' in row || as === 'TH');
  within(table, 'TR', (line) => {
    for (const [index, cell] of cellsOf(row).entries()) say(line, cell, at[index]?.x ?? LEFT, y, looks[index]);
  });
  const end = y + rowHeight(table, look, row, as);
  ruled(table, end - 5, '#999999');
  return end;
};

/** A table with its heads, again on every page it reaches; answers where it ends. */
export const drawTable = (page: TaggedPage, look: TableLook, rows: readonly TableRow[], y: number): number =>
  within(page, 'Table', (table) => {
    const heads = look.columns.map(({ head }) => head);
    const { foot = 0, after = 0 } = look;
    /** What has to fit from this row on: the row itself, and from the last but one all that ends the table. */
    const block = (index: number): number => {
      const own = rowHeight(table, look, rows[index] ?? []);
      if (index === rows.length - 1) return keptWith(own, after, foot);
      return index === rows.length - 2 ? keptWith(own, block(index + 1), foot) : own;
    };
    const headHeight = rowHeight(table, look, heads, 'TH');
    let at = draw(table, look, heads, roomFor(table, y, headHeight + block(0), foot), 'TH');
    for (const [index, row] of rows.entries()) {
      const top = roomFor(table, at, block(index), foot);
      // A new page says again what its columns are.
      at = draw(table, look, row, top < at ? draw(table, look, heads, top, 'TH') : top, 'TD');
    }
    return at;
  });
