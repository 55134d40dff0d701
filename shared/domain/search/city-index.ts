import * as z from 'zod';
import { Day } from '../basics/month-schema.ts';

/** A shop as a suggestion names it: its name and the last part of its address. */
const ShopRow = z.tuple([z.string(), z.string()]);
/** A product: name, id without its prefix, rupiah, unit, and its shop by place among the shops. */
const GoodsRow = z.tuple([z.string(), z.string(), z.int(), z.string(), z.int()]);

/**
 * What is kept of a city's goods for its searches, made again whenever they change: where the rows lie that a search is
 * ranked from, and, of a small city, the goods themselves in the market's order, so that a phone can suggest while somebody
 * types.
 */
export const CityIndex = z.object({
  drawnOn: Day.describe('The day on which shops were open and goods had their ceilings'),
  offers: z.array(z.tuple([z.string(), z.string()])).describe('A category and the file of its offers'),
  freeKey: z.string().nullable().describe('The file of goods of which nothing is left'),
  goods: z.array(GoodsRow).optional().describe('Left out where a phone would wait for them'),
  shops: z.array(ShopRow).optional(),
});
export type CityIndex = z.infer<typeof CityIndex>;

/** The most a phone is given for suggestions, bytes as they travel. */
export const MOST_FOR_PHONES = 60_000;
