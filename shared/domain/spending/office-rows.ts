import { ratio } from '../equity/measures/fraction.ts';
import { published } from '../equity/snapshot/spread.ts';
import type { Procurement } from './procurement.ts';
import type { Scale } from './scale.ts';
import type { ShopYearCard } from './shop-year.ts';

/** An office with what it bought of each shop, and its official budget. */
export type OfficeRows = {
  readonly rows: readonly ShopYearCard[];
  readonly procurement: Procurement | undefined;
  /** What the lines of its plan keep for small businesses, where they are marked. */
  readonly markedSmallRupiah?: string | null | undefined;
};
export type Known = {
  readonly scaleOf: (merchantId: string) => Scale | null;
  /** Whose a shop is, as the market's lists know it. */
  readonly ownerOf: (row: ShopYearCard) => string;
  readonly counts: readonly Scale[];
};

export const shareOf = (part: bigint, whole: bigint | null): number | null =>
  whole === null || whole === 0n ? null : published(ratio(part, whole));
export const sumOf = <T>(all: readonly T[], of: (one: T) => bigint): bigint =>
  all.reduce((sum, one) => sum + of(one), 0n);
export const rowsOf = (offices: readonly OfficeRows[]) => offices.flatMap(({ rows }) => rows);

export const officialOf = (offices: readonly OfficeRows[]): bigint | null => {
  const known = offices.flatMap(({ procurement }) => (procurement ? [BigInt(procurement.procurementRupiah)] : []));
  return known.length === 0 ? null : sumOf(known, (one) => one);
};
