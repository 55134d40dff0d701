import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { MOST_SHOPS, readCart, shopsOf, withGoods, writeCart } from './cart.ts';

type Opened = Output<'GET /me/carts/{cartId}'>;

const KEY = 'keranjang-terisi';
type Told = { readonly added: number; readonly said: readonly string[] };

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
  const told: Told = { added: wanted.length, said: lines.flatMap(({ said }) => said ?? []) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(told));
  } catch {}
  dispatchEvent(new Event(KEY));
  return undefined;
};

/** What was said last on this page, for the cart that is drawn anew while it is filled. */
let last: Told | undefined;
const take = (): Told | undefined => {
  try {
    const told = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Told | null;
    sessionStorage.removeItem(KEY);
    last = told ?? last;
  } catch {}
  return last;
};

/** What became of goods that were put back into the cart, said once. */
export const Refilled = () => {
  const [told, setTold] = useState(take);
  useEffect(() => {
    const again = () => setTold(take());
    addEventListener(KEY, again);
    return () => removeEventListener(KEY, again);
  }, []);
  // Of goods that are no longer there nothing is said.
  if (!told || (told.added > 0 && readCart().lines.length === 0)) return null;
  return (
    <div class={told.said.length > 0 ? 'say waiting' : 'say done'} role="status">
      <h2>{told.added > 0 ? `${told.added} barang masuk keranjang` : 'Tidak ada yang bisa dipesan lagi'}</h2>
      {told.said.length > 0 && (
        <ul>
          {told.said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
