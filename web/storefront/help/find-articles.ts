/** A word with one letter more, less, or another. */
const isNear = (a: string, b: string): boolean => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1);
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

type Likeness = (wanted: string, word: string) => boolean;
const begins: Likeness = (wanted, word) => word.startsWith(wanted);
const isLike: Likeness = (wanted, word) => begins(wanted, word) || (wanted.length > 3 && isNear(wanted, word));

/**
 * Which texts have every word that is looked for, as it begins there; where none has, also those where it is a letter off.
 * Nothing typed finds all.
 */
export const findArticles = (wanted: string, texts: readonly string[]): boolean[] => {
  const [sought, words] = [wordsOf(wanted), texts.map(wordsOf)];
  const found = (is: Likeness) => words.map((inText) => sought.every((word) => inText.some((one) => is(word, one))));
  const exact = found(begins);
  return exact.includes(true) ? exact : found(isLike);
};
