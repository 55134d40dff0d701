import { addDays, weekdayOf } from '../basics/month.ts';
import type { Day } from '../basics/month-schema.ts';
import type { Product } from './product.ts';

type Days = Pick<Product, 'leadDays' | 'closedDays'>;

/** The first day from `from` on that its maker is open. No maker is closed on all seven. */
const openFrom = ({ closedDays }: Days, from: Day): Day => {
  let day = from;
  while (closedDays.includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
};

/** The first day this product can be delivered when ordered on `today`. */
export const firstDeliveryDay = (product: Days, today: Day): Day => openFrom(product, addDays(today, product.leadDays));

/** The day itself where its maker can keep it, ordered on `today`; else the nearest one after it on which they can. */
export const nearestDay = (product: Days, day: Day, today: Day): Day => {
  const first = firstDeliveryDay(product, today);
  return day < first ? first : openFrom(product, day);
};
