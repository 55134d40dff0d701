import * as z from 'zod';
import { visibleLine } from './visible.ts';

const HOW = 'Tulis nomor telepon Indonesia, misalnya 0812-3456-7890.';
const TYPED = /^\(?\+?[\d\s().\p{Pd}]+$/u;

/**
 * The number without country and trunk prefix, of the ways people write one: 08…, 62…, +62…, 0062…, 8…, and the
 * `(0)` that is only dialled at home. Another country's number stays as it is, to be refused.
 */
const nationalOf = (typed: string): string => {
  const digits = typed.replace(/\D/g, '');
  const abroad = /^\s*\(?\+/.test(typed) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad !== undefined) return abroad.startsWith('62') ? abroad.slice(2).replace(/^0/, '') : '';
  if (digits.startsWith('0')) return digits.slice(1);
  return digits.startsWith('62') ? digits.slice(2).replace(/^0/, '') : digits;
};

/** Written without any prefix only a mobile number is told from a country's code or an area's. */
const isComplete = (typed: string): boolean => /^\D*(\+|0|62|8)/.test(typed);

/** Indonesian mobile or fixed number as people type it, with spaces, dots, dashes or brackets; kept as E.164. */
export const Phone = z
  .string()
  .max(40)
  .overwrite((typed) => visibleLine(typed.normalize('NFKC')))
  .refine((typed) => TYPED.test(typed) && isComplete(typed), HOW)
  .transform((typed) => `+62${nationalOf(typed)}`)
  .pipe(z.string().regex(/^\+62(8\d{7,11}|[1-79]\d{7,10})$/, HOW))
  .meta({ id: 'Phone', example: '0812-3456-7890' });

/** A stored phone number. One stored while the trunk zero was kept behind the country's code is read without it. */
export const E164 = z
  .string()
  .overwrite((stored) => stored.replace(/^\+620/, '+62'))
  .regex(/^\+62\d{8,13}$/, HOW)
  .meta({ id: 'E164', example: '+6281234567890' });
