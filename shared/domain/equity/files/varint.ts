import { EquityError } from '../measures/equity-error.ts';

/*
 * Ascending amounts as differences, each in base 128, low digits first, the high bit saying that more follow (LEB128).
 * Neighbours of a sorted city differ by a few hundred rupiah, so a merchant takes one to three bytes.
 */
export const MORE = 0x80;
export const DIGIT = 0x7f;
/** No total of any country needs more: 40 digits of seven bits are 2^280. */
export const VARINT_MAX_BYTES = 40;
export const VARINT_MAX = 2n ** BigInt(7 * VARINT_MAX_BYTES);

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
