import type { ProductRecord } from '../../shared/table/catalogue/products.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import type { readOffering } from './offering.ts';

/** An offer goes up or comes down. */
export const listingWrites = (
  { products, write }: Awaited<ReturnType<typeof readOffering>>,
  { productId, listed }: ProductRecord,
): Write[] => write(listed || products.some((other) => other.productId !== productId && other.listed));
