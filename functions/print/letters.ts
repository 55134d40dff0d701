/** What a letter is printed as that the fonts do not have. */
export const UNKNOWN = '\u{fffd}';

/** The blocks that the two fonts have, as they were cut (functions/print/font/README.md). */
const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x3e1],
  [0x3f0, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20c0],
  ...[0x2116, 0x2122, 0x2212].map((one) => [one, one] as const),
];
const UNASSIGNED = /\p{Cn}/u;
const isKnown = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return blocks.some(([first, last]) => first <= code && code <= last) && !UNASSIGNED.test(letter);
};

/** What turns text round, joins it or varies it unseen: nothing of it belongs on paper. */
const unseen = /\p{Cf}|\p{Variation_Selector}|\u034f/gu;

/**
 * Text as the fonts can print it: letters and marks joined (NFC), what is unseen left out, and every run of letters that
 * the fonts lack told as one `�`, never as nothing.
 */
export const printable = (text: string): string =>
  Array.from(text.normalize('NFC').replace(unseen, '').replace(/\s/gu, ' '), (letter) =>
    isKnown(letter) ? letter : UNKNOWN,
  )
    .join('')
    .replace(/\ufffd(?: *\ufffd)*/gu, UNKNOWN);
