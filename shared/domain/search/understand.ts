import { synonyms } from '../../rules/synonyms.ts';
import { byText } from '../basics/sort.ts';
import { searchWords } from '../basics/words/search-words.ts';
import type { Sought } from './search-text.ts';
import { isMet, type WordIndex, wordsNear } from './word-index.ts';

const meaning = new Map<string, readonly string[]>();
for (const group of synonyms) for (const word of group) meaning.set(word, group);

/** Letters that may be wrong: none in a short word, where another letter is another word. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);
/** A word has so many near spellings at most; more would find everything. */
const MOST_SPELLINGS = 4;

/** Words that are written nearly so, the nearest first. */
const spelledLike = (indexes: readonly WordIndex[], word: string): string[] => {
  const most = slips(word);
  if (most === 0) return [];
  const off = (term: string) => Math.abs(term.length - word.length);
  return [...new Set(indexes.flatMap((index) => wordsNear(index, word, most)))]
    .sort((a, b) => off(a) - off(b) || byText(a, b))
    .slice(0, MOST_SPELLINGS);
};

/**
 * What a typed text means among these names: each word with its synonyms, and, where nothing is called so, with the words
 * that are written nearly like it.
 */
export const understand = (indexes: readonly WordIndex[], text: string): Sought[] =>
  searchWords(text).map((word) => {
    const same = (meaning.get(word) ?? []).filter((one) => one !== word);
    if (indexes.some((index) => isMet(index, word))) return { word, others: same };
    const near = spelledLike(indexes, word);
    const others = [...same, ...near, ...near.flatMap((one) => meaning.get(one) ?? [])];
    return { word, others: [...new Set(others)].filter((one) => one !== word) };
  });
