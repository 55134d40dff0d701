import { withoutInvisible } from './visible.ts';

/*
 * The one form in which words are compared: by search, by rules that name goods, by whoever looks for two shops of one
 * name. Folding loses on purpose: `Crème`, `creme` and `crеme` with a Cyrillic letter are one word.
 */

/** Marks that stand inside a word and belong to its spelling, not between two words: Jum'at, Qur’an, doʼa. */
const APOSTROPHES = /['’‘‛ʼʻʹʾʿˈ`´′＇ꞌ]/gu;

/** Letters that decomposition leaves alone. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ħ: 'h', ı: 'i', ȷ: 'j', ŋ: 'n', ŧ: 't' },
  ...{ ɑ: 'a', ɡ: 'g', ɩ: 'i', ɪ: 'i', ʏ: 'y', ʀ: 'r', ɴ: 'n', ɢ: 'g', ʙ: 'b', ʜ: 'h', ʟ: 'l' },
  ...{ ᴀ: 'a', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴏ: 'o', ᴘ: 'p', ǫ: 'q', ꜱ: 's' },
  ...{ ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z' },
};

/** Letters of other alphabets that look like Latin ones (a part of UTS 39's confusables). */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ї: 'i', ј: 'j', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ь: 'b', г: 'r', п: 'n', ц: 'u' },
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'u', ν: 'v', ο: 'o', ρ: 'p', σ: 'o', τ: 't' },
  ...{ υ: 'u', χ: 'x', ω: 'w', ζ: 'z' },
  ...{ ա: 'w', օ: 'o', ո: 'n', ս: 'u', հ: 'h', յ: 'j', ց: 'g', ք: 'p', զ: 'q' },
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

/** Lower case Latin letters and digits without marks; whatever is no word becomes a space. */
export const folded = (text: string): string =>
  unboxed(withoutInvisible(text.replace(APOSTROPHES, '')))
    .normalize('NFKC')
    .toLowerCase()
    .replace(REPLACED, (character) => letters[character] ?? lookalikes[character] ?? character)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(REPLACED, (character) => letters[character] ?? lookalikes[character] ?? character)
    .replace(APOSTROPHES, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const WORD_LENGTH = 24;
const HYPHENED = /([\p{L}\p{M}\p{N}]+)(?:[-‐‑‒–—−]([\p{L}\p{M}\p{N}]+))+/gu;
const joined = (text: string): string[] =>
  [...text.matchAll(HYPHENED)].map(([whole]) => folded(whole).replaceAll(' ', ''));

/** `gado gado` is `gadogado` too: Indonesian doubles words with a hyphen, a gap or nothing. */
const doubled = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => (word === words[index - 1] ? [word + word] : []));

/** The words of a text, each once, of two characters or more: what search and rules compare. */
export const searchWords = (text: string): string[] => {
  const words = folded(text).split(' ');
  const found = [...words, ...doubled(words), ...joined(withoutInvisible(text.replace(APOSTROPHES, '')))];
  return [...new Set(found.filter((word) => word.length >= 2).map((word) => word.slice(0, WORD_LENGTH)))];
};

/** Equal for two names that a reader takes for one: `Toko Sari`, `TOKO-SARI`, `Tοkο Sаri`, `Tok0 Sar1`. */
export const lookOf = (name: string): string =>
  folded(name).replaceAll(' ', '').replaceAll('0', 'o').replaceAll(/[1l]/g, 'i').replaceAll('rn', 'm');
