/*
 * What a picture looks like, in 256 bits: where grey grows brighter from one spot to the next (a difference hash). Packed again,
 * made smaller, a little brighter or cropped by a hair, a picture keeps nearly all of them; another picture shares half.
 */

/** The grid a picture is made small to before it is looked at: one column more than there are bits in a row. */
export const PRINT_GRID = { width: 17, height: 16 } as const;
const SIDE = 16;
const BITS = SIDE * SIDE;
/** Less than this is the grain of a packed picture, not something in it. */
const STEP = 2;
/** A picture with fewer edges is a blank sheet, and looks like every other one. */
const LEAST_EDGES = 16;
/** Up to so many bits apart two pictures look like one; photos of two receipts of one kind begin to lie nearer than 36. */
const MOST_APART = 15;
const BAND = 4;

/** The print of grey values, row by row as PRINT_GRID says, as 64 hexadecimal digits; null where there is nothing to see. */
export const printOf = (grey: Uint8Array): string | null => {
  const bits = Array.from({ length: BITS }, (_, at) => {
    const from = Math.floor(at / SIDE) * PRINT_GRID.width + (at % SIDE);
    return (grey[from + 1] ?? 0) - (grey[from] ?? 0) > STEP ? 1 : 0;
  });
  if (bits.reduce<number>((sum, bit) => sum + bit, 0) < LEAST_EDGES) return null;
  const digits = Array.from({ length: BITS / 4 }, (_, at) =>
    Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2),
  );
  return digits.map((digit) => digit.toString(16)).join('');
};

const bitsIn = (digit: number): number => (digit === 0 ? 0 : (digit & 1) + bitsIn(digit >> 1));

/** Whether two pictures look like one. */
export const looksLike = (one: string, other: string): boolean => {
  const apart = [...one].reduce(
    (sum, digit, at) => sum + bitsIn(Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? '0', 16)),
    0,
  );
  return one.length === other.length && apart <= MOST_APART;
};

/** Sixteen parts of a print with their places, by which like ones are found: pictures up to fifteen bits apart share one. */
export const bandsOf = (print: string): string[] =>
  Array.from(
    { length: print.length / BAND },
    (_, at) => `${at.toString(16)}${print.slice(at * BAND, (at + 1) * BAND)}`,
  );
