import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { searchWords } from '../basics/words/search-words.ts';
import { DistrictCode } from '../places/region.ts';

/** A search of a city's own market for which there was nothing, as it is counted: of nobody. */
export const UnmetCount = z.object({
  term: z.string(),
  district: DistrictCode.nullable(),
  category: Category.nullable().describe('By which the search was narrowed'),
  times: z.int(),
});
export type UnmetCount = z.infer<typeof UnmetCount>;

const MOST_LETTERS = 40;
/** Numbers by which a person is known are no goods, whatever stands between their digits; sizes and weights have fewer. */
const MOST_DIGITS = 5;

/** What was looked for, folded, so that spellings of one word are one; undefined where it names no goods. */
export const unmetTerm = (text: string): string | undefined => {
  const plain = text.normalize('NFKC');
  if (plain.includes('@') || plain.replace(/\P{Nd}/gu, '').length > MOST_DIGITS) return undefined;
  const term = searchWords(text).join(' ');
  return term.length > 0 && term.length <= MOST_LETTERS ? term : undefined;
};
