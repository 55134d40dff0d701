import { day, monthName } from '../../../shared/domain/basics/wording.ts';
import { accentOf, contrast } from '../../kit/accent.ts';

type OwnDay = { readonly day: string; readonly name: string };

const ISO = /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/;
/** One line a day, `1 April 2026 Hari jadi kota`: what a person types and what stands in the form. */
export const daysWritten = (days: readonly OwnDay[] | undefined): string =>
  (days ?? []).map((own) => `${ISO.test(own.day) ? day(own.day) : own.day} ${own.name}`).join('\n');

const months = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));
const WORDED = /^(\d{1,2})\s+(\p{L}{3,})\s+(\d{4})(?:\s+(.*))?$/u;
/** A day as people write it, its month whole or by three letters or more; undefined where the line begins with none. */
const wordedDay = (line: string): OwnDay | undefined => {
  const [, date = '', word = '', year = '', name = ''] = line.match(WORDED) ?? [];
  const month = months.find((one) => monthName(`2026-${one}`).toLowerCase().startsWith(word.toLowerCase()));
  return word && month ? { day: `${year}-${month}-${date.padStart(2, '0')}`, name } : undefined;
};
/** The days of a text, a line each; a line that is none goes on as it is, and the refusal names it. */
export const daysIn = (text: string): OwnDay[] =>
  text.split('\n').flatMap((line) => {
    const [first = '', ...name] = line.trim().split(/\s+/);
    return first === '' ? [] : [wordedDay(line.trim()) ?? { day: first, name: name.join(' ') }];
  });

const PAPER = '#f1eee6';
/** Whether a colour is worn as it is, or darker so that words in it can be read. */
export const accentSentence = (accent: string | null): string => {
  if (accent === null) return '';
  const worn = accentOf(accent.toLowerCase()).light;
  const ratio = contrast(worn, PAPER).toFixed(1).replace('.', ',');
  return worn === accent.toLowerCase()
    ? `Terbaca di kertas terang: kontras ${ratio} banding 1.`
    : `Dipakai sebagai ${worn} supaya terbaca: kontras ${ratio} banding 1.`;
};

type DayOff = { readonly day: string; readonly name: string; readonly kind: 'national' | 'joint' | 'city' };
/** The country's days of a year with the city's own, which may have been saved a moment ago, each day once and in order. */
export const daysOff = (
  known: readonly DayOff[],
  own: readonly Omit<DayOff, 'kind'>[],
  year: string,
): readonly DayOff[] => {
  const country = known.filter(({ kind }) => kind !== 'city');
  const taken = new Set(country.map(({ day }) => day));
  const ofCity = own
    .filter(({ day }) => day.startsWith(year) && !taken.has(day))
    .map(({ day, name }) => ({ day, name, kind: 'city' as const }));
  return [...country, ...ofCity].sort((a, b) => (a.day < b.day ? -1 : 1));
};
