import { covers } from '../../ranking/rule/request.ts';
import type { AttainableInputs, OfferInput, OrderInput } from './inputs.ts';

/** Owners who could have taken an order, or a share of it, in ascending order. */
export type Takers = (order: OrderInput, units: number) => readonly number[];

const accepts = ({ areas, mostUnits, leastUnits }: OfferInput, district: string, units: number): boolean =>
  units >= leastUnits &&
  (mostUnits === null || units <= mostUnits) &&
  (areas.length === 0 || areas.some((area) => covers(area, district)));

/**
 * Whose offers passed the gate for an order: by category, place, minimum and what a day holds, among offers above the price
 * line and the rating floor. Who took the order could take it, whatever its offers say now. A day's capacity is asked of
 * each order by itself.
 */
export const takersOf = ({ offers }: Pick<AttainableInputs, 'offers'>): Takers => {
  const byCategory = Map.groupBy(offers, ({ category }) => category);
  const known = new Map<string, readonly number[]>();
  const passing = (category: string, district: string, units: number): readonly number[] => {
    const key = `${category} ${district} ${units}`;
    const before = known.get(key);
    if (before) return before;
    const owners = (byCategory.get(category) ?? []).filter((offer) => accepts(offer, district, units));
    const found = [...new Set(owners.map(({ owner }) => owner))].sort((a, b) => a - b);
    known.set(key, found);
    return found;
  };
  return ({ category, district, owner }, units) => {
    const found = passing(category, district, units);
    return found.includes(owner) ? found : [...found, owner].sort((a, b) => a - b);
  };
};
