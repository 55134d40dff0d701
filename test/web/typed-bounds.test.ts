import { describe, expect, test } from 'vitest';
import { shortNumber, tooLong } from '../../web/kit/typed-bounds.ts';
import { addressLine } from '../../web/storefront/cart/check/delivery.ts';

describe('what is typed', () => {
  test('is told to be too long, with how long it is, and never cut', () => {
    expect(tooLong('lima ', 5)).toBe('');
    expect(tooLong('enam h', 5)).toBe('Terlalu panjang: 6 huruf, paling banyak 5. Pendekkan dulu.');
    expect(tooLong('tanpa batas')).toBe('');
  });

  test.each(['', '3', '003', ' 12 '])('as the number of a neighbourhood may be %j', (typed) =>
    expect(shortNumber(typed)).toBe(''),
  );
  test.each(['tiga', '3a', '1234', 'RT 3', '3,5'])('as the number of a neighbourhood is not %j', (typed) =>
    expect(shortNumber(typed)).toMatch(/^Tulis dengan angka/),
  );
});

test('an address keeps each part that was written, whichever are left out', () => {
  expect(addressLine({ street: 'Jl. Kawi 2', rt: '3', rw: '5', village: 'Kauman' })).toBe(
    'Jl. Kawi 2, RT 3/RW 5, Kel. Kauman',
  );
  expect(addressLine({ street: 'Jl. Kawi 2', rw: '5' })).toBe('Jl. Kawi 2, RW 5');
  expect(addressLine({ street: 'Jl. Kawi 2', rt: '3' })).toBe('Jl. Kawi 2, RT 3');
});
