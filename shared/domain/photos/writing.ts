import * as z from 'zod';
import { Box, cut } from './cut-pieces.ts';
import { type Grey, inkOf } from './ink.ts';

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
/** Lower than this nothing can be told of the letters; longer, a cell would hold several of them. Pixels, and heights. */
const LEAST_HIGH = 6;
const [LEAST_LONG, MOST_LONG] = [2, 24];
export const Piece = Box.extend({ cells: z.string().describe('Row by row, each cell one of four greys') });
export type Piece = z.infer<typeof Piece>;

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
