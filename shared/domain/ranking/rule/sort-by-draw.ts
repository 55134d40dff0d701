import type { Draws } from './draw.ts';
import { sortByCounting } from './sort-by-counting.ts';

/** Orders tied indices in place by the draws of their owners. */
export const sortByDraw = (tied: Uint32Array, ownerOf: (index: number) => string, draws: Draws): void => {
  const leading = new Float64Array(tied.length);
  for (let at = 0; at < tied.length; at++) leading[at] = draws.leading(ownerOf(tied[at] as number));
  const whole = (at: number): string => draws.whole(ownerOf(tied[at] as number));
  const { order } = sortByCounting([leading], (equals) => {
    equals.sort((a, b) => (whole(a) < whole(b) ? -1 : 1));
  });
  for (let at = 0; at < order.length; at++) order[at] = tied[order[at] as number] as number;
  tied.set(order);
};
