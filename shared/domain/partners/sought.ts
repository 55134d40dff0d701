import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { DistrictCode } from '../places/region.ts';
import type { DemandCellOf } from './feeds/feed.ts';
import { LEAST_SHOWN } from './feeds/words.ts';
import type { IsTold } from './told-words.ts';

/** What people of a kecamatan asked partners for and did not find. */
export const Sought = z
  .object({
    district: DistrictCode,
    category: Category,
    times: z.int().describe('Asked for and not found, in whole tens, at least ten'),
    terms: z.array(z.string()).describe('What was asked for most, of words that name goods or that the city has read'),
  })
  .meta({ id: 'Sought' });
export type Sought = z.infer<typeof Sought>;

const inTens = (count: number): number => Math.floor(count / LEAST_SHOWN) * LEAST_SHOWN;

/** Words that nobody had ten times and more. */
export const missedIn = (terms: DemandCellOf['terms']) =>
  terms.filter(({ unserved }) => (unserved ?? 0) >= LEAST_SHOWN);

/**
 * What nobody had, by kecamatan and category, out of each partner's own figures: the largest of them, never their sum, because one
 * person asks several. Below ten nothing is told, whose figure it is is not, and a word that was asked for seldom is left out.
 */
export const soughtOf = (partners: readonly (readonly DemandCellOf[])[], isTold: IsTold): Sought[] => {
  const found = new Map<string, Sought>();
  for (const { district, category, unserved, terms } of partners.flat()) {
    const times = inTens(unserved ?? 0);
    const key = `${district} ${category}`;
    if (category === null || times === 0 || times <= (found.get(key)?.times ?? 0)) continue;
    found.set(key, {
      district,
      category,
      times,
      terms: missedIn(terms).flatMap(({ term }) => (isTold(term) ? term : [])),
    });
  }
  return [...found.values()].sort(
    (a, b) => b.times - a.times || (a.district + a.category < b.district + b.category ? -1 : 1),
  );
};
