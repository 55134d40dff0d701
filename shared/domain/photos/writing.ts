import * as z from 'zod';

/*
 * The writing in a picture: where its pieces stand and how each is inked, in a few cells of four greys. Two transfers of one bank
 * have the same frame, the same labels and another sum, moment or number; only what is written tells them apart.
 */

/** Cells of a piece, across and down. */
export const ACROSS = 40;
export const DOWN = 5;
const GREYS = 4;
/** So many pieces are kept, the largest: a transfer says less, and a till receipt says enough in them. */
const MOST_PIECES = 24;
/** Less than this from one spot to the next but one is grain, or the ringing of a packed picture. */
const STEP = 56;
/** Lower than this nothing can be told of the letters; longer, a cell would hold several of them. Pixels, and heights. */
const LEAST_HIGH = 6;
const [LEAST_LONG, MOST_LONG] = [2, 24];
/** A gap wider than this ends a piece, in heights of its line. */
const GAP = 0.9;

const Box = z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() });
type Box = z.infer<typeof Box>;
export const Piece = Box.extend({ cells: z.string().describe('Row by row, each cell one of four greys') });
export type Piece = z.infer<typeof Piece>;

/** A picture in grey, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly values: Uint8Array };

/** Spots where the grey changes along the row; upright lines that are longer than writing is high are frames and left out. */
const inkOf = ({ width, height, values }: Grey): Uint8Array => {
  const ink = values.map((_, at) => {
    const x = at % width;
    return x > 0 && x < width - 1 && Math.abs((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) > STEP ? 1 : 0;
  });
  const long = Math.max(width, height) / 12;
  for (let x = 0; x < width; x++) {
    let from = 0;
    for (let y = 0; y <= height; y++) {
      if (y < height && ink[y * width + x]) continue;
      if (y - from > long) for (let at = from; at < y; at++) ink[at * width + x] = 0;
      from = y + 1;
    }
  }
  return ink;
};

/** Where a line of counts has something, parts closer than a gap taken together: from, and just behind. */
const runsIn = (counts: Uint32Array, gap: number): [number, number][] => {
  const runs: [number, number][] = [];
  for (const [at, count] of counts.entries()) {
    // One spot alone is grain.
    if (count < 2) continue;
    const last = runs.at(-1);
    if (last && at - last[1] < gap) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
};

const countsIn = (ink: Uint8Array, width: number, box: Box) => {
  const rows = new Uint32Array(box.bottom - box.top);
  const columns = new Uint32Array(box.right - box.left);
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++)
      if (ink[y * width + x]) {
        rows[y - box.top] = (rows[y - box.top] ?? 0) + 1;
        columns[x - box.left] = (columns[x - box.left] ?? 0) + 1;
      }
  return { rows, columns };
};

const DEEPEST = 4;
/** Cuts a box into lines, lines at their gaps, and each part again, until nothing is to cut. */
const cut = (ink: Uint8Array, width: number, box: Box, depth = 0): Box[] => {
  const lines = runsIn(countsIn(ink, width, box).rows, 2).map(([from, to]) => ({
    ...box,
    top: box.top + from,
    bottom: box.top + to,
  }));
  const parts = lines.flatMap((line) => {
    const gap = Math.max(3, Math.round((line.bottom - line.top) * GAP)) + 1;
    return runsIn(countsIn(ink, width, line).columns, gap).map(([from, to]) => ({
      ...line,
      left: line.left + from,
      right: line.left + to,
    }));
  });
  const whole = parts.length === 1 && parts[0]?.left === box.left && parts[0].right === box.right;
  if (depth === DEEPEST || parts.length === 0 || (whole && lines[0]?.top === box.top && lines[0].bottom === box.bottom))
    return parts;
  return parts.flatMap((part) => cut(ink, width, part, depth + 1));
};

/** What lies at the edge may be cut through. */
const EDGE = 2;
const isWriting = ({ left, top, right, bottom }: Box, { width, height }: Grey): boolean => {
  const [long, high] = [right - left, bottom - top];
  const inside = left > EDGE && top > EDGE && right < width - EDGE && bottom < height - EDGE;
  return inside && high >= LEAST_HIGH && long >= LEAST_LONG * high && long < MOST_LONG * high;
};

/** The mean grey of a part of a picture whose edges lie between spots. */
const meanOf = ({ width, values }: Grey, [left, right]: [number, number], [top, bottom]: [number, number]): number => {
  let [sum, weight] = [0, 0];
  for (let y = Math.floor(top); y < Math.ceil(bottom); y++)
    for (let x = Math.floor(left); x < Math.ceil(right); x++) {
      const share = (Math.min(x + 1, right) - Math.max(x, left)) * (Math.min(y + 1, bottom) - Math.max(y, top));
      sum += share * (values[y * width + x] ?? 0);
      weight += share;
    }
  return sum / weight;
};

const cellsOf = (grey: Grey, { left, top, right, bottom }: Box): string => {
  const part = (from: number, to: number, at: number, of: number): [number, number] => [
    from + ((to - from) * at) / of,
    from + ((to - from) * (at + 1)) / of,
  ];
  const means = Array.from({ length: ACROSS * DOWN }, (_, at) =>
    meanOf(grey, part(left, right, at % ACROSS, ACROSS), part(top, bottom, Math.floor(at / ACROSS), DOWN)),
  );
  const [darkest, brightest] = [Math.min(...means), Math.max(...means)];
  const range = brightest - darkest || 1;
  return means.map((mean) => Math.round(((mean - darkest) / range) * (GREYS - 1))).join('');
};

/** The largest pieces of writing in a picture. None where it is blurred, slanted or shows things. */
export const writingIn = (grey: Grey): Piece[] => {
  const area = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top);
  return cut(inkOf(grey), grey.width, { left: 0, top: 0, right: grey.width, bottom: grey.height })
    .filter((box) => isWriting(box, grey))
    .sort((a, b) => area(b) - area(a))
    .slice(0, MOST_PIECES)
    .map((box) => ({ ...box, cells: cellsOf(grey, box) }));
};
