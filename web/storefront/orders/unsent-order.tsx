import { useEffect, useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { longDay } from '../../kit/days.ts';
import { onCartChange, readCart, shopsOf, sumOf, writeCart } from '../cart/cart.ts';

/** An order that waits on this device for a network. */
export const UnsentOrder = () => {
  const [cart, setCart] = useState(readCart);
  useEffect(() => onCartChange(() => setCart(readCart())), []);
  const { unsent, lines } = cart;
  if (!unsent) return null;
  const fees = Object.values(unsent.ways ?? {}).reduce((sum, { feeRupiah = 0 }) => sum + feeRupiah, 0);
  const keep = () => {
    const { unsent: _, ...plain } = readCart();
    writeCart(plain);
  };
  return (
    <section class="block urgent">
      <h2>Belum terkirim</h2>
      <p class="sum">
        <span>
          {shopsOf(cart).map(({ merchantId, merchantName }, index) => (
            <span key={merchantId}>
              {index > 0 && ', '}
              <bdi>{merchantName}</bdi>
            </span>
          ))}
          , untuk {longDay(unsent.deliverOn)}
        </span>
        <b>{rupiah(sumOf(lines) + fees)}</b>
      </p>
      <p>Pesanan ini dikirim sendiri saat HP tersambung ke internet, satu kali saja.</p>
      <button class="line" type="button" onClick={keep}>
        Jangan kirim dulu
      </button>
    </section>
  );
};
