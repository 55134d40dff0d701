import { describe, expect, test } from 'vitest';
import type { Flaw } from '../../shared/problem.ts';
import { Refusal } from '../../web/entry/client.ts';
import { type Cart, type CartLine, withChange, without } from '../../web/storefront/cart/cart.ts';
import { refusedOf, standing } from '../../web/storefront/cart/troubles.ts';

const line = (merchantId: string, productId: string, more: Partial<CartLine> = {}): CartLine => ({
  merchantId,
  merchantName: merchantId,
  productId,
  name: productId,
  unit: 'kotak',
  category: 'meeting-food',
  priceRupiah: 9_500,
  quantity: 3,
  minQuantity: 1,
  ...more,
});
const cart: Cart = { city: '35.73', lines: [line('a', 'nasi'), line('b', 'kue'), line('a', 'teh')] };
const refused = (code: Refusal['code'], pointer: string, flaw: Partial<Flaw> = { figure: 12_500 }) =>
  refusedOf(cart, new Refusal(409, code, 'Periksa lagi.', [{ pointer, detail: 'Berubah.', ...flaw }]));

describe('what the market said of a cart', () => {
  test('stands at the goods it was said of, whatever leaves the cart before them', () => {
    // Shops are sent in the order in which they came, each with its own lines.
    const { lines } = refused('price_changed', '/shops/0/lines/1/priceRupiah');
    expect([...lines.keys()]).toEqual(['teh']);
    expect(lines.get('teh')?.figure).toBe(12_500);
    expect([...standing(without(cart, line('a', 'nasi')), lines).keys()]).toEqual(['teh']);
  });

  test('is over for a line that was mended, and not for one that only got its reason', () => {
    const { lines } = refused('price_changed', '/shops/1/lines/0/priceRupiah');
    const agreed = withChange(cart, line('b', 'kue'), { priceRupiah: 12_500 });
    expect(standing(agreed, lines).size).toBe(0);
    const reasoned = withChange(cart, line('b', 'kue'), { reason: 'Dekat kantor.' });
    expect(standing(reasoned, lines).size).toBe(1);
  });

  test('has a figure only where the market said one: a number in the words, or in the name of goods, is none', () => {
    const detail = 'Diusulkan Nasi kotak 2 lauk Rp20.000 per kotak; sekarang Rp25.000 per kotak.';
    const { lines } = refused('price_changed', '/shops/0/lines/0/productId', { detail });
    expect(lines.get('nasi')).toMatchObject({ detail, figure: undefined });
  });

  test('names the shop where the shop stands in the way, and no line where another day mends it', () => {
    const closed = refused('merchant_closed', '/shops/1/merchantId', { detail: 'Sedang tutup.' });
    expect([[...closed.shops], closed.lines.size]).toEqual([[['b', 'Periksa lagi.']], 0]);
    const full = refused('capacity_too_little', '/shops/1/lines/0/quantity', { figure: 2 });
    expect([full.shops.size, full.lines.size]).toEqual([0, 0]);
    const fee = refused('price_changed', '/shops/1/delivery/feeRupiah');
    expect([fee.shops.size, fee.lines.size]).toEqual([0, 0]);
  });
});
