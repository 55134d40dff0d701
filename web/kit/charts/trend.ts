/** A share between 0 and 1 for each month; null where the month is missing. */
export type Series = { readonly name: string; readonly shares: readonly (number | null)[] };
export type Scale = { readonly low: number; readonly high: number };

const STEP = 0.15;
/** One scale for all series, in whole steps, so that a steeper line is a steeper change in each picture. */
export const scaleOf = (all: readonly Series[]): Scale => {
  const known = all.flatMap(({ shares }) => shares.filter((share) => share !== null));
  if (known.length === 0) return { low: 0, high: 1 };
  const low = Math.floor(Math.min(...known) / STEP) * STEP;
  const high = Math.ceil(Math.max(...known) / STEP) * STEP;
  return { low: Math.max(0, low), high: Math.min(1, Math.max(high, low + STEP)) };
};

export type Frame = { readonly width: number; readonly height: number };
/** The points of a series inside a frame, in pieces where months are missing. */
export const piecesOf = ({ shares }: Series, { low, high }: Scale, { width, height }: Frame): [number, number][][] => {
  const pieces: [number, number][][] = [[]];
  for (const [at, share] of shares.entries()) {
    if (share === null) pieces.push([]);
    else {
      const across = shares.length > 1 ? (at / (shares.length - 1)) * width : width / 2;
      pieces.at(-1)?.push([across, height - ((share - low) / (high - low)) * height]);
    }
  }
  return pieces.filter((piece) => piece.length > 0);
};
