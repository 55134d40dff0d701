import type { Category } from '../basics/category.ts';
import type { Day, Instant, Month } from '../basics/month.ts';

/** What the rules know of an accepted order: neither a name nor a phone or an address of anybody. */
export type Purchase = {
  readonly orderId: string;
  /** A keyed hash, as in the ledger; an office is one buyer, whoever of its people acts. */
  readonly buyer: string;
  readonly agencyId: string | null;
  readonly merchantId: string;
  /** The owner as lists count owners: a cluster of shops. */
  readonly ownerId: string;
  readonly category: Category;
  readonly at: Instant;
  readonly day: Day;
  readonly month: Month;
  /** Orders of one cart, or of one split, are one package. */
  readonly packageId: string;
  readonly goodsRupiah: number;
  readonly feeRupiah: number;
  readonly lines: readonly PurchaseLine[];
  /** Owners above the line in the list it was chosen from; null when it came from none. */
  readonly passing: number | null;
  /** What the market knows on both sides of it. */
  readonly sides: readonly ('applicant' | 'phone' | 'noted')[];
};
export type PurchaseLine = {
  /** Kind of goods: what is like what. */
  readonly goods: string;
  readonly name: string;
  readonly unit: string;
  readonly priceRupiah: number;
  readonly quantity: number;
  /** Since when the product is offered; null when it is not known. */
  readonly offeredAt: Instant | null;
};

export const packagesIn = (purchases: readonly Purchase[]): number =>
  new Set(purchases.map(({ packageId }) => packageId)).size;
export const idsOf = (purchases: readonly Purchase[]): string[] => purchases.map(({ orderId }) => orderId);
export const sumOf = (purchases: readonly Purchase[]): number =>
  purchases.reduce((sum, { goodsRupiah }) => sum + goodsRupiah, 0);
