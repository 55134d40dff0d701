import { useEffect, useState } from 'preact/hooks';
import { onUnread, unreadNow } from '../entry/unread.ts';
import { countOf, onCartChange, readCart } from '../storefront/cart/cart.ts';

type Spot = 'beranda' | 'pesanan' | 'keranjang' | 'akun';

const paths: Record<Spot, string> = {
  beranda: 'M3 11l9-8 9 8M5 10v10h5v-6h4v6h5V10',
  pesanan: 'M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10',
  keranjang: 'M3 4h3l2 11h10l2-8H7M10 20h.01M17 20h.01',
  akun: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-4 4-6 8-6s7 2 8 6',
};
const spots: readonly [spot: Spot, name: string, to: string][] = [
  ['beranda', 'Beranda', '/'],
  ['pesanan', 'Pesanan', '/pesanan/'],
  ['keranjang', 'Keranjang', '/keranjang/'],
  ['akun', 'Akun', '/akun/'],
];

/** The four places of a shopper, always at the foot of a phone; the cart says how many goods are in it, the account how
 * many notices are unread. */
export const BottomBar = ({ at }: { at?: Spot }) => {
  const [inCart, setInCart] = useState(() => countOf(readCart()));
  const [unread, setUnread] = useState(unreadNow);
  useEffect(() => onUnread(setUnread), []);
  useEffect(() => onCartChange(() => setInCart(countOf(readCart()))), []);
  return (
    <nav class="foot-bar" aria-label="Menu utama">
      {spots.map(([spot, name, to]) => (
        <a key={spot} href={to} aria-current={spot === at ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path
              d={paths[spot]}
              fill="none"
              stroke="currentColor"
              stroke-width="1.8"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          <span>
            {name}
            {spot === 'keranjang' && inCart > 0 && (
              <b class="count">
                {inCart}
                <i class="away"> barang</i>
              </b>
            )}
            {spot === 'akun' && unread > 0 && (
              <b class="count">
                {unread > 99 ? '99+' : unread}
                <i class="away"> kabar baru</i>
              </b>
            )}
          </span>
        </a>
      ))}
    </nav>
  );
};
