import { addDays, type Day } from '../../basics/month.ts';
import { nearestDay } from '../../catalogue/delivery-days.ts';
import type { Product } from '../../catalogue/product.ts';

/** So far is looked ahead for days on which a shop can deliver. */
export const DAYS_LOOKED_AT = 21;

/** Goods wanted together, and how many of them are free on a day: of a shelf the same number on each. */
export type WantedGoods = {
  readonly product: Pick<Product, 'leadDays' | 'closedDays'>;
  readonly quantity: number;
  readonly free: (day: Day) => number;
};

/** The days looked at, of which some may not do. */
export const daysFrom = (from: Day, last: Day): Day[] =>
  Array.from({ length: DAYS_LOOKED_AT }, (_, ahead) => addDays(from, ahead)).filter((day) => day <= last);

/** Of these days, those on which everything wanted can be delivered when it is ordered on `today`. */
export const possibleDays = (days: readonly Day[], wanted: readonly WantedGoods[], today: Day): Day[] =>
  days.filter((day) =>
    wanted.every(({ product, quantity, free }) => nearestDay(product, day, today) === day && free(day) >= quantity),
  );
