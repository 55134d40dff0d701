import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call, Refusal } from '../../entry/client.ts';
import { type CartLine, readCart, withChange, writeCart } from './cart.ts';
import type { Trouble } from './mend-line.tsx';

/** What no longer holds of a line that was put into the cart some time ago; by product. */
export type Troubles = ReadonlyMap<string, Trouble>;

const gone: Trouble = { code: 'product_withdrawn', detail: 'Barang ini sudah tidak dijual.' };

const troubleOf = async (call: Call, line: CartLine): Promise<Trouble | undefined> => {
  const { merchantId, productId } = line;
  try {
    const now = await call('GET /merchants/{merchantId}/products/{productId}', { params: { merchantId, productId } });
    if (!now.active || !now.listed) return gone;
    if (now.minQuantity !== line.minQuantity) {
      const quantity = Math.max(line.quantity, now.minQuantity);
      writeCart(withChange(readCart(), line, { minQuantity: now.minQuantity, quantity }));
    }
    if (now.priceRupiah !== line.priceRupiah)
      return { code: 'price_changed', detail: `Harganya sekarang ${rupiah(now.priceRupiah)}.` };
    if (now.free !== null && now.free < line.quantity)
      return { code: 'stock_too_little', detail: `Tersisa ${now.free} ${now.unit}. Kurangi jumlahnya.` };
    return undefined;
  } catch (error) {
    return (error as Refusal).status === 404 ? gone : undefined;
  }
};

/** Asks what holds now of every line, so that a changed price is seen before the order and not after. */
export const freshTroubles = async (call: Call): Promise<Troubles> => {
  const { lines } = readCart();
  const found = await Promise.all(lines.map(async (line) => [line.productId, await troubleOf(call, line)] as const));
  return new Map(found.flatMap(([productId, trouble]) => (trouble ? [[productId, trouble] as const] : [])));
};
