import { searchWords } from '../basics/words/search-words.ts';
import type { Sought } from './search-text.ts';
import { isNear } from './spelling.ts';

/**
 * The words of many names, each once, with the numbers of the names that hold it. Lists of numbers instead of scores: how
 * near a name is depends on which list it stands in, so a word that is everywhere costs no more than its list is long.
 */
export type WordIndex = {
  readonly names: number;
  /** In order of their letters, so that all that begin alike stand together. */
  readonly words: readonly string[];
  /** Where each word's list begins in `rows`, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Numbers of names, ascending within a word. */
  readonly rows: Uint32Array;
};

/** The index over these names; a name's number is its place. */
export const wordIndexOf = (names: readonly string[]): WordIndex => {
  const holding = new Map<string, number[]>();
  for (const [row, name] of names.entries())
    for (const word of searchWords(name)) {
      const known = holding.get(word);
      if (known) known.push(row);
      else holding.set(word, [row]);
    }
  const words = [...holding.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  for (const [at, word] of words.entries()) starts[at + 1] = (starts[at] ?? 0) + (holding.get(word)?.length ?? 0);
  const rows = new Uint32Array(starts[words.length] ?? 0);
  for (const [at, word] of words.entries()) rows.set(holding.get(word) ?? [], starts[at]);
  return { names: names.length, words, starts, rows };
};

/** The first place whose word does not come before this one. */
const placeOf = (words: readonly string[], word: string): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Behind every word that begins so: words are of a-z and 0-9. */
const endOf = (words: readonly string[], beginning: string): number => placeOf(words, `${beginning}~`);

/** Whether any name holds a word that begins so. */
export const isMet = ({ words }: WordIndex, beginning: string): boolean =>
  words[placeOf(words, beginning)]?.startsWith(beginning) ?? false;

/** Names that hold what is sought, by number, ascending, each with how near it is (`tierOfName`). */
export type Named = { readonly rows: Uint32Array; readonly tiers: Uint8Array };

const UNMET = 3;

/** Marks names whose words stand between two places. */
const mark = (marks: Uint8Array, { starts, rows }: WordIndex, from: number, to: number, tier: number): void => {
  for (let at = starts[from] as number; at < (starts[to] as number); at++) marks[rows[at] as number] = tier;
};

/** Names that hold all that is sought: what `tierOfName` says of each, without looking at any. */
export const namedIn = (index: WordIndex, sought: readonly Sought[]): Named => {
  const { words, names } = index;
  const tiers = new Uint8Array(names).fill(sought.length === 0 ? UNMET : 0);
  const here = new Uint8Array(names);
  for (const { word, others } of sought) {
    here.fill(UNMET);
    for (const other of others) mark(here, index, placeOf(words, other), endOf(words, other), 2);
    const at = placeOf(words, word);
    mark(here, index, at, endOf(words, word), 1);
    if (words[at] === word) mark(here, index, at, at + 1, 0);
    for (let row = 0; row < names; row++)
      if ((here[row] as number) > (tiers[row] as number)) tiers[row] = here[row] as number;
  }
  let count = 0;
  for (let row = 0; row < names; row++) if (tiers[row] !== UNMET) count++;
  const found = { rows: new Uint32Array(count), tiers: new Uint8Array(count) };
  for (let row = 0, at = 0; row < names; row++) {
    if (tiers[row] === UNMET) continue;
    found.rows[at] = row;
    found.tiers[at++] = tiers[row] as number;
  }
  return found;
};

/** Words of the index that differ by so many letters at most: looked up among words, of which there are few, not among names. */
export const wordsNear = ({ words }: WordIndex, typed: string, slips: number): string[] =>
  words.filter((word) => isNear(typed, word, slips));
