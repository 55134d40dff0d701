import { percent } from '../../../shared/domain/basics/wording.ts';
import { lorenzAt } from '../../../shared/domain/equity/snapshot/sentences.ts';

/** Rows of the table twin: what the smallest 10%, 20% … receive together, or those up to the points a curve has. */
export const lorenzRows = (points: readonly number[], own = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]): string[][] =>
  own
    .filter((at) => at > 0)
    .map((at) => at / 20)
    .map((share) => [`${percent(share)} usaha terkecil`, percent(lorenzAt(points, share))]);
