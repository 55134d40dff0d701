/** The narrowest picture: a phone of 360 px without its margins. */
export const NARROWEST = 328;
/** What a letter of a chart takes at most on average: figures and plain words, and words in bold. */
const PLAIN = 8;
const BOLD = 9.4;
const APART = 10;

export const widthOf = (text: string, bold = false): number => text.length * (bold ? BOLD : PLAIN);

/** A name as far as it fits into so many pixels; the table has it whole. */
export const fitted = (name: string, pixels: number): string => {
  const letters = Math.max(3, Math.floor(pixels / BOLD));
  return name.length > letters ? `${name.slice(0, letters - 1).trim()}…` : name;
};

const VOWEL = /[aiueo]/i;
/**
 * Where a word of Indonesian may be parted, at most so many letters in: before a consonant that a vowel follows, in its
 * middle where both halves fit: `Kedung-kandang`, in a wide square as in a narrow one.
 */
const partedAt = (word: string, most: number): number => {
  const middle = Math.ceil(word.length / 2);
  for (let at = word.length - middle < most ? Math.min(most, middle) : most; at > 1; at -= 1)
    if (!VOWEL.test(word[at] ?? 'a') && VOWEL.test(word[at + 1] ?? '')) return at;
  return most;
};

/** A name on two lines of so many pixels where one is not enough: parted between words, else inside one. */
export const onTwoLines = (name: string, pixels: number): readonly string[] => {
  const letters = Math.max(3, Math.floor(pixels / BOLD));
  if (name.length <= letters) return [name];
  const space = name.lastIndexOf(' ', letters);
  if (space > 0) return [name.slice(0, space), fitted(name.slice(space + 1), pixels)];
  const at = partedAt(name, letters - 1);
  return [`${name.slice(0, at)}-`, fitted(name.slice(at), pixels)];
};

/** A name that stands on one line with what is written at the other end, and never runs into it. */
export const fittedBeside = (name: string, beside: string): string => fitted(name, NARROWEST - widthOf(beside) - APART);
