import { type Known, shareOf, sumOf } from './office-rows.ts';
import type { ShopYearCard } from './shop-year.ts';

/** How what was delivered lies on the owners it came from; totals of a year pass what a Number holds exactly. */
export const ownersOf = (rows: readonly ShopYearCard[], ownerOf: Known['ownerOf']) => {
  const byOwner = new Map<string, bigint>();
  for (const row of rows) byOwner.set(ownerOf(row), (byOwner.get(ownerOf(row)) ?? 0n) + BigInt(row.deliveredRupiah));
  const spent = [...byOwner.values()].filter((amount) => amount > 0n);
  const total = sumOf(spent, (one) => one);
  const largest = spent.reduce((most, one) => (one > most ? one : most), 0n);
  return {
    owners: spent.length,
    equivalentOwners: shareOf(
      total * total,
      sumOf(spent, (one) => one * one),
    ),
    largestShare: shareOf(largest, total),
  };
};
