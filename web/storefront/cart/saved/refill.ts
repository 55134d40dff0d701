import type { Output } from '../../../../shared/contract.ts';
import { MOST_SHOPS, readCart, shopsOf, withGoods, writeCart } from '../cart.ts';
import { REFILLED, type Refill } from './refilled.tsx';

type Opened = Output<'GET /me/carts/{cartId}'>;

const full = 'Keranjang memuat paling banyak lima toko. Pesan dulu yang ada, lalu buka daftar ini lagi.';

/** Puts goods of a list, or of an order, back into the cart at the prices of today; answers what stands against it. */
export const refill = ({ cityCode, lines }: Opened): string | undefined => {
  const before = readCart();
  if (before.city !== undefined && before.city !== cityCode && before.lines.length > 0)
    if (!confirm('Keranjang Anda berisi barang dari kota lain. Mulai keranjang baru?'))
      return 'Keranjang tidak diubah.';
  const wanted = lines.flatMap(({ now, merchantId, merchantName, productId, name, unit }) =>
    now ? [{ ...now, merchantId, merchantName, productId, name, unit }] : [],
  );
  const after = withGoods(before, cityCode, wanted);
  if (shopsOf(after).length > MOST_SHOPS) return full;
  if (wanted.length > 0) writeCart(after);
  const told: Refill = { added: wanted.length, said: lines.flatMap(({ remark }) => remark ?? []) };
  try {
    sessionStorage.setItem(REFILLED, JSON.stringify(told));
  } catch {}
  dispatchEvent(new Event(REFILLED));
  return undefined;
};
