import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { DistrictCode } from '../places/region.ts';
import type { UnmetCount } from './unmet.ts';

/** Fewer searches than this are told of nothing, and more in whole tens. */
const LEAST_TOLD = 10;
const MOST_TERMS = 5;

/** Words that ten places sought themselves. */
export const oftenSought = (counts: readonly UnmetCount[]): UnmetCount[] =>
  counts.filter(({ times }) => times >= LEAST_TOLD);

/** What was sought in the market itself and not found, for a kecamatan or, where none was named, for the city. */
export const UnmetSearch = z
  .object({
    district: DistrictCode.nullable(),
    category: Category,
    times: z.int().describe('Places that surely sought something there, in whole tens, at least ten'),
    terms: z.array(z.string()).describe('Goods that ten places and more sought themselves, most sought first'),
  })
  .meta({ id: 'UnmetSearch' });
export type UnmetSearch = z.infer<typeof UnmetSearch>;

/**
 * Counts by kecamatan and category. A term that nobody can sort is left out, and so is a cell below ten. Places are known apart
 * within one term alone, so a cell says as many as its term that most sought: a sum would make ten of two that seek five
 * words. A word is told only where ten places sought it themselves, so that no one person's search is ever read, where it names
 * goods by itself (narrowing a search to a category makes no goods of what somebody wrote), and where it may be told.
 */
export const unmetSearches = (
  counts: readonly UnmetCount[],
  categoryOf: (term: string) => Category | null,
  isTold: (term: string) => boolean,
): UnmetSearch[] => {
  const cells = new Map<string, { district: string | null; category: Category; found: UnmetCount[] }>();
  for (const one of counts) {
    const category = one.category ?? categoryOf(one.term);
    if (category === null) continue;
    const key = `${one.district ?? '-'} ${category}`;
    const cell = cells.get(key) ?? { district: one.district, category, found: [] };
    cell.found.push(one);
    cells.set(key, cell);
  }
  return [...cells.values()]
    .map(({ district, category, found }) => {
      const most = found.reduce((times, one) => Math.max(times, one.times), 0);
      const terms = found
        .filter(({ term, times }) => times >= LEAST_TOLD && categoryOf(term) !== null && isTold(term))
        .sort((a, b) => b.times - a.times || (a.term < b.term ? -1 : 1))
        .map(({ term }) => term);
      const times = Math.floor(most / LEAST_TOLD) * LEAST_TOLD;
      return { district, category, times, terms: [...new Set(terms)].slice(0, MOST_TERMS) };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || (`${a.district}${a.category}` < `${b.district}${b.category}` ? -1 : 1));
};
