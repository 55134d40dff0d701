/** Whole, safe, non-negative numbers, one for each thing to be ordered. */
export type Column = readonly number[] | Float64Array;

/** `order[i]` comes i-th. `decidedBy[i]` is the first column that sets it apart from the one before, or their count. */
export type Order = { order: Uint32Array; decidedBy: Uint8Array };

/** A digit: 2¹¹ counters stay in the nearest cache, and five digits hold every safe whole number. */
const RADIX = 2 ** 11;
/** So few are ordered sooner by comparing them. */
const FEW = 64;

/**
 * The indices 0 … n−1, ascending by the first column, where that is equal by the second, and so on. Those equal in every
 * column are handed to `settle`, which orders them in place.
 *
 * It gives what `sort` with a comparison gives (a property test holds them side by side), and fifty thousand take a
 * tenth of the time, because digits are counted and no two rows are compared until they are neighbours.
 */
export const sortByCounting = (columns: readonly Column[], settle: (equals: Uint32Array) => void): Order => {
  const length = columns[0]?.length ?? 0;
  let order: Uint32Array = new Uint32Array(length);
  for (let at = 0; at < length; at++) order[at] = at;
  if (length < FEW) order.sort((a, b) => compare(columns, a, b));
  // The last column first: what a sort finds equal, it leaves as the sorts before it did.
  else for (const column of columns.toReversed()) order = sortStably(order, column);

  const decidedBy = new Uint8Array(length);
  for (let from = 0, to = 1; from < length; from = to++) {
    for (; to < length; to++) {
      decidedBy[to] = apartIn(columns, order[to] as number, order[to - 1] as number);
      if (decidedBy[to] !== columns.length) break;
    }
    if (to - from > 1) settle(order.subarray(from, to));
  }
  return { order, decidedBy };
};

/** The first column in which two differ, or the number of columns. */
const apartIn = (columns: readonly Column[], a: number, b: number): number => {
  let at = 0;
  while (at < columns.length && columns[at]?.[a] === columns[at]?.[b]) at++;
  return at;
};

const compare = (columns: readonly Column[], a: number, b: number): number => {
  const column = columns[apartIn(columns, a, b)];
  return column ? (column[a] as number) - (column[b] as number) : 0;
};

/** Counting sort by one digit after the other, the lowest first. */
const sortStably = (order: Uint32Array, column: Column): Uint32Array => {
  let most = 0;
  for (let at = 0; at < column.length; at++) most = Math.max(most, column[at] as number);
  if (most === 0) return order;
  const starts = new Uint32Array(RADIX);
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (let unit = 1; unit <= most; unit *= RADIX) {
    // The inverse of a power of two, so the product is exact; `&` drops its fraction and all higher digits.
    const scale = 1 / unit;
    starts.fill(0);
    for (let at = 0; at < column.length; at++) (starts[((column[at] as number) * scale) & (RADIX - 1)] as number)++;
    for (let digit = 0, start = 0; digit < RADIX; digit++) {
      const count = starts[digit] as number;
      starts[digit] = start;
      start += count;
    }
    for (let at = 0; at < from.length; at++) {
      const index = from[at] as number;
      to[(starts[((column[index] as number) * scale) & (RADIX - 1)] as number)++] = index;
    }
    [from, to] = [to, from];
  }
  return from;
};
