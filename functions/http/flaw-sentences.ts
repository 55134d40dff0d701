import type * as z from 'zod';
import { count, rupiah } from '../../shared/domain/basics/wording.ts';

/*
 * What is wrong with a value that was sent, told to the person who typed it: what to write, never a pattern or a type.
 * A schema that knows better says so itself; these are the sentences for all that do not.
 */

type Issue = z.core.$ZodRawIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'Isi dengan tulisan.',
  number: 'Isi dengan angka.',
  int: 'Isi dengan angka bulat, tanpa koma dan titik.',
  boolean: 'Pilih ya atau tidak.',
  array: 'Isi dengan daftar.',
  object: 'Isian ini belum lengkap.',
  record: 'Isian ini belum lengkap.',
  null: 'Kosongkan isian ini.',
  undefined: 'Kosongkan isian ini.',
};

const formats: Readonly<Record<string, string>> = {
  url: 'Tulis alamat lengkap, diawali https://.',
  email: 'Tulis alamat surel, misalnya nama@contoh.id.',
};

/** For a schema that should have said it better; a test finds each. */
const VAGUE = 'Penulisannya belum benar. Periksa lagi.';

const isMoney = ({ path = [] }: Issue): boolean => String(path.at(-1) ?? '').endsWith('Rupiah');

const amountOf = (issue: Issue, value: number | bigint): string => (isMoney(issue) ? rupiah(value) : count(value));

const sized = (issue: Issue & { origin: string }, how: string, value: number | bigint): string => {
  if (issue.origin === 'string') return `${how} ${count(value)} huruf.`;
  if (issue.origin === 'array' || issue.origin === 'set') return `${how} ${count(value)} isian.`;
  return `${how} ${amountOf(issue, value)}.`;
};

const MOST_CHOICES = 12;
const choices = (values: readonly unknown[]): string =>
  values.length > MOST_CHOICES ? 'Pilih dari daftar.' : `Pilih salah satu: ${values.join(', ')}.`;

/** The sentence for a flaw that its schema has none for. */
export const flawSentence = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Wajib diisi.';
      if (isMoney(issue)) return 'Isi dengan rupiah bulat, misalnya 12500.';
      return kinds[issue.expected] ?? 'Isian ini belum benar.';
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'Wajib diisi.';
      // Pages send what is no number, `abc` or `40-50`, as one below nought: nobody who typed it thinks of a least number first.
      return sized(
        issue,
        Number(issue.input) < 0 ? 'Isi dengan angka, paling sedikit' : 'Paling sedikit',
        Number(issue.minimum),
      );
    case 'too_big':
      return sized(issue, 'Paling banyak', Number(issue.maximum));
    case 'invalid_value':
      return choices(issue.values);
    case 'not_multiple_of':
      return `Isi dengan kelipatan ${count(Number(issue.divisor))}.`;
    case 'invalid_union':
      return 'Pilih dulu jenisnya, lalu lengkapi isiannya.';
    case 'invalid_format':
      return formats[issue.format] ?? VAGUE;
    case 'unrecognized_keys':
      return 'Kolom ini tidak dikenal.';
    default:
      return VAGUE;
  }
};
