import type { OfficeYear } from './spent.ts';

/** By what a city's offices can stand, the largest first. */
export const officeOrders = ['delivered', 'share', 'owners', 'largest', 'days'] as const;
export type OfficeOrder = (typeof officeOrders)[number];

const figures: Readonly<Record<OfficeOrder, (office: OfficeYear) => number>> = {
  delivered: ({ delivered }) => Number(delivered.totalRupiah),
  share: ({ procurementRupiah, delivered }) =>
    (procurementRupiah === null ? delivered.ofMarket : delivered.ofProcurement) ?? -1,
  owners: ({ equivalentOwners }) => equivalentOwners ?? -1,
  largest: ({ largestShare }) => largestShare ?? -1,
  days: ({ medianDays }) => medianDays ?? -1,
};

/** Who stands alike stands by name, and then by id: a page goes on where the one before ended. */
export const inOfficeOrder = (offices: readonly OfficeYear[], order: OfficeOrder): OfficeYear[] =>
  offices.toSorted(
    (a, b) =>
      figures[order](b) - figures[order](a) || a.name.localeCompare(b.name, 'id') || (a.agencyId < b.agencyId ? -1 : 1),
  );
