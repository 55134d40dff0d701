import { visibleLine } from '../visible.ts';

export const HOW_PHONE = 'Tulis nomor telepon Indonesia, misalnya 0812-3456-7890.';
export const INDONESIAN = /^\+62(8\d{7,11}|[1-79]\d{7,10})$/;
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

/** A number as it was typed, as E.164; undefined where it is no Indonesian one. Without schemas, so that a page can ask it too. */
export const e164Of = (typed: string): string | undefined => {
  const line = visibleLine(typed.normalize('NFKC'));
  if (!TYPED.test(line) || !isComplete(line)) return undefined;
  const number = `+62${nationalOf(line)}`;
  return INDONESIAN.test(number) ? number : undefined;
};
