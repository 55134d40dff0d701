import { addMonths, type Month, monthOf, monthsBetween } from '../../shared/domain/basics/month.ts';
import type { City } from '../kit/places.ts';

type Founded = Pick<City, 'foundedAt' | 'zone'>;

/** `most` months of a city up to `latest`, the latest first: none from before it was founded, and always at least one. */
export const monthsOfCity = ({ foundedAt, zone }: Founded, latest: Month, most: number): Month[] => {
  const since = monthsBetween(monthOf(foundedAt, zone), latest) + 1;
  return Array.from({ length: Math.max(1, Math.min(most, since)) }, (_, back) => addMonths(latest, -back));
};

/** The same for years. */
export const yearsOfCity = ({ foundedAt, zone }: Founded, latest: string, most: number): string[] => {
  const since = Number(latest) - Number(monthOf(foundedAt, zone).slice(0, 4)) + 1;
  return Array.from({ length: Math.max(1, Math.min(most, since)) }, (_, back) => String(Number(latest) - back));
};
