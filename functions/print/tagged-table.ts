import { LEFT, WIDTH } from './pdf-paper.ts';
import { heightOf, roomFor, ruled, say, type TaggedPage, within } from './tagged-page.ts';

export type Column = { readonly head: string; readonly share: number; readonly align?: 'left' | 'right' };
type TableLook = {
  readonly columns: readonly Column[];
  readonly size?: number;
  /** Kept free at the foot of every page. */
  readonly foot?: number;
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

const rowAt = (
  table: TaggedPage,
  { columns, size = 9.5, foot = 0 }: TableLook,
  cells: readonly string[],
  y: number,
  as: 'TH' | 'TD',
  strong: boolean,
): number => {
  const at = edges(columns);
  const looks = columns.map(({ align = 'left' }, index) => ({ size, strong, align, width: at[index]?.width ?? 0, as }));
  // Words are never cut: what stands in a table is what it is about.
  const height = Math.max(...cells.map((cell, index) => heightOf(table, cell, looks[index])), size + 2.5);
  const top = roomFor(table, y, height + 8, foot);
  // A new page says again what its columns are.
  const head = top < y && as === 'TD' ? headAt(table, { columns, size, foot }, top) : top;
  within(table, 'TR', (line) => {
    for (const [index, cell] of cells.entries()) say(line, cell, at[index]?.x ?? LEFT, head, looks[index]);
  });
  ruled(table, head + height + 3, '#999999');
  return head + height + 8;
};

const headAt = (table: TaggedPage, look: TableLook, y: number): number =>
  rowAt(
    table,
    look,
    look.columns.map(({ head }) => head),
    y,
    'TH',
    true,
  );

/** A table with its heads, again on every page it reaches; answers where it ends. */
export const drawTable = (page: TaggedPage, look: TableLook, rows: readonly TableRow[], y: number): number =>
  within(page, 'Table', (table) =>
    rows.reduce(
      (at: number, row) =>
        'strong' in row ? rowAt(table, look, row.strong, at, 'TD', true) : rowAt(table, look, row, at, 'TD', false),
      headAt(table, look, y),
    ),
  );
