import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesUnit } from '../../../shared/domain/basics/amounts/content.ts';
import { unitPrice } from '../../../shared/domain/catalogue/unit-price.ts';

describe('what a kilo, a litre or an egg costs', () => {
  test.each([
    ['Beras 5 kg', 'karung', 72_500, 'Rp14.500 per kg'],
    ['Beras pulen', 'karung 5 kg', 72_500, 'Rp14.500 per kg'],
    ['Gula 1/2 kg', 'bungkus', 9_000, 'Rp18.000 per kg'],
    ['Gula ½ kg', 'bungkus', 9_000, 'Rp18.000 per kg'],
    ['Kopi 250 gram', 'bungkus', 20_000, 'Rp80.000 per kg'],
    ['Mi telur 4 x 500 gram', 'dus', 40_000, 'Rp20.000 per kg'],
    ['Minyak 2 liter', 'botol', 36_000, 'Rp18.000 per liter'],
    ['Telur 30 butir', 'rak', 60_000, 'Rp2.000 per butir'],
  ])('%s by the %s for %d is told as %s', (name, unit, priceRupiah, told) => {
    expect(unitPrice({ name, unit, priceRupiah })).toBe(told);
  });

  test.each([
    ['Gula 1.000 gram', 'bungkus'],
    ['Beras', 'kg'],
    // A kilo by its unit, whatever its name praises.
    ['Beras 5 kg', 'kg'],
    ['Sendok', 'lusin'],
    ['Beras 1/0 kg', 'karung'],
    ['Nasi kotak 3 lauk', 'kotak'],
  ])('%s by the %s says nothing else than its price', (name, unit) => {
    expect(unitPrice({ name, unit, priceRupiah: 20_000 })).toBeUndefined();
  });

  test('is what a ceiling for it would be held against', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999 }), fc.constantFrom('kg', 'liter'), (amount, per) => {
        const sold = { name: `Beras ${amount} ${per}`, unit: 'karung' };
        const times = timesUnit(sold, per) ?? 0;
        expect(unitPrice({ ...sold, priceRupiah: 1000 * times })).toBe(`Rp1.000 per ${per}`);
      }),
    );
  });
});
