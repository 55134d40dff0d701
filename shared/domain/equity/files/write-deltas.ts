import { type Amount, assertAscending, wholeRupiah } from '../measures/amount.ts';
import { EquityError } from '../measures/equity-error.ts';
import { MORE, VARINT_MAX, VARINT_MAX_BYTES } from './varint.ts';

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
