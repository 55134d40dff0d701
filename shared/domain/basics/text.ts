import * as z from 'zod';

/** One line a person typed: trimmed, no control characters or halves of characters, at most `most` characters. */
export const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    .regex(/^[^\u0000-\u001f\u007f\u2028\u2029\ud800-\udfff]+$/u);

/** Several lines a person typed: no control characters but line breaks. */
export const Paragraph = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    .regex(/^[^\u0000-\u0009\u000b-\u001f\u007f\ud800-\udfff]+$/u);

/** Indonesian mobile or fixed number as people type it (08…, 62…, +62…, with spaces or dashes); kept as E.164. */
export const Phone = z
  .string()
  .max(24)
  .regex(/^[\d\s().+-]+$/)
  .transform((typed) => `+${typed.replace(/\D/g, '').replace(/^0/, '62')}`)
  .pipe(z.string().regex(/^\+62\d{8,13}$/))
  .meta({ id: 'Phone', example: '0812-3456-7890' });

/** A stored phone number. */
export const E164 = z
  .string()
  .regex(/^\+62\d{8,13}$/)
  .meta({ id: 'E164', example: '+6281234567890' });

/** Lower case, without accents and punctuation: what search compares. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9\s]/g, ' ')
      .split(/\s+/)
      .filter((word) => word.length >= 2)
      .map((word) => word.slice(0, 24)),
  ),
];
