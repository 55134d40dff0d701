import { type Amount, assertAscending, wholeRupiah } from '../measures/amount.ts';
import { EquityError } from '../measures/equity-error.ts';

/*
 * Ascending amounts as differences, each in base 128, low digits first, the high bit saying that more follow (LEB128).
 * Neighbours of a sorted city differ by a few hundred rupiah, so a merchant takes one to three bytes.
 */
const MORE = 0x80;
const DIGIT = 0x7f;
/** No total of any country needs more: 40 digits of seven bits are 2^280. */
const VARINT_MAX_BYTES = 40;
const VARINT_MAX = 2n ** BigInt(7 * VARINT_MAX_BYTES);
const CHUNK_BYTES = 65_536;

/**
 * Writes one varint at `at` and answers where it ends.
 *
 * @throws EquityError AmountTooLarge from 2^280 on: what no reader takes must not be written.
 */
export const writeVarint = (bytes: Uint8Array, at: number, value: Amount): number => {
  let rest = value;
  if (typeof rest === 'bigint') {
    if (rest >= VARINT_MAX) throw new EquityError('AmountTooLarge', `${rest} does not fit a city file`);
    for (; rest > Number.MAX_SAFE_INTEGER; rest >>= 7n) bytes[at++] = Number(rest & 0x7fn) | MORE;
    rest = Number(rest);
  }
  for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes[at++] = (rest % MORE) | MORE;
  bytes[at++] = rest;
  return at;
};

const difference = (amount: Amount, previous: Amount): Amount =>
  typeof amount === 'number' && typeof previous === 'number' ? amount - previous : BigInt(amount) - BigInt(previous);

/** Encodes ascending amounts into chunks handed to `write` as they fill; `end` hands over the last one. */
export const deltaWriter = (write: (chunk: Uint8Array) => void) => {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let used = 0;
  let previous: Amount = 0;
  const end = () => {
    if (used > 0) write(chunk.subarray(0, used));
    chunk = new Uint8Array(CHUNK_BYTES);
    used = 0;
  };
  const add = (given: Amount) => {
    const amount = wholeRupiah(given);
    assertAscending(previous, amount);
    if (used + VARINT_MAX_BYTES > CHUNK_BYTES) end();
    used = writeVarint(chunk, used, difference(amount, previous));
    previous = amount;
  };
  return { add, end };
};

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

/** Reads one bigint varint, or answers undefined when its bytes have not all arrived. */
export const readVarint = (cursor: { bytes: Uint8Array; at: number }): bigint | undefined => {
  let value = 0n;
  for (let length = 0; length < VARINT_MAX_BYTES; length += 1) {
    const byte = cursor.bytes[cursor.at + length];
    if (byte === undefined) return undefined;
    value |= BigInt(byte & DIGIT) << BigInt(7 * length);
    if (byte < MORE) {
      cursor.at += length + 1;
      return value;
    }
  }
  throw new EquityError('CityFileCorrupt', `a number longer than ${VARINT_MAX_BYTES} bytes`);
};

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
