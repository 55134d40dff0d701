import { folded } from '../fold.ts';
import { withoutInvisible } from '../visible.ts';
import { APOSTROPHES } from './letters.ts';

const WORD_LENGTH = 24;
/** From the beginning of a word only: a long one is else read from each of its letters. Old phones cannot look behind. */
const HYPHENED = /(?:^|[^\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+(?:[-‐‑‒–—−][\p{L}\p{M}\p{N}]+)+)/gu;
const joined = (text: string): string[] =>
  [...text.matchAll(HYPHENED)].map(([, word = '']) => folded(word).replaceAll(' ', ''));

/** `gado gado` is `gadogado` too: Indonesian doubles words with a hyphen, a gap, a 2 or nothing. */
const doubled = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => {
    const [, once] = /^([a-z]{3,})2$/.exec(word) ?? [];
    if (once !== undefined) return [once, once + once];
    return word === words[index - 1] ? [word + word] : [];
  });

/** The words of a text, each once, of two characters or more: what search and rules compare. */
export const searchWords = (text: string): string[] => {
  const words = folded(text).split(' ');
  const found = [...words, ...doubled(words), ...joined(withoutInvisible(text.replace(APOSTROPHES, '')))];
  return [...new Set(found.filter((word) => word.length >= 2).map((word) => word.slice(0, WORD_LENGTH)))];
};

export const DIGITS_AS_LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 8: 'b' };
/** Digits that stand for letters in a word as the letters: `bera5`. */
export const likeLetters = (word: string): string =>
  /[a-z]/.test(word) ? word.replace(/[013458]/g, (digit) => DIGITS_AS_LETTERS[digit] ?? digit) : word;

/** Every word a reader finds in a name, also written apart, together, or with digits for letters: `Be ras`, `Bera5`. */
export const readWords = (name: string): ReadonlySet<string> => {
  const parts = folded(name).split(' ').slice(0, 40);
  const runs = new Set(searchWords(name));
  for (const [from] of parts.entries())
    for (let to = from + 1; to <= Math.min(parts.length, from + 12); to += 1) {
      const run = parts.slice(from, to).join('');
      runs.add(run).add(likeLetters(run));
    }
  return runs;
};

/** Whether goods of these `searchWords` are named, in any order, by a name with these `readWords`. */
export const areNamed = (words: readonly string[], read: ReadonlySet<string>): boolean =>
  words.every((word) => read.has(word)) || read.has(words.join(''));
/** The same of goods by their name. */
export const isNamed = (goods: string, read: ReadonlySet<string>): boolean => areNamed(searchWords(goods), read);
