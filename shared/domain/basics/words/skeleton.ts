import { folded } from '../fold.ts';
import { withoutInvisible } from '../visible.ts';
import { APOSTROPHES } from './letters.ts';
import { DIGITS_AS_LETTERS } from './search-words.ts';

/** A number of a name is one; a digit that stands between letters is read as one of them. */
const AMONG_LETTERS = /(^|[a-z])([348])(?=[a-z])/g;

/** Equal for two names that a reader takes for one: `Toko Sari`, `TOKO-SARI`, `Tοkο Sаri`, `Tok0 5ar1`, `Toko S4ri`. */
export const skeletonOf = (name: string): string => {
  const latin = folded(name)
    .replaceAll(' ', '')
    .replace(AMONG_LETTERS, (_, before: string, digit: string) => before + (DIGITS_AS_LETTERS[digit] ?? digit))
    .replaceAll('0', 'o')
    .replaceAll('5', 's');
  const others = [
    ...withoutInvisible(name.replace(APOSTROPHES, ''))
      .normalize('NFKC')
      .matchAll(/[\p{L}\p{N}]/gu),
  ]
    .map(([letter]) => letter)
    .filter((letter) => folded(letter) === '');
  return latin.replaceAll(/[1l]/g, 'i').replaceAll('rn', 'm') + others.join('');
};
