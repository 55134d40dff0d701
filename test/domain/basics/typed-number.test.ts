import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';

describe('a number typed into a field', () => {
  test.each([
    ['15000', 15_000],
    ['15.000', 15_000],
    ['15,000', 15_000],
    ['15 000', 15_000],
    ['Rp 15.000', 15_000],
    ['rp. 15.000,-', 15_000],
    ['15.000,00', 15_000],
    ['15000,0', 15_000],
    ['1.250.000', 1_250_000],
    ['40 kotak', 40],
    ['40 pcs.', 40],
    ['１５０００', 15_000],
    ['25rb', 25_000],
    ['Rp25 rb', 25_000],
    ['100 ribu', 100_000],
    ['15K', 15_000],
    ['1,5 juta', 1_500_000],
    ['1.25jt', 1_250_000],
    ['2 juta', 2_000_000],
    ['2 miliar', 2_000_000_000],
    ['1,5 milyar', 1_500_000_000],
    ['10 batik', 10],
    ['10 karung', 10],
    ['3 kg', 3],
    ['0', 0],
    ['', 0],
    ['  ', 0],
  ])('%j is read as %d', (typed, value) => expect(typedNumber(typed)).toBe(value));

  test.each([
    '40,5',
    '15.5',
    '-5',
    '40-50',
    '2x20',
    'empat puluh',
    '1.2345',
    '12.34.567',
    'Rp',
    '1,000.50',
    '٤٠',
    '1.0000',
    '0x10',
    '1e3',
    '1.500 ribu',
    '1.234k',
    '5 ratus',
    '1.250 miliar',
    '25rb/kotak',
    'ribu',
    '-',
  ])('%j is no count, and is asked for again', (typed) => {
    const value = typedNumber(typed);
    expect(Number.isFinite(value) && !(Number.isInteger(value) && value >= 0)).toBe(true);
  });

  test('is read as it is shown', () =>
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (value) => {
        expect([rupiah(value), count(value), String(value), `${count(value)},00`].map(typedNumber)).toEqual(
          Array(4).fill(value),
        );
      }),
    ));
});
