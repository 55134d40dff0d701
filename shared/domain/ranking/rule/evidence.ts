import { type Month, monthsBetween } from '../../basics/month.ts';
import { LEAST_OWNERS } from './price-line.ts';
import type { PriceEvidence } from './request.ts';

/** A median of like goods in one city, and the owners behind it. */
export type CityMedian = { medianRupiah: number; owners: number };
/** The last verdict there was on goods of a city, and the month it still held in. */
export type PastMedian = CityMedian & { month: Month };

/** A past price says something for a year. */
const PAST_MONTHS = 12;

/** The median of cities' medians, each counted with its owners (type 1: always one of them). */
const medianOfCities = (cities: readonly CityMedian[], owners: number): number => {
  let counted = 0;
  for (const city of [...cities].sort((a, b) => a.medianRupiah - b.medianRupiah)) {
    counted += city.owners;
    if (counted >= owners / 2) return city.medianRupiah;
  }
  return 0;
};

/**
 * What goods of a city are compared with (EQUITY.md §3 (a) 1): the month's reference, where enough owners were paid; three owners of like goods here, else three in the
 * province, else the last verdict of the year; else nothing, and `few` only says what is usual here.
 */
export const evidenceFor = (
  here: CityMedian,
  elsewhere: readonly CityMedian[],
  past: PastMedian | null,
  month: Month,
  paid?: CityMedian,
): PriceEvidence => {
  if (paid) return { ...paid, source: 'paid' };
  if (here.owners >= LEAST_OWNERS) return { ...here, source: 'like' };
  const cities = [here, ...elsewhere].filter(({ owners }) => owners > 0);
  const owners = cities.reduce((sum, city) => sum + city.owners, 0);
  if (owners >= LEAST_OWNERS) return { medianRupiah: medianOfCities(cities, owners), owners, source: 'province' };
  if (past && monthsBetween(past.month, month) <= PAST_MONTHS)
    return { medianRupiah: past.medianRupiah, owners: past.owners, source: 'past' };
  return { ...here, source: 'few' };
};
