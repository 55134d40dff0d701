import { describe, expect, test } from 'vitest';
import { isAlike } from '../../../shared/domain/register/owners/alike.ts';

describe('two names', () => {
  test.each([
    ['Dapur Bu Sari', 'Dapur Ibu Sarie'],
    ['Toko Sumber Rejeki', 'TK. Sumber Rezeki'],
    ['Warung Nasi Pecel Madiun', 'Warung Pecel Nasi Madiun'],
    ['Batik Tugu', 'BATIK-TUGU'],
  ])('may be one shop’s: %s, %s', (one, other) =>
    expect([isAlike(one, other), isAlike(other, one)]).toEqual([true, true]),
  );

  test.each([
    ['Dapur Bu Sari', 'Dapur Bu Rina'],
    ['Toko Jaya', 'Toko Makmur'],
    ['Batik Tugu', 'Batik Celaket'],
    ['Warung Bu Sri', 'Laundry Kilat'],
  ])('are two for what they share with many: %s, %s', (one, other) => expect(isAlike(one, other)).toBe(false));
});
