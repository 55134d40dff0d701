import * as z from 'zod';
import { isTidy, mixedWord, says, visibleLine, visibleParagraph, withoutInvisible } from './visible.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const PARAGRAPH = /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$/u;

const UNREADABLE = 'Ada tanda yang tidak terbaca di dalamnya. Ketik ulang.';
const EMPTY = 'Tulis paling sedikit satu huruf atau angka.';
const TOWERS = 'Terlalu banyak tanda di atas satu huruf. Ketik ulang.';

/**
 * One line a person typed, stored as it is seen: composed, single spaces, nothing invisible (visible.ts), with a letter
 * or a digit in it, and of at most `most` characters.
 */
export const Line = (most: number) =>
  z
    .string()
    .overwrite(visibleLine)
    .min(1)
    .max(most)
    .regex(LINE, UNREADABLE)
    .refine((text) => text === '' || says(text), EMPTY)
    .refine(isTidy, TOWERS);

/** A line by which people and goods are known: no word of it mixes two alphabets to look like another. */
export const Name = (most: number) =>
  Line(most).superRefine((text, context) => {
    const word = mixedWord(text);
    if (word === undefined) return;
    const message = `Kata "${word}" memakai huruf dari dua aksara. Ketik ulang kata itu dengan huruf biasa.`;
    context.addIssue({ code: 'custom', message });
  });

/** Several lines a person typed: no control characters but line breaks. */
export const Paragraph = (most: number) =>
  z.string().overwrite(visibleParagraph).min(1).max(most).regex(PARAGRAPH, UNREADABLE).refine(isTidy, TOWERS);

/** Digits as people group them, for reading aloud: with spaces, dots, dashes. Kept without. */
export const ungrouped = (text: string): string => withoutInvisible(text).replace(/[\p{Zs}./\p{Pd}]/gu, '');
