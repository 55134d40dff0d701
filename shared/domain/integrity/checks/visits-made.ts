import { byText } from '../../basics/sort.ts';
import type { MonthFacts } from '../facts.ts';
import type { VisitMade } from '../visit-made.ts';
import { listed } from '../words.ts';

export const isOf = ({ month }: MonthFacts, { receivedOn }: VisitMade): boolean => receivedOn.slice(0, 7) === month;
export const shopsIn = (visits: readonly VisitMade[]): string[] =>
  [...new Set(visits.map(({ merchantId }) => merchantId))].sort(byText);
export const ownersIn = (visits: readonly VisitMade[]): number => new Set(visits.map(({ ownerId }) => ownerId)).size;
export const about = (visits: readonly VisitMade[]) => ({
  agencyId: null,
  merchantIds: shopsIn(visits),
  orderIds: [],
  officers: [...new Set(visits.map(({ visitor }) => visitor))].sort(byText),
});
export const namesIn = (visits: readonly VisitMade[]): string =>
  listed([...new Set(visits.map(({ name }) => name))].sort(byText));
export type Placed = VisitMade & { readonly place: NonNullable<VisitMade['place']> };
