/*
 * What a person typed, as it can be seen. Characters that show nothing, or that turn the reading direction, let a name
 * be empty, be another's, or slip past a rule that compares words; they are taken away. Source: Unicode 17, properties
 * Format (Cf) and Default_Ignorable_Code_Point; UTS 39 for why.
 */

/** Invisible: formats, ignorables, the blank braille cell, a tie or selector outside an emoji. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const PICTOGRAPH_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u;
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u;

/** A tie (U+200D) joins two pictographs, a selector (U+FE0F) colours one: parts of an emoji stay. */
const partOfEmoji = (character: string, at: number, whole: string): boolean => {
  const before = PICTOGRAPH_BEFORE.test(whole.slice(Math.max(0, at - 4), at));
  if (character === '\ufe0f') return before || (/[\d#*]/.test(whole[at - 1] ?? '') && whole[at + 1] === '\u20e3');
  return character === '\u200d' && before && PICTOGRAPH_AFTER.test(whole.slice(at + 1, at + 3));
};

export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, (character, at: number, whole: string) =>
    partOfEmoji(character, at, whole) ? character : '',
  );

/** What a plain keyboard types: nothing in it is invisible, composed or of another alphabet, and most texts are that. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** One line as it is stored: composed (NFC), every gap one plain space, nothing invisible. */
export const visibleLine = (text: string): string =>
  (isPlain(text) ? text : withoutInvisible(text).normalize('NFC')).replace(/\p{Zs}+/gu, ' ').trim();

/** Several lines as they are stored; a line break is `\n`. */
export const visibleParagraph = (text: string): string =>
  withoutInvisible(text.replaceAll('\r\n', '\n'))
    .normalize('NFC')
    .replace(/[\p{Zs}]+/gu, ' ')
    .trim();

/** Something to read aloud: a letter or a digit. */
export const hasText = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** No tower of marks that covers the lines around it. */
export const isTidy = (text: string): boolean => isPlain(text) || !/\p{M}{4}/u.test(text.normalize('NFD'));

const STRANGE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

/** The first word in which letters of two alphabets stand together, as only a disguise needs; else undefined. */
export const mixedWord = (text: string): string | undefined =>
  isPlain(text)
    ? undefined
    : text
        .normalize('NFKC')
        .split(/[^\p{L}\p{M}\p{N}]+/u)
        .find((word) => /\p{Script=Latin}/u.test(word) && STRANGE.test(word));
