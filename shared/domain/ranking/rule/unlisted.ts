import type { Day } from '../../basics/month.ts';
import { type Ceiling, ceilingOf } from '../../catalogue/ceiling.ts';
import type { FailureReason } from './gate.ts';

/** The price line a product is compared with: of like goods here, in the province or in the past. */
export type KnownLine = { readonly medianRupiah: number | null; readonly lineRupiah: number | null };

/** What a list would have said of a product that was ordered without one. */
export type Unlisted = { readonly below: FailureReason | null; readonly referenceRupiah: number | null };

type Ordered = {
  readonly merchantId: string;
  readonly category: string;
  readonly name: string;
  readonly unit: string;
  readonly priceRupiah: number;
};

/**
 * Whether a product ordered without a mark of its list stands below the line. Of the gate's reasons only those of price
 * and rating are left: an order for a closed shop, a day, a place or a quantity that cannot be is refused altogether.
 */
export const unlisted = (
  product: Ordered,
  known: {
    line: KnownLine | undefined;
    ceilings: readonly Ceiling[];
    belowFloor: ReadonlySet<string>;
    day: Day;
  },
): Unlisted => {
  const { priceRupiah, merchantId } = product;
  const { line, ceilings, belowFloor, day } = known;
  const referenceRupiah = line?.medianRupiah ?? null;
  const ceiling = ceilingOf(product, day, ceilings);
  if (ceiling !== null && priceRupiah > ceiling) return { below: 'price_above_ceiling', referenceRupiah };
  const fair = line?.lineRupiah ?? null;
  if (fair !== null && priceRupiah > fair) return { below: 'price_above_fair', referenceRupiah };
  return { below: belowFloor.has(merchantId) ? 'rating_too_low' : null, referenceRupiah };
};
