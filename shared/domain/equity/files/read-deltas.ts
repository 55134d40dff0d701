import type { Amount } from '../measures/amount.ts';
import { DIGIT, MORE } from './varint.ts';

/** Where a reader stands: `bytes` from `at` on are unread, `previous` is the amount read last. */
export type DeltaCursor = { bytes: Uint8Array; at: number; previous: Amount };
export const deltaCursor = (): DeltaCursor => ({ bytes: new Uint8Array(0), at: 0, previous: 0 });

/** More bytes for the cursor. What is unread stays in front of them: a varint may lie across two chunks. */
export const feed = (cursor: DeltaCursor, chunk: Uint8Array): void => {
  const rest = cursor.bytes.subarray(cursor.at);
  cursor.at = 0;
  cursor.bytes = chunk;
  if (rest.length === 0) return;
  cursor.bytes = new Uint8Array(rest.length + chunk.length);
  cursor.bytes.set(rest);
  cursor.bytes.set(chunk, rest.length);
};

/**
 * Reads amounts into `block`, at most `most`, and answers how many. It stops at the end of the bytes and before the
 * first amount beyond 2^53 − 1, which `readLarge` reads. This is the inner loop of the national merge.
 */
export const readNumbers = (cursor: DeltaCursor, block: Float64Array, most: number): number => {
  if (typeof cursor.previous !== 'number') return 0;
  const { bytes } = cursor;
  const end = bytes.length;
  let { at, previous } = cursor;
  let count = 0;
  while (count < most) {
    let next = at;
    let delta = 0;
    let scale = 1;
    let byte = MORE;
    while (byte >= MORE && next < end) {
      byte = bytes[next++] as number;
      delta += (byte & DIGIT) * scale;
      scale *= MORE;
    }
    // NaN and Infinity, from a varint that never ends, fail this comparison too and are left to `readLarge`.
    if (byte >= MORE || !(previous + delta <= Number.MAX_SAFE_INTEGER)) break;
    previous += delta;
    block[count++] = previous;
    at = next;
  }
  cursor.at = at;
  cursor.previous = previous;
  return count;
};
