import { ACROSS, DOWN, type Piece } from './writing.ts';

/** So many pieces must be found again before anything is said. */
const LEAST_PIECES = 6;
/** So many may be found nowhere: packing takes a piece apart, or joins two. */
const MOST_MISSING = 3;
/** Up to here two pieces say the same; 0 is alike in every cell, 1 is no likeness at all. */
const MOST_APART = 0.3;
/** One picture is laid on the other by a piece of each; the largest are tried. */
const TRIED = 12;

type Written = { readonly width: number; readonly height: number; readonly writing: readonly Piece[] };

/** How one picture lies on another: spots of the first times the scale, moved. */
type Lay = { readonly scale: number; readonly right: number; readonly down: number };
type Pair = readonly [Piece, Piece];

const high = ({ top, bottom }: Piece): number => bottom - top;
const long = ({ left, right }: Piece): number => right - left;
const middle = ({ top, bottom }: Piece): number => (top + bottom) / 2;

/** Pieces that come to lie on one another, and how many come to lie inside the other picture on nothing. */
const pairsUnder = (one: Written, other: Written, { scale, right, down }: Lay) => {
  const pairs: Pair[] = [];
  let missing = 0;
  for (const piece of one.writing) {
    const [from, to] = [scale * piece.left + right, scale * piece.right + right];
    const [at, height] = [scale * middle(piece) + down, scale * high(piece)];
    const near = Math.max(3, height / 2);
    const found = other.writing.find(
      (under) =>
        Math.abs(under.left - from) < near &&
        Math.abs(under.right - to) < near &&
        Math.abs(middle(under) - at) < near &&
        Math.abs(high(under) - height) < near,
    );
    if (found) pairs.push([piece, found]);
    else if (from > 0 && to < other.width && at > height && at < other.height - height) missing += 1;
  }
  return { pairs, missing };
};

/** The way to lay that fits corners of pairs best, by least squares. */
const fitted = (pairs: readonly Pair[]): Lay | undefined => {
  const corners = pairs.flatMap(([a, b]) => [
    [a.left, a.top, b.left, b.top] as const,
    [a.right, a.bottom, b.right, b.bottom] as const,
  ]);
  const mean = (of: 0 | 1 | 2 | 3) => corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length;
  const [x, y, toX, toY] = [mean(0), mean(1), mean(2), mean(3)];
  const spread = corners.reduce((sum, [a, b]) => sum + (a - x) ** 2 + (b - y) ** 2, 0);
  const scale = corners.reduce((sum, [a, b, c, d]) => sum + (a - x) * (c - toX) + (b - y) * (d - toY), 0) / spread;
  return scale > 0 ? { scale, right: toX - scale * x, down: toY - scale * y } : undefined;
};

const laid = (one: Written, other: Written) => {
  let best: { readonly pairs: readonly Pair[]; readonly missing: number } = { pairs: [], missing: 0 };
  for (const piece of one.writing.slice(0, TRIED))
    for (const under of other.writing) {
      const scale = long(under) / long(piece);
      if (Math.abs(high(under) - scale * high(piece)) > 2 + 0.15 * high(under)) continue;
      const lay = { scale, right: under.left - scale * piece.left, down: middle(under) - scale * middle(piece) };
      const found = pairsUnder(one, other, lay);
      if (found.pairs.length > best.pairs.length) best = found;
    }
  const lay = best.pairs.length < LEAST_PIECES ? undefined : fitted(best.pairs);
  return lay && { ...pairsUnder(one, other, lay), lay };
};

/** The greys of a piece where the cells of another lie, moved by parts of a cell; between cells they are mixed. */
const greysUnder = ([piece, under]: Pair, { scale, right, down }: Lay, across: number, below: number): number[] => {
  const at = (row: number, column: number) => Number(piece.cells[row * ACROSS + column]);
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return Array.from({ length: ACROSS * DOWN }, (_, cell) => {
    const x = under.left + (((cell % ACROSS) + 0.5 + across) * long(under)) / ACROSS;
    const y = under.top + ((Math.floor(cell / ACROSS) + 0.5 + below) * high(under)) / DOWN;
    const column = within((((x - right) / scale - piece.left) * ACROSS) / long(piece) - 0.5, ACROSS - 1);
    const row = within((((y - down) / scale - piece.top) * DOWN) / high(piece) - 0.5, DOWN - 1);
    const [left, top] = [Math.min(ACROSS - 2, Math.floor(column)), Math.min(DOWN - 2, Math.floor(row))];
    const [toRight, toBottom] = [column - left, row - top];
    const upper = at(top, left) * (1 - toRight) + at(top, left + 1) * toRight;
    const lower = at(top + 1, left) * (1 - toRight) + at(top + 1, left + 1) * toRight;
    return upper * (1 - toBottom) + lower * toBottom;
  });
};

/** One less the correlation of two rows of greys. */
const unlike = (one: readonly number[], other: readonly number[]): number => {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [a, b] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [at, value] of one.entries()) {
    const [x, y] = [value - a, (other[at] ?? 0) - b];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return 1 - both / (Math.sqrt(first * second) || 1);
};

/** A piece’s edges are known to a spot or two: where it lies is tried by parts of a cell. */
const tries = [0, -0.4, 0.4, -0.8, 0.8].flatMap((across) => [0, -0.5, 0.5].map((below) => ({ across, below })));
const alike = (pair: Pair, lay: Lay): boolean => {
  const greys = [...pair[1].cells].map(Number);
  return tries.some(({ across, below }) => unlike(greysUnder(pair, lay, across, below), greys) <= MOST_APART);
};

/**
 * Whether two pictures say the same wherever both can be read: one may be a part of the other, smaller, or packed again. Another
 * sum, moment or number in one place is enough to tell them apart. Undefined where too little fits to say either.
 */
export const sameWriting = (one: Written, other: Written): boolean | undefined => {
  const found = laid(one, other);
  if (!found || found.pairs.length < LEAST_PIECES) return undefined;
  if (!found.pairs.every((pair) => alike(pair, found.lay))) return false;
  return found.missing <= MOST_MISSING ? true : undefined;
};
