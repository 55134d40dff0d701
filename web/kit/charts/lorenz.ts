import { percent } from '../../../shared/domain/basics/wording.ts';

/** Where a Lorenz curve stands at a share of merchants, straight between its points. */
export const lorenzAt = (points: readonly number[], share: number): number => {
  const place = share * (points.length - 1);
  const before = Math.floor(place);
  const from = points[before] ?? 0;
  const to = points[Math.min(before + 1, points.length - 1)] ?? from;
  return from + (to - from) * (place - before);
};

/** The curve as people tell it: ten shops and a hundred rupiah. */
export const lorenzSentence = (points: readonly number[]): string => {
  const rupiah = (share: number) => (share > 0 && share < 0.005 ? 'kurang dari Rp1' : `Rp${Math.round(share * 100)}`);
  return `Bayangkan 10 usaha berbagi Rp100: 1 yang terbesar menerima ${rupiah(1 - lorenzAt(points, 0.9))}, 4 yang terkecil bersama-sama menerima ${rupiah(lorenzAt(points, 0.4))}.`;
};

/** What people are told of a curve that shows too few shops to be told in tenths. */
export const COARSE = 'Kurva ini disederhanakan untuk umum, supaya tidak membuka omzet beberapa usaha.';

/** Rows of the table twin: what the smallest 10%, 20% … receive together, or those up to the points a curve has. */
export const lorenzRows = (points: readonly number[], own = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]): string[][] =>
  own
    .filter((at) => at > 0)
    .map((at) => at / 20)
    .map((share) => [`${percent(share)} usaha terkecil`, percent(lorenzAt(points, share))]);
