import type { Product } from './product.ts';

/**
 * How much of a good is left, as everybody may know it: how many exactly is between the shop and who orders, or a rival who asks
 * every hour would know what it sells (decision 63).
 */
export const lefts = ['gone', 'few', 'enough'] as const;
export type Left = (typeof lefts)[number];

const FEW = 5;
type Terms = Pick<Product, 'minQuantity'>;

/** The most there can be of what is told to be few. */
export const mostOfFew = ({ minQuantity }: Terms): number => Math.max(FEW, minQuantity);

export const leftOf = (free: number, terms: Terms): Left => {
  if (free < terms.minQuantity) return 'gone';
  return free <= mostOfFew(terms) ? 'few' : 'enough';
};

/**
 * The pieces that an answer to anybody reckons with, where so many are free: none, the most that few can be, or as many as its
 * maker says can be made; undefined for a shelf with enough.
 */
export const toldFree = (free: number, product: Terms & Pick<Product, 'perDay'>): number | undefined => {
  const left = leftOf(free, product);
  if (left === 'gone') return 0;
  const made = product.perDay ?? undefined;
  return left === 'enough' ? made : Math.min(mostOfFew(product), made ?? Number.POSITIVE_INFINITY);
};
