import * as z from 'zod';
import { strangeLetter } from './fold.ts';
import { hasText, isPlain, isTidy, mixedWord, visibleLine, visibleParagraph, withoutInvisible } from './visible.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
/** Halves of letters, letters of one's own, and what Unicode says is no letter: nobody else can read them. */
const PRIVATE = /[\ud800-\udfff\p{Co}\p{Noncharacter_Code_Point}]/u;
const isReadable = (text: string): boolean => isPlain(text) || (!CONTROL.test(text) && !PRIVATE.test(text));

const UNREADABLE = 'Ada tanda yang tidak terbaca di dalamnya. Ketik ulang.';
const EMPTY = 'Tulis paling sedikit satu huruf atau angka.';
const TOWERS = 'Terlalu banyak tanda di atas satu huruf. Ketik ulang.';

/** What is too long is read no further: a rule that looks at every letter is for a name, not for a book. */
const TOO_LONG = { abort: true } as const;

/** One schema for each length, and its checks in one list: each link of a chain would be a copy of all before it. */
const once = <Schema>(make: (most: number) => Schema): ((most: number) => Schema) => {
  const made = new Map<number, Schema>();
  return (most) => {
    const schema = made.get(most) ?? make(most);
    made.set(most, schema);
    return schema;
  };
};

/**
 * One line a person typed, stored as it is seen: composed, single spaces, nothing invisible (visible.ts), with a letter
 * or a digit in it, and of at most `most` characters.
 */
export const Line = once((most) =>
  z.string().check(
    z.overwrite(visibleLine),
    z.minLength(1),
    z.maxLength(most, TOO_LONG),
    z.refine((text) => isReadable(text) && !text.includes('\n'), UNREADABLE),
    z.refine((text) => text === '' || hasText(text), EMPTY),
    z.refine(isTidy, TOWERS),
  ),
);

/** A line by which people and goods are known: no letter or word of it is made to look like another. */
export const Name = once((most) =>
  Line(most).superRefine((text, context) => {
    const [word, letter] = [mixedWord(text), strangeLetter(text)];
    if (word !== undefined) {
      const message = `Kata "${word}" memakai huruf dari dua aksara. Ketik ulang kata itu dengan huruf biasa.`;
      context.addIssue({ code: 'custom', message });
    } else if (letter !== undefined)
      context.addIssue({ code: 'custom', message: `Huruf "${letter}" tidak dikenal. Ganti dengan huruf biasa.` });
  }),
);

/** Several lines a person typed: no control characters but line breaks. */
export const Paragraph = once((most) =>
  z
    .string()
    .check(
      z.overwrite(visibleParagraph),
      z.minLength(1),
      z.maxLength(most, TOO_LONG),
      z.refine(isReadable, UNREADABLE),
      z.refine(isTidy, TOWERS),
    ),
);

/** A key that another house made, as it is pasted: kept without the gaps around it, and such as a header can carry. */
export const PastedKey = z
  .string()
  .overwrite((text) => withoutInvisible(text).trim())
  .min(8)
  .max(200)
  .regex(/^[!-~]*$/, 'Salin lagi kuncinya: di tengahnya tidak boleh ada spasi atau baris baru.');

/** Digits and letters of a code as people group them, for reading aloud: with gaps, dots, dashes. Kept without. */
export const ungrouped = (text: string): string => withoutInvisible(text).replace(/[\s./\p{Pd}]/gu, '');
