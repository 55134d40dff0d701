import { percent } from '../formats.ts';

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

/** Rows of the table twin: what the smallest 10%, 20% … receive together. */
export const lorenzRows = (points: readonly number[]): string[][] =>
  Array.from({ length: 10 }, (_, at) => (at + 1) / 10).map((share) => [
    `${percent(share)} usaha terkecil`,
    percent(lorenzAt(points, share)),
  ]);
