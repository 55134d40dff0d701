import { isPlain, withoutInvisible } from './visible.ts';
import { APOSTROPHES, letters, lookalikes, REPLACED } from './words/letters.ts';

/*
 * The one form in which words are compared: by search, by rules that name goods, by whoever looks for two shops of one
 * name. Folding loses on purpose: `Crème`, `creme` and `crеme` with a Cyrillic letter are one word.
 */

const SQUARED_A = 0x1f170;
const CIRCLED_A = 0x1f150;
/** White letters on a square or disc are pictures to Unicode and letters to a reader. */
const unboxed = (text: string): string =>
  text.replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, (character) => {
    const code = character.codePointAt(0) ?? SQUARED_A;
    return String.fromCharCode(97 + code - (code >= SQUARED_A ? SQUARED_A : CIRCLED_A));
  });

/** Every letter as the Latin one it is read as, in lower case and without marks. */
const asLatin = (text: string): string =>
  unboxed(withoutInvisible(text.replace(APOSTROPHES, '')))
    .normalize('NFKC')
    .toLowerCase()
    .replace(REPLACED, (character) => letters[character] ?? lookalikes[character] ?? character)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(REPLACED, (character) => letters[character] ?? lookalikes[character] ?? character)
    .replace(APOSTROPHES, '');

/** Lower case Latin letters and digits without marks; whatever is no word becomes a space. */
export const folded = (text: string): string =>
  (isPlain(text) ? text.replace(/['`]/g, '').toLowerCase() : asLatin(text)).replace(/[^a-z0-9]+/g, ' ').trim();

/** What these alphabets write looks like no Latin letter, so names may be written in them. */
const OTHER_ALPHABET =
  /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Tamil}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{Script=Buginese}\p{Script=Batak}\p{Script=Rejang}\p{Script=Makasar}\p{Script=Hebrew}\u0431-\u044f\u03b1-\u03c9]/u;

/**
 * The first letter that is neither read as a Latin one nor of an alphabet that looks like none: `ꓐꓰꓣꓮꓢ` and `Beɾas` would
 * be rice to a reader and nothing to a rule.
 */
export const strangeLetter = (text: string): string | undefined =>
  isPlain(text)
    ? undefined
    : [...text.replace(APOSTROPHES, '').matchAll(/\p{L}/gu)]
        .map(([letter]) => letter)
        .find((letter) => folded(letter) === '' && !OTHER_ALPHABET.test(letter.normalize('NFKC').toLowerCase()));
