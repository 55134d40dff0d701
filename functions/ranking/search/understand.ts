import { searchWords } from '../../../shared/domain/basics/fold.ts';
import { byText } from '../../../shared/domain/basics/sort.ts';
import type { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import type { Sought } from '../../../shared/domain/ranking/list/search-text.ts';
import { synonyms } from '../../../shared/rules/synonyms.ts';
import { wordsOf } from '../../reads/lists/word-index.ts';

const meaning = new Map<string, readonly string[]>();
for (const group of synonyms) for (const word of group) meaning.set(word, group);

/** Letters that may be wrong: none in a short word, where another letter is another word. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);
/** A word has so many near spellings at most; more would find everything. */
const MOST_SPELLINGS = 4;

const isMet = (shelves: readonly (readonly Offered[])[], word: string): boolean =>
  shelves.some((offered) => wordsOf(offered).search(word, { prefix: true }).length > 0);

/** Words of goods that are written nearly so, the nearest first. */
const spelledLike = (shelves: readonly (readonly Offered[])[], word: string): string[] => {
  const fuzzy = slips(word);
  if (fuzzy === 0) return [];
  const found = new Map<string, number>();
  for (const offered of shelves)
    for (const { match } of wordsOf(offered).search(word, { fuzzy, prefix: false }))
      for (const term of Object.keys(match)) found.set(term, Math.abs(term.length - word.length));
  return [...found]
    .sort(([a, off], [b, far]) => off - far || byText(a, b))
    .map(([term]) => term)
    .slice(0, MOST_SPELLINGS);
};

/**
 * What a typed text means among these goods: each word with its synonyms, and, where nothing is called so, with the words
 * that are written nearly like it.
 */
export const understand = (shelves: readonly (readonly Offered[])[], text: string): Sought[] =>
  searchWords(text).map((word) => {
    const same = (meaning.get(word) ?? []).filter((one) => one !== word);
    if (isMet(shelves, word)) return { word, others: same };
    const near = spelledLike(shelves, word);
    const others = [...same, ...near, ...near.flatMap((one) => meaning.get(one) ?? [])];
    return { word, others: [...new Set(others)].filter((one) => one !== word) };
  });
