/**
 * Of the distance between popularity and what automatic assignment through the same gate reaches in the same market, the
 * share that our lists close; null where there is none to close.
 */
export const shareClosed = (popularity: number, ours: number, floor: number): number | null =>
  popularity > floor ? (popularity - ours) / (popularity - floor) : null;
