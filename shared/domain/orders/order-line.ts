import { Problem } from '../../problem.ts';
import { type Day, dayOf, type Instant } from '../basics/month.ts';
import { type Product, requireDeliverable } from '../catalogue/product.ts';
import type { City } from '../places/city.ts';
import type { CartLine, SentLine } from './cart.ts';
import type { OrderLine } from './order.ts';

/** Every line may say which price it showed, also where two lines of one product are ordered as one. */
const requirePriceSeen = ({ name, priceRupiah }: Product, sent: readonly SentLine[]): void => {
  const other = sent.find((line) => line.priceRupiah !== undefined && line.priceRupiah !== priceRupiah);
  if (other)
    throw new Problem('price_changed', `Harga ${name} sekarang Rp${priceRupiah}. Periksa lagi keranjang Anda.`, [
      { pointer: `${other.pointer}/priceRupiah`, detail: `Harga sekarang ${priceRupiah}.` },
    ]);
};

/** A line of an order with its price locked, of a product that can be had like this. @throws Problem at the line */
export const orderLine = (
  { quantity, pointer, sent }: CartLine,
  product: Product | undefined,
  { deliverOn, district, city, now }: { deliverOn: Day; district: string | null; city: City; now: Instant },
): OrderLine => {
  if (!product?.listed || product.cityCode !== city.cityCode)
    throw new Problem('product_withdrawn', 'Barang ini tidak dijual lagi. Hapus dari keranjang.', [
      { pointer: `${pointer}/productId`, detail: 'Tidak dijual lagi.' },
    ]);
  requireDeliverable(product, {
    day: deliverOn,
    today: dayOf(now, city.zone),
    district,
    quantity,
    pointer,
  });
  requirePriceSeen(product, sent);
  const { productId, name, unit, priceRupiah, supply, category } = product;
  return { productId, name, unit, priceRupiah, quantity, received: 0, supply, category };
};
