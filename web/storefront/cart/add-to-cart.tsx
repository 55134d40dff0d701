import type { TargetedMouseEvent } from 'preact';
import { useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { type CartLine, MOST_SHOPS, readCart, shopsOf, withLine, writeCart } from './cart.ts';
import { Stepper } from './stepper.tsx';

const full = 'Keranjang memuat paling banyak lima toko. Pesan dulu yang ada, lalu lanjutkan.';

/** Puts a line into the cart; answers what stands against it, in words. */
export const put = (city: string, line: CartLine): string | undefined => {
  const before = readCart();
  if (before.city !== undefined && before.city !== city && before.lines.length > 0)
    if (!confirm('Keranjang Anda berisi barang dari kota lain. Mulai keranjang baru?'))
      return 'Isi keranjang Anda tidak berubah.';
  const after = withLine(before, city, line);
  if (shopsOf(after).length > MOST_SHOPS) return full;
  writeCart(after);
  return undefined;
};

/** How many of these goods lie in the cart now: what a tap added is said, and not only that it did. */
const holds = ({ merchantId, productId, unit }: CartLine): string => {
  const line = readCart().lines.find((one) => one.merchantId === merchantId && one.productId === productId);
  return `${line?.quantity ?? 0} ${unit}`;
};

/** The second tap of a hurried two is none: who wants more has a stepper. */
const isSecondTap = ({ detail }: TargetedMouseEvent<HTMLButtonElement>): boolean => detail > 1;

/** The "+" of a card: one tap puts the least amount into the cart. */
export const QuickAdd = ({ city, line }: { city: string; line: CartLine }) => {
  const [said, setSaid] = useState('');
  const add = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (!isSecondTap(event)) setSaid(put(city, line) ?? `${line.name} di keranjang: ${holds(line)}`);
  };
  return (
    <>
      <button class="quick" type="button" onClick={add} aria-label={`Tambah ${line.name} ke keranjang`}>
        +
      </button>
      <span class="away" role="status">
        {said}
      </span>
    </>
  );
};

/** The foot of a product page: how many, and into the cart with the sum on the button. */
export const AddToCart = ({ city, line, closed }: { city: string; line: CartLine; closed?: string | undefined }) => {
  const [quantity, setQuantity] = useState(line.minQuantity);
  const [said, setSaid] = useState<string>();
  const [refused, setRefused] = useState(false);
  if (closed) return <p class="say">{closed}</p>;
  const add = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (isSecondTap(event)) return;
    const against = put(city, { ...line, quantity });
    setRefused(against !== undefined);
    setSaid(against ?? `Di keranjang: ${holds(line)}.`);
  };
  return (
    <div class="add">
      <Stepper name={line.name} value={quantity} least={line.minQuantity} onChange={setQuantity} />
      <button class="button" type="button" onClick={add}>
        Tambah ke keranjang · {rupiah(line.priceRupiah * quantity)}
      </button>
      {line.minQuantity > 1 && (
        <p class="small quiet">
          Minimal pesan: {line.minQuantity} {line.unit}
        </p>
      )}
      <p role="status" class="small">
        {said} {said && !refused && <a href="/keranjang/">Lihat keranjang</a>}
      </p>
    </div>
  );
};
