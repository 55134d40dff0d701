import type { Amount } from '../measures/amount.ts';
import { type DeltaCursor, deltaCursor, feed, readNumbers } from './read-deltas.ts';
import { readVarint } from './varint.ts';

/** The next amount of any size, or undefined when its bytes have not all arrived. */
export const readLarge = (cursor: DeltaCursor): bigint | undefined => {
  const delta = readVarint(cursor);
  if (delta === undefined) return undefined;
  const amount = BigInt(cursor.previous) + delta;
  cursor.previous = amount;
  return amount;
};

/** Every amount of a sequence that `deltaWriter` wrote, in order. */
export function* readAmounts(chunks: Iterable<Uint8Array>): Generator<Amount> {
  const cursor = deltaCursor();
  const block = new Float64Array(1024);
  for (const chunk of chunks) {
    feed(cursor, chunk);
    for (let count = 1; count > 0; ) {
      count = readNumbers(cursor, block, block.length);
      yield* block.subarray(0, count);
    }
    for (let amount = readLarge(cursor); amount !== undefined; amount = readLarge(cursor)) yield amount;
  }
}
