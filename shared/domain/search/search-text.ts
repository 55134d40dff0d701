import { searchWords } from '../basics/words/search-words.ts';

/*
 * What is searched for, as one line that a record can keep: words apart by spaces, what may stand for a word behind it
 * with bars, `nasi box|kotak|dus`. A plain text is such a line without bars.
 */

/** A word searched for, and what else is taken for it: other spellings, synonyms. */
export type Sought = { readonly word: string; readonly others: readonly string[] };

export const soughtIn = (text: string): Sought[] =>
  text.includes('|')
    ? text.split(/\s+/).flatMap((part) => {
        const [word, ...others] = part.split('|').flatMap((one) => searchWords(one).slice(0, 1));
        return word === undefined ? [] : [{ word, others }];
      })
    : searchWords(text).map((word) => ({ word, others: [] }));

/** The line for what is sought: the same in whatever order it was typed. */
export const lineOfSought = (sought: readonly Sought[]): string =>
  sought
    .map(({ word, others }) => [word, ...others].join('|'))
    .sort()
    .join(' ');

/**
 * How near a name is to what is sought: 0 where every word is in it, 1 where each begins one of its words, 2 where another
 * spelling or a synonym had to stand for one; undefined where one is not met.
 */
export const tierOfName = (name: string, sought: readonly Sought[]): number | undefined => {
  const named = searchWords(name);
  let tier = 0;
  for (const { word, others } of sought) {
    if (named.includes(word)) continue;
    if (named.some((one) => one.startsWith(word))) tier = Math.max(tier, 1);
    else if (others.some((other) => named.some((one) => one.startsWith(other)))) tier = 2;
    else return undefined;
  }
  return tier;
};
