import type { Suppressed } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY, provinceOf } from '../../shared/domain/places/region.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getSnapshot } from '../../shared/table/equity/snapshots.ts';

const placesAbove = (place: string): string[] => {
  if (place === COUNTRY) return [];
  return place === provinceOf(place) ? [COUNTRY] : [provinceOf(place), COUNTRY];
};

/**
 * What the merges a place is part of decided to hide of it: a city may be the second one hidden in its province, so that
 * the first cannot be had by subtraction. Undefined where a merge is not made yet.
 */
export const decisionsAbove = (table: Table, place: string, month: string): Promise<(Suppressed | undefined)[]> =>
  Promise.all(placesAbove(place).map(async (above) => (await getSnapshot(table, above, month))?.suppressed));
