import * as z from 'zod';
import { categories } from '../../basics/category-labels.ts';
import { addMonths } from '../../basics/month.ts';
import { Day, Month } from '../../basics/month-schema.ts';
import { byText } from '../../basics/sort.ts';
import { drawsOf } from '../rule/draw.ts';

/** The months in which the categories of a city begin to be ranked, one after the other, in an order drawn by the key of a day. */
export const Starts = z
  .object({
    drawnOn: Day.describe('The day whose key drew the order: SHA-256 HMAC of each category, the lowest first'),
    months: z.record(z.string(), Month).describe('By category'),
  })
  .meta({ id: 'RankingStarts' });
export type Starts = z.infer<typeof Starts>;

type Key = { readonly dayKey: string; readonly drawnOn: Day };
/** The order is nobody's choice: the key is secret on its day and told on the next, when everybody can draw it again. */
export const drawnStarts = ({ dayKey, drawnOn }: Key, first: Month, stepMonths: number): Starts => {
  const { whole } = drawsOf(dayKey);
  const order = Object.keys(categories).sort((a, b) => byText(whole(a), whole(b)));
  return {
    drawnOn,
    months: Object.fromEntries(order.map((category, at) => [category, addMonths(first, at * stepMonths)])),
  };
};

type Wish = { readonly category?: string | null | undefined; readonly lots?: number | undefined };
/**
 * The month in which the category of a list begins to be ranked; null where it is. Lists over several categories are ranked all
 * along, as their goods could not be held against each other otherwise, and so are proposals to split.
 */
export const beginsLater = (
  { starts }: { readonly starts: Starts | null },
  { category, lots = 1 }: Wish,
  day: Day,
): Month | null => {
  const start = category == null || lots > 1 ? undefined : starts?.months[category];
  return start !== undefined && start > day.slice(0, 7) ? start : null;
};
