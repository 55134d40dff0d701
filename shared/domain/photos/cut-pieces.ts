import * as z from 'zod';

/** A gap wider than this ends a piece, in heights of its line. */
const GAP = 0.9;

export const Box = z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() });
export type Box = z.infer<typeof Box>;

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
export const cut = (ink: Uint8Array, width: number, box: Box, depth = 0): Box[] => {
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
