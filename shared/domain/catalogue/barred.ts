import { Problem } from '../../problem.ts';
import { isSameName } from './goods.ts';
import type { Product } from './product.ts';

/**
 * Refuses to go on with what was ordered of goods that the city took off the market meanwhile; goods that their shop merely took
 * off are still there for who ordered them. @throws Problem product_barred
 */
export const requireNoneBarred = (ordered: readonly (Pick<Product, 'name' | 'barred'> | undefined)[]): void => {
  const found = ordered.find((product) => product?.barred);
  if (found?.barred)
    throw new Problem(
      'product_barred',
      `${found.name} sudah ditarik dinas dari pasar. Tolak atau batalkan pesanan ini.`,
    );
};

type Offered = Pick<Product, 'name'> & { readonly productId?: string };

/**
 * What the city took off the market, the city opens again: neither is it offered as it is, nor as another good of the shop that
 * is called like it now or was called when it was taken off. @throws Problem product_barred
 */
export const requireOpen = ({ productId, name }: Offered, ownGoods: readonly Product[]): void => {
  for (const { barred, ...own } of ownGoods) {
    if (!barred) continue;
    const mend = `Barang ini ditarik dinas: ${barred.reason}. Perbaiki dulu, lalu minta dinas membukanya lagi.`;
    if (own.productId === productId) throw new Problem('product_barred', mend);
    if ([own.name, barred.name].some((known) => isSameName(known, name)))
      throw new Problem('product_barred', mend, [
        {
          pointer: '/name',
          detail: `Sama dengan ${barred.name} yang ditarik dinas. Bila barangnya lain, beri nama lain.`,
        },
      ]);
  }
};
