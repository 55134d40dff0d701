import { expect, test } from 'vitest';
import { oftenBought } from '../../../shared/domain/spending/often-bought.ts';

const row = (merchantId: string, orders: number, deliveredRupiah: string) => ({
  merchantId,
  merchantName: `Toko ${merchantId}`,
  orders,
  deliveredRupiah,
});

test('whom offices order from is told over all of them: most often first, then most of, then by its number', () => {
  const rows = [
    row('a', 2, '900719925474099300'),
    row('b', 3, '10'),
    row('a', 2, '1'),
    row('c', 3, '20'),
    row('d', 0, '0'),
    row('e', 3, '10'),
  ];
  expect(oftenBought(rows)).toEqual([
    { merchantId: 'a', merchantName: 'Toko a', orders: 4, offices: 2, deliveredRupiah: '900719925474099301' },
    { merchantId: 'c', merchantName: 'Toko c', orders: 3, offices: 1, deliveredRupiah: '20' },
    { merchantId: 'b', merchantName: 'Toko b', orders: 3, offices: 1, deliveredRupiah: '10' },
    { merchantId: 'e', merchantName: 'Toko e', orders: 3, offices: 1, deliveredRupiah: '10' },
  ]);
});
