import { useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { type CartLine, MOST_SHOPS, readCart, shopsOf, withLine, writeCart } from './cart.ts';
import { Stepper } from './stepper.tsx';

const full = 'Keranjang memuat paling banyak lima toko. Pesan dulu yang ada, lalu lanjutkan.';

/** Puts a line into the cart; answers what stands against it, in words. */
export const put = (city: string, line: CartLine): string | undefined => {
  const before = readCart();
  if (before.city !== undefined && before.city !== city && before.lines.length > 0)
    if (!confirm('Keranjang Anda berisi barang dari kota lain. Mulai keranjang baru?')) return undefined;
  const after = withLine(before, city, line);
  if (shopsOf(after).length > MOST_SHOPS) return full;
  writeCart(after);
  return undefined;
};

/** The "+" of a card: one tap puts the least amount into the cart. */
export const QuickAdd = ({ city, line }: { city: string; line: CartLine }) => {
  const [said, setSaid] = useState('');
  const add = () => setSaid(put(city, line) ?? `${line.name} masuk keranjang`);
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
  if (closed) return <p class="say">{closed}</p>;
  const add = () => setSaid(put(city, { ...line, quantity }) ?? 'Masuk keranjang.');
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
        {said} {said === 'Masuk keranjang.' && <a href="/keranjang/">Lihat keranjang</a>}
      </p>
    </div>
  );
};
