import { isPlain, withoutInvisible } from './visible.ts';

/*
 * The one form in which words are compared: by search, by rules that name goods, by whoever looks for two shops of one
 * name. Folding loses on purpose: `Crème`, `creme` and `crеme` with a Cyrillic letter are one word.
 */

/** Marks that stand inside a word and belong to its spelling, not between two words: Jum'at, Qur’an, doʼa. */
const APOSTROPHES = /['’‘‛ʼʻʹʾʿˈ`´′＇ꞌ]/gu;

/** Letters that decomposition leaves alone. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ȷ: 'j',
  ŋ: 'n',
  ŧ: 't',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ɪ: 'i',
  ʏ: 'y',
  ʀ: 'r',
  ɴ: 'n',
  ɢ: 'g',
  ʙ: 'b',
  ʜ: 'h',
  ʟ: 'l',
  ᴀ: 'a',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ꜰ: 'f',
  ᴊ: 'j',
  ᴋ: 'k',
  ᴍ: 'm',
  ᴏ: 'o',
  ᴘ: 'p',
  ǫ: 'q',
  ꜱ: 's',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
  ᴢ: 'z',
};

/** Letters of other alphabets that look like Latin ones (a part of UTS 39's confusables). */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  я: 'r',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  һ: 'h',
  ӏ: 'l',
  ь: 'b',
  г: 'r',
  п: 'n',
  ц: 'u',
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ζ: 'z',
  ա: 'w',
  օ: 'o',
  ո: 'n',
  ս: 'u',
  հ: 'h',
  յ: 'j',
  ց: 'g',
  ք: 'p',
  զ: 'q',
};

const REPLACED = new RegExp(`[${Object.keys({ ...letters, ...lookalikes }).join('')}]`, 'gu');
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

const DIGITS_AS_LETTERS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 8: 'b' };
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
