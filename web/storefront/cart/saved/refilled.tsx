import { useEffect, useState } from 'preact/hooks';
import { readCart } from '../cart.ts';

/** Under which it is left for the cart's page what became of goods; also the event that says so. */
export const REFILLED = 'keranjang-terisi';
export type Refill = { readonly added: number; readonly said: readonly string[] };

/** What was said last on this page, for the cart that is drawn again while it is filled. */
let last: Refill | undefined;
const take = (): Refill | undefined => {
  try {
    const told = JSON.parse(sessionStorage.getItem(REFILLED) ?? 'null') as Refill | null;
    sessionStorage.removeItem(REFILLED);
    last = told ?? last;
  } catch {}
  return last;
};

/** What became of goods that were put back into the cart, said once. */
export const Refilled = () => {
  const [told, setTold] = useState(take);
  useEffect(() => {
    const again = () => setTold(take());
    addEventListener(REFILLED, again);
    return () => removeEventListener(REFILLED, again);
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
