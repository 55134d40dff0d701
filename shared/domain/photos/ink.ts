/** Less than this from one spot to the next but one is grain, or the ringing of a packed picture. */
const STEP = 56;

/** A picture in grey, row by row. */
export type Grey = { readonly width: number; readonly height: number; readonly values: Uint8Array };

/** Spots where the grey changes along the row; upright lines that are longer than writing is high are frames and left out. */
export const inkOf = ({ width, height, values }: Grey): Uint8Array => {
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
