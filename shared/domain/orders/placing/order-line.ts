import { Problem } from '../../../problem.ts';
import { type Day, dayOf, type Instant } from '../../basics/month.ts';
import { rupiah } from '../../basics/wording.ts';
import { requireDeliverable } from '../../catalogue/deliverable.ts';
import type { Product } from '../../catalogue/product.ts';
import type { City } from '../../places/city.ts';
import type { OrderLine } from '../order.ts';
import type { CartLine, SentLine } from './cart.ts';

/** Every line may say which price it showed, also where two lines of one product are ordered as one. */
const requirePriceSeen = ({ name, priceRupiah }: Product, sent: readonly SentLine[]): void => {
  const other = sent.find((line) => line.priceRupiah !== undefined && line.priceRupiah !== priceRupiah);
  if (other)
    throw new Problem('price_changed', `Harga ${name} sekarang ${rupiah(priceRupiah)}. Periksa lagi keranjang Anda.`, [
      {
        pointer: `${other.pointer}/priceRupiah`,
        detail: `Harga sekarang ${rupiah(priceRupiah)}.`,
        figure: priceRupiah,
      },
    ]);
};

/** When and where goods are wanted; `dayPointer` is where the day was written. No district: they are picked up. */
type Wanted = {
  readonly day: Day;
  readonly dayPointer: string;
  readonly district: string | null;
  readonly city: City;
  readonly now: Instant;
};

/** A line of an order with its price locked, of a product that can be had like this. @throws Problem at the line */
export const orderLine = (
  { quantity, pointer, sent }: CartLine,
  product: Product | undefined,
  { day, dayPointer, district, city, now }: Wanted,
): OrderLine => {
  if (!product?.listed || product.cityCode !== city.cityCode)
    throw new Problem('product_withdrawn', 'Barang ini sedang tidak dijual. Hapus dari keranjang.', [
      { pointer: `${pointer}/productId`, detail: 'Sedang tidak dijual.' },
    ]);
  requireDeliverable(product, {
    day,
    dayPointer,
    district,
    quantity,
    pointer,
    today: dayOf(now, city.zone),
  });
  requirePriceSeen(product, sent);
  const { productId, name, unit, priceRupiah, supply, category } = product;
  return { productId, name, unit, priceRupiah, quantity, received: 0, supply, category };
};
