import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, looksLike, PRINT_GRID, printOf } from '../../../shared/domain/photos/picture-print.ts';

const SPOTS = PRINT_GRID.width * PRINT_GRID.height;
const picture = fc.uint8Array({ minLength: SPOTS, maxLength: SPOTS });
const print = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
/** A print with some of its bits turned round. */
const turned = (from: string, bits: readonly number[]): string =>
  [...from]
    .map((digit, at) =>
      bits
        .filter((bit) => Math.floor(bit / 4) === at)
        .reduce((value, bit) => value ^ (1 << (bit % 4)), Number.parseInt(digit, 16))
        .toString(16),
    )
    .join('');
const someBits = (most: number) => fc.uniqueArray(fc.nat({ max: 255 }), { maxLength: most });

describe('the print of a picture', () => {
  test('is the same for a picture that is brighter all over, and for itself', () => {
    fc.assert(
      fc.property(picture, fc.nat({ max: 40 }), (grey, by) => {
        const dim = grey.map((value) => Math.floor((value * 3) / 4));
        expect(printOf(dim.map((value) => value + by))).toBe(printOf(dim));
      }),
    );
  });

  test('is none for a blank sheet, which looks like every other', () => {
    fc.assert(
      fc.property(fc.nat({ max: 255 }), (shade) => {
        expect(printOf(new Uint8Array(SPOTS).fill(shade))).toBeNull();
      }),
    );
  });

  test('is found and known again while few bits are turned round, and shares a band with it up to fifteen', () => {
    fc.assert(
      fc.property(print, someBits(15), (one, bits) => {
        const other = turned(one, bits);
        expect(looksLike(one, other)).toBe(true);
        expect(bandsOf(one).some((band) => bandsOf(other).includes(band))).toBe(true);
      }),
    );
  });

  test('is not that of a picture of which a fifth of the bits is another', () => {
    fc.assert(
      fc.property(print, fc.uniqueArray(fc.nat({ max: 255 }), { minLength: 52, maxLength: 80 }), (one, bits) => {
        expect(looksLike(one, turned(one, bits))).toBe(false);
      }),
    );
  });
});
