import { byText } from '../../basics/sort.ts';
import type { Product } from '../../catalogue/product.ts';
import { drawsOf } from '../rule/draw.ts';

type Priced = Pick<Product, 'productId' | 'priceRupiah'>;

/** What a good is ordered by in the list of its own shop; later texts come later. */
const shopKey = ({ productId, priceRupiah }: Priced, whole: (id: string) => string): string =>
  `${String(priceRupiah).padStart(13, '0')}#${whole(productId)}`;

/**
 * The goods of one shop as its own list shows them: by price, equals by the draw of a day, never by an id that its owner can
 * choose. There is one owner, so nobody is ranked and no decision is kept: whoever has the day's key orders them again.
 */
export const inShopOrder = <P extends Priced>(
  products: readonly P[],
  dayKey: string,
): { product: P; key: string }[] => {
  const { whole } = drawsOf(dayKey);
  return products.map((product) => ({ product, key: shopKey(product, whole) })).sort((a, b) => byText(a.key, b.key));
};
