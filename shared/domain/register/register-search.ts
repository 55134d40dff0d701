import { byText } from '../basics/sort.ts';
import { ungrouped } from '../basics/text.ts';
import { Phone } from '../basics/typed/phone.ts';
import { searchWords } from '../basics/words/search-words.ts';

/** Words by which a shop is found: of its name and its owner's. More say nothing new, and each is an item of the table. */
const MOST_WORDS = 12;
/** Of a question so many words are looked for. */
const MOST_ASKED = 5;

/** Words of two letters or more, in order. */
export const registerWords = ({ name, ownerName }: { readonly name: string; readonly ownerName: string }): string[] =>
  [...new Set([...searchWords(name), ...searchWords(ownerName)])].slice(0, MOST_WORDS).sort(byText);

/**
 * What somebody typed into the search of a register: an identity number (NIK, NPWP: 16 digits; NIB: 13), a phone in any
 * of the ways people write one (thirteen digits from 08 on may be either), or beginnings of words of a name. Undefined
 * when it says nothing that can be looked for.
 */
export type Asked =
  | { readonly by: 'number'; readonly identity?: string; readonly phone?: string }
  | { readonly by: 'words'; readonly words: readonly string[] };
export const askedOf = (typed: string): Asked | undefined => {
  const digits = ungrouped(typed.trim());
  const identity = /^(\d{13}|\d{16})$/.test(digits) ? { identity: digits } : {};
  const dialled = /\d{6}/.test(digits) ? Phone.safeParse(typed).data : undefined;
  const phone = dialled === undefined ? {} : { phone: dialled };
  if ('identity' in identity || 'phone' in phone) return { by: 'number', ...identity, ...phone };
  const words = searchWords(typed).slice(0, MOST_ASKED);
  return words.length > 0 ? { by: 'words', words } : undefined;
};

/** Whether a shop with these words is meant: each asked one is the beginning of one of them. */
export const isMeant = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.every((start) => words.some((word) => word.startsWith(start)));

/** A shop stands under each of its words; under a beginning that several have, it counts once: by the first of them. */
export const isFirstOf = (words: readonly string[], word: string, start: string): boolean =>
  words.find((one) => one.startsWith(start)) === word;
